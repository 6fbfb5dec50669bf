/** Session descriptions, packed small and rebuilt on the other side. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Result } from '../../../../src/base/result.ts';
import {
	packDescription,
	unpackDescription,
} from '../../../../src/review/carriers/rtc/packed-description.ts';
import type { Description } from '../../../../src/review/carriers/rtc/peer-connection.ts';
import type { PortProblem } from '../../../../src/workbook/ports.ts';
import {
	chromiumAnswer,
	chromiumOffer,
	fingerprint,
	firefoxAnswer,
	manyCandidates,
	noCandidates,
	plainOffer,
	serversOffer,
} from './descriptions.ts';

describe('a packed description', () => {
	test('of Chromium has 95 bytes and keeps what only its browser knows', () => {
		const packed = pack('offer', chromiumOffer);
		expect(packed).toHaveLength(95);
		expect(linesOf(packed, 'offer')).toEqual([
			'v=0',
			'o=- 1 2 IN IP4 127.0.0.1',
			's=-',
			't=0 0',
			'a=group:BUNDLE 0',
			'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
			'c=IN IP4 0.0.0.0',
			'a=candidate:1 1 udp 2130706431 c989f1b0-44ed-4173-bb4d-a28c06fa2a3d.local 41130 typ host',
			'a=candidate:2 1 udp 2130706175 c357b4fc-3b1d-4e63-a57c-b63ae7610f6e.local 50248 typ host',
			'a=ice-ufrag:Ie9f',
			'a=ice-pwd:lltDANWy1rqXnI8aoM/8usUE',
			'a=ice-options:trickle',
			`a=fingerprint:sha-256 ${fingerprint}`,
			'a=setup:active',
			'a=mid:0',
			'a=sctp-port:5000',
			'a=max-message-size:262144',
		]);
	});

	test('of Firefox has 75 bytes, its credentials as the numbers they are', () => {
		const packed = pack('answer', firefoxAnswer);
		expect(packed).toHaveLength(75);
		const lines = linesOf(packed, 'answer');
		expect(lines).toContain('a=ice-pwd:4b1f0c9e8d7a6b5c4d3e2f1a0b9c8d7e');
		expect(lines).toContain('a=ice-ufrag:5a6b7c8d');
		expect(lines).toContain(`a=fingerprint:sha-256 ${fingerprint}`);
		expect(lines.filter((line) => line.includes('candidate'))).toEqual([
			'a=candidate:1 1 udp 2130706431 7b4a1f2e-3c5d-4e6f-8a9b-0c1d2e3f4a5b.local 50613 typ host',
		]);
	});

	test('of an answer names the side that waits, whatever the browser called itself', () => {
		expect(linesOf(pack('answer', chromiumAnswer), 'answer')).toContain('a=setup:passive');
	});

	test('carries IPv4 and IPv6, and leaves TCP out', () => {
		const lines = linesOf(pack('offer', plainOffer), 'offer');
		expect(lines.filter((line) => line.includes('candidate'))).toEqual([
			'a=candidate:1 1 udp 2130706431 fd00:0000:0000:0000:0000:0000:0000:0002 41130 typ host',
			'a=candidate:2 1 udp 2130706175 192.0.2.2 50248 typ host',
		]);
	});

	test('carries what servers of the user said, after the direct ways', () => {
		const lines = linesOf(pack('offer', serversOffer), 'offer');
		expect(lines.filter((line) => line.includes('candidate'))).toEqual([
			'a=candidate:1 1 udp 2130706431 2001:0db8:0000:0001:0211:22ff:fe33:4455 50612 typ host',
			'a=candidate:2 1 udp 1694498559 203.0.113.9 50613 typ srflx raddr 0.0.0.0 rport 0',
			'a=candidate:3 1 udp 16776703 198.51.100.30 61234 typ relay raddr 0.0.0.0 rport 0',
		]);
	});

	test('keeps the six addresses that the browser prefers', () => {
		const lines = linesOf(pack('offer', manyCandidates), 'offer');
		const addresses = lines.flatMap((line) => /udp \d+ (\S+)/.exec(line)?.[1] ?? []);
		expect(addresses).toEqual([0, 1, 2, 3, 4, 5].map((place) => `10.0.0.${place}`));
	});
});

describe('a description that cannot be packed', () => {
	test('without an address says what to do now', () => {
		const packed = packDescription({ type: 'offer', sdp: noCandidates });
		expect(textOf(packed)).toContain('offers no network address');
		expect(textOf(packed)).toContain('share by file');
	});

	test('of an unknown form is said to be one', () => {
		for (const sdp of [
			'',
			chromiumOffer.replace('sha-256', 'sha-512'),
			chromiumOffer.replace('Ie9f', 'Ie9\u00e9'),
			chromiumOffer.replace('Ie9f', 'x'.repeat(64)),
		]) {
			expect(textOf(packDescription({ type: 'offer', sdp }))).toContain('does not know');
		}
	});
});

describe('a code that is pasted', () => {
	const packed = pack('offer', chromiumOffer);

	test('in the wrong place is told apart', () => {
		expect(textOf(unpackDescription(packed, 'answer'))).toContain('This is an invitation');
		const answer = pack('answer', chromiumAnswer);
		expect(textOf(unpackDescription(answer, 'offer'))).toContain('This is an answer');
	});

	test('of another version is told apart', () => {
		const other = Uint8Array.from([34, ...packed.subarray(1)]);
		expect(textOf(unpackDescription(other, 'offer'))).toContain('another version');
	});

	test('is refused at every length but its own', () => {
		for (let length = 0; length < packed.length; length++)
			expect(textOf(unpackDescription(packed.subarray(0, length), 'offer'))).toContain('damaged');
		expect(textOf(unpackDescription(Uint8Array.from([...packed, 0]), 'offer'))).toContain(
			'damaged',
		);
	});

	test('is never more than a description, whatever its bytes', () => {
		const known =
			/^([vst]=.*|o=- 1 2 .*|c=IN IP4 0\.0\.0\.0|m=application 9 .*|a=(group|candidate|ice-ufrag|ice-pwd|ice-options|fingerprint|setup|mid|sctp-port|max-message-size):[A-Za-z0-9+/:. -]+)$/;
		fc.assert(
			fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), changed(packed)), (bytes) => {
				const unpacked = unpackDescription(bytes, 'offer');
				if (!unpacked.ok) return;
				expect(bytes.length).toBeLessThan(400);
				const lines = unpacked.value.sdp.split('\r\n');
				expect(lines.pop()).toBe('');
				expect(lines.filter((line) => !known.test(line))).toEqual([]);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('unpacks to what packs to the same bytes', () => {
		fc.assert(
			fc.property(changed(packed), (bytes) => {
				const unpacked = unpackDescription(bytes, 'offer');
				if (!unpacked.ok) return;
				const again = packDescription(unpacked.value);
				const twice = again.ok && unpackDescription(again.value, 'offer');
				expect(twice).toEqual(unpacked);
			}),
			{ numRuns: 1_000 },
		);
	});
});

/** The bytes with up to three of them changed. */
function changed(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
	const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
	return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
		const copy = bytes.slice();
		for (const [place, value] of changes) copy[place] = value;
		return copy;
	});
}

function pack(type: Description['type'], sdp: string): Uint8Array {
	const packed = packDescription({ type, sdp });
	if (!packed.ok) throw new Error(textOf(packed));
	return packed.value;
}

function linesOf(packed: Uint8Array, type: Description['type']): readonly string[] {
	const description = unpackDescription(packed, type);
	if (!description.ok) throw new Error(textOf(description));
	return description.value.sdp.trimEnd().split('\r\n');
}

function textOf(result: Result<unknown, PortProblem>): string {
	return result.ok ? '' : result.problems.map(({ text }) => text).join(' ');
}
