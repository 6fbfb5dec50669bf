/**
 * What a session description (SDP, RFC 8829) of a peer with data channels alone says that another
 * browser would not know: who it is, and where it can be reached. Everything else is a template.
 */
import { addressBytes, addressText, hexBytes, type AddressBytes } from './candidate-address.ts';
import type { Description } from './peer-connection.ts';

export const candidateTypes = ['host', 'srflx', 'relay'] as const;
type CandidateType = (typeof candidateTypes)[number];

export interface Candidate {
	readonly type: CandidateType;
	readonly address: AddressBytes;
	readonly port: number;
}

export interface Credentials {
	/** RFC 8839, 5.4: letters, digits, + and /. */
	readonly fragment: string;
	readonly password: string;
	/** SHA-256 of the certificate: 32 bytes. */
	readonly fingerprint: Uint8Array<ArrayBuffer>;
}

export interface SessionDescription extends Credentials {
	readonly type: Description['type'];
	/** The best first. */
	readonly candidates: readonly Candidate[];
}

/** More are of no use, and a code has to stay short; those a browser prefers are kept. */
const mostOfType: Readonly<Record<CandidateType, number>> = { host: 6, srflx: 2, relay: 2 };
export const mostCandidates = 10;

/** RFC 8445, 5.1.2.1: direct ways before ways through servers. */
const preferences: Readonly<Record<CandidateType, number>> = { host: 126, srflx: 100, relay: 0 };

// Only component 1 over UDP: TCP candidates of browsers only call and can never be called.
const candidateLine = /^a=candidate:\S+ 1 udp (\d+) (\S+) (\d+) typ (host|srflx|relay)\b/i;

/** Reads the browser's own description; undefined where it names no credentials of a known form. */
export function readDescription({ type, sdp }: Description): SessionDescription | undefined {
	const lines = sdp.split(/\r?\n/);
	const fragment = valueOf(lines, 'a=ice-ufrag:');
	const password = valueOf(lines, 'a=ice-pwd:');
	const hex = valueOf(lines, 'a=fingerprint:sha-256 ')?.replaceAll(':', '');
	if (!fragment || !password || !/^[0-9a-f]{64}$/i.test(hex ?? '')) return undefined;
	return {
		type,
		...{ fragment, password },
		fingerprint: hexBytes(hex ?? ''),
		candidates: bestOf(lines),
	};
}

/**
 * The description for `setRemoteDescription`. An offer is written as that of the side that begins
 * DTLS: the answering browser then waits for as long as people take to hand the answer back, where
 * otherwise it would give up after some four minutes (sync.md, 4).
 */
export function writeDescription(session: SessionDescription): Description {
	const { type, fragment, password, fingerprint, candidates } = session;
	const prints = Array.from(fingerprint, (byte) => byte.toString(16).padStart(2, '0'));
	const lines = [
		'v=0',
		'o=- 1 2 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		'c=IN IP4 0.0.0.0',
		...candidates.map(writeCandidate),
		`a=ice-ufrag:${fragment}`,
		`a=ice-pwd:${password}`,
		'a=ice-options:trickle',
		`a=fingerprint:sha-256 ${prints.join(':').toUpperCase()}`,
		`a=setup:${type === 'offer' ? 'active' : 'passive'}`,
		'a=mid:0',
		'a=sctp-port:5000',
		'a=max-message-size:262144',
	];
	return { type, sdp: `${lines.join('\r\n')}\r\n` };
}

function valueOf(lines: readonly string[], start: string): string | undefined {
	return lines.find((line) => line.startsWith(start))?.slice(start.length);
}

function bestOf(lines: readonly string[]): readonly Candidate[] {
	const found = lines.flatMap(readCandidate).sort((a, b) => b.priority - a.priority);
	return candidateTypes.flatMap((type) =>
		found.filter((candidate) => candidate.type === type).slice(0, mostOfType[type]),
	);
}

function readCandidate(line: string): readonly (Candidate & { readonly priority: number })[] {
	const [, priority, text = '', port, type] = candidateLine.exec(line) ?? [];
	const address = addressBytes(text);
	const known = candidateTypes.find((each) => each === type?.toLowerCase());
	if (!address || !known) return [];
	return [{ type: known, address, port: Number(port), priority: Number(priority) }];
}

function writeCandidate({ type, address, port }: Candidate, place: number): string {
	const priority = preferences[type] * 2 ** 24 + (65_535 - place) * 2 ** 8 + 255;
	const nowhere = address.kind === 'v6' ? '::' : '0.0.0.0';
	const related = type === 'host' ? '' : ` raddr ${nowhere} rport 0`;
	return `a=candidate:${place + 1} 1 udp ${priority} ${addressText(address)} ${port} typ ${type}${related}`;
}
