/** The two steps of joining that a browser takes: describing itself, and taking the other's description. */
import { refused, type Result } from '../../../base/result.ts';
import type { PortProblem } from '../../../workbook/ports.ts';
import type { Timer } from '../timer.ts';
import { codeProblems, packDescription } from './packed-description.ts';
import type { Description, PeerConnection } from './peer-connection.ts';

/** Milliseconds that addresses are waited for: some 200 without servers, seconds with slow ones. */
const gathering = 5_000;

/** The browser's own description, packed, with the addresses it found. */
export async function ownDescription(
	peer: PeerConnection,
	type: Description['type'],
	timer: Timer,
): Promise<Result<Uint8Array<ArrayBuffer>, PortProblem>> {
	try {
		await peer.setLocalDescription();
	} catch {
		return refused({ text: codeProblems.unknown });
	}
	await addressesGathered(peer, timer);
	return packDescription({ type, sdp: peer.localDescription?.sdp ?? '' });
}

/** False where the browser refuses the description. */
export async function isTaken(peer: PeerConnection, description: Description): Promise<boolean> {
	try {
		await peer.setRemoteDescription(description);
		return true;
	} catch {
		return false;
	}
}

/** Resolves when all addresses are gathered, or waiting for more makes no sense. */
function addressesGathered(peer: PeerConnection, timer: Timer): Promise<void> {
	return new Promise((resolve) => {
		const cancel = timer.after(gathering, resolve);
		const look = (): void => {
			if (peer.iceGatheringState !== 'complete') return;
			cancel();
			resolve();
		};
		peer.addEventListener('icegatheringstatechange', look);
		look();
	});
}
