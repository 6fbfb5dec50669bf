/** What is said of a relay: how it stands, and what to do now. */
import { grouped } from '../../../base/counted.ts';
import type { CarrierStatus } from '../../carrier.ts';
import type { RelayState } from './relay-protocol.ts';

export const relayWords = {
	notHere: {
		kind: 'failed',
		text: 'This copy of the program is a single file, which may connect to nobody. Open the workbook where the program is served from a web address to use a relay, or share by file or folder.',
	} satisfies CarrierStatus,

	otherTab: {
		kind: 'waiting',
		text: 'Another tab of this browser is connected to the relay.',
	} satisfies CarrierStatus,

	crashed: {
		kind: 'failed',
		text: 'The part of the program that talks to the relay stopped unexpectedly. Your changes are kept in this browser. Reload the page to connect again.',
	} satisfies CarrierStatus,
};

/** `host`: the relay's name and port. */
export function relayStatus(host: string, state: RelayState): CarrierStatus {
	const waits = state.waiting === 0 ? '' : ` ${pieces(state.waiting)} not there yet.`;
	switch (state.kind) {
		case 'up':
			return {
				kind: 'on',
				text: `Connected to the relay ${host}.${waits || ' It has everything from here.'}`,
			};
		case 'connecting':
			return {
				kind: 'waiting',
				text: `Connecting to the relay ${host}.${waits} If your browser asks to allow the connection, allow it.`,
			};
		case 'unanswered':
			return {
				kind: 'waiting',
				text: `No relay answers at ${host}.${waits} See whether the address is right, whether the relay runs, and whether your browser asks to allow the connection. It is tried again; nothing is lost meanwhile.`,
			};
		case 'away':
			return {
				kind: 'waiting',
				text: `The relay ${host} cannot be reached now.${waits} It is tried again; nothing is lost meanwhile.`,
			};
		case 'refused':
			return {
				kind: 'failed',
				text: `The relay ${host} does not let this browser in.${waits} Check the token with whoever runs the relay, then connect again.`,
			};
		case 'full':
			return {
				kind: 'failed',
				text: `The relay ${host} has no room for more of this review.${waits} Ask whoever runs it for more room, or share by file or folder.`,
			};
	}
}

function pieces(count: number): string {
	return count === 1 ? '1 change is' : `${grouped(count)} changes are`;
}
