/**
 * Session descriptions as browsers write them. The two of Chromium 156 were taken from one; those of
 * Firefox are written after its form (session-level fingerprint, hexadecimal credentials, TCP lines).
 */
function sdp(...lines: readonly string[]): string {
	return lines.map((line) => `${line}\r\n`).join('');
}

function chromium(setup: string, ...candidates: readonly string[]): string {
	return sdp(
		'v=0',
		'o=- 1420514199185071725 2 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'a=extmap-allow-mixed',
		'a=msid-semantic: WMS',
		'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		'c=IN IP4 0.0.0.0',
		...candidates,
		'a=ice-ufrag:Ie9f',
		'a=ice-pwd:lltDANWy1rqXnI8aoM/8usUE',
		'a=ice-options:trickle',
		`a=fingerprint:sha-256 ${fingerprint}`,
		`a=setup:${setup}`,
		'a=mid:0',
		'a=sctp-port:5000',
		'a=max-message-size:262144',
	);
}

export const fingerprint =
	'24:D2:36:45:6F:9A:3E:12:B4:75:B4:32:3F:E7:4C:06:AF:91:68:95:BC:F9:7D:A0:5E:03:C7:A6:36:45:DC:C7';

const mdns = [
	'a=candidate:642297721 1 udp 2113937151 c357b4fc-3b1d-4e63-a57c-b63ae7610f6e.local 50248 typ host generation 0 network-cost 999',
	'a=candidate:970983037 1 udp 2113942271 c989f1b0-44ed-4173-bb4d-a28c06fa2a3d.local 41130 typ host generation 0 network-cost 999',
];

export const chromiumOffer = chromium('actpass', ...mdns);
export const chromiumAnswer = chromium('active', ...mdns);

/** Addresses shown, as where the person allowed the page more. */
export const plainOffer = chromium(
	'actpass',
	'a=candidate:1 1 udp 2122260223 192.0.2.2 50248 typ host generation 0',
	'a=candidate:2 1 udp 2122265343 fd00::2 41130 typ host generation 0',
	'a=candidate:3 1 tcp 1518280447 192.0.2.2 9 typ host tcptype active generation 0',
);

/** With a STUN and a TURN server of the user's own. */
export const serversOffer = chromium(
	'actpass',
	'a=candidate:4 1 udp 41885439 198.51.100.30 61234 typ relay raddr 203.0.113.9 rport 50613 generation 0',
	'a=candidate:3 1 udp 1685987071 203.0.113.9 50613 typ srflx raddr 0.0.0.0 rport 0 generation 0',
	'a=candidate:2 1 udp 2122262783 2001:db8:0:1:211:22ff:fe33:4455 50612 typ host generation 0',
);

export const noCandidates = chromium('actpass');

export const manyCandidates = chromium(
	'actpass',
	...Array.from(
		{ length: 20 },
		(_, place) => `a=candidate:${place} 1 udp ${900 - place} 10.0.0.${place} 5000 typ host`,
	),
);

export const firefoxAnswer = sdp(
	'v=0',
	'o=mozilla...THIS_IS_SDPARTA-99.0 6718393584216498224 0 IN IP4 0.0.0.0',
	's=-',
	't=0 0',
	'a=sendrecv',
	`a=fingerprint:sha-256 ${fingerprint}`,
	'a=group:BUNDLE 0',
	'a=ice-options:trickle',
	'a=msid-semantic:WMS *',
	'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
	'c=IN IP4 0.0.0.0',
	'a=candidate:0 1 UDP 2122252543 7b4a1f2e-3c5d-4e6f-8a9b-0c1d2e3f4a5b.local 50613 typ host',
	'a=candidate:2 1 TCP 2105524479 7b4a1f2e-3c5d-4e6f-8a9b-0c1d2e3f4a5b.local 9 typ host tcptype active',
	'a=sendrecv',
	'a=end-of-candidates',
	'a=ice-pwd:4b1f0c9e8d7a6b5c4d3e2f1a0b9c8d7e',
	'a=ice-ufrag:5a6b7c8d',
	'a=mid:0',
	'a=setup:active',
	'a=sctp-port:5000',
	'a=max-message-size:1073741823',
);
