/** Addresses of relays as people type them. */
import { describe, expect, test } from 'vitest';

import {
	relayAddress,
	relayDocument,
} from '../../../../src/review/carriers/relay/relay-address.ts';

describe('the address of a relay', () => {
	test.each([
		['wss://relay.example.com', 'wss://relay.example.com/'],
		['  wss://relay.example.com:8443/team/a?node=1 ', 'wss://relay.example.com:8443/team/a?node=1'],
		['ws://localhost:1234', 'ws://localhost:1234/'],
		['ws://127.0.0.1:1234', 'ws://127.0.0.1:1234/'],
		['ws://[::1]:1234', 'ws://[::1]:1234/'],
		['WSS://Relay.Example.com', 'wss://relay.example.com/'],
	])('%s is taken', (typed, address) => {
		expect(relayAddress(typed)).toEqual({ ok: true, value: address });
	});

	test.each([
		['', 'Type the address'],
		['not an address', 'This is no address'],
		['wss://', 'This is no address'],
		['relay.example.com:1234', 'it is wss://relay.example.com:1234'],
		['localhost:1234', 'it is ws://localhost:1234'],
		['https://relay.example.com', 'a web page. That of a relay begins with wss://'],
		['http://127.0.0.1:1234/', 'a web page. That of a relay begins with ws://'],
		['javascript:alert(1)', 'begins with wss://'],
		['ws://relay.example.com', 'needs wss://'],
		['ws://192.168.0.10:1234', 'needs wss://'],
		['ws://localhost.example.com', 'needs wss://'],
		['ws://127.0.0.1.example.com', 'needs wss://'],
		['wss://user:secret@relay.example.com', 'takes a token'],
		['wss://relay.example.com/#x', 'from # on'],
		[`wss://relay.example.com/${'a'.repeat(600)}`, 'This is no address'],
	])('%s is refused with words', (typed, words) => {
		const read = relayAddress(typed);
		expect(read.ok ? '' : read.problems[0]).toContain(words);
	});

	test('the relay’s name for a group tells nothing else', () => {
		expect(relayDocument('ab'.repeat(32))).toBe(`review-${'ab'.repeat(32)}`);
	});
});
