/**
 * The session's carrier alone, with the same work as the bare channel: the document's bytes in
 * frames, joined and applied by Yjs. What sealing, checking and merging cost comes on top of it.
 */
import * as Y from 'yjs';

import { fromBase64Url, toBase64Url } from '../../../../src/base/base64url.ts';
import type { Result } from '../../../../src/base/result.ts';
import type { PendingOffer } from '../../../../src/review/carriers/rtc/pending-link.ts';
import { RtcCarrier } from '../../../../src/review/carriers/rtc/rtc-carrier.ts';
import { documentBytes, type BenchSide } from './side.ts';

const frameSize = 2 ** 20;

const carrier = new RtcCarrier();
const pieces: Uint8Array[] = [];
let pending: PendingOffer | undefined;
let bytes = new Uint8Array();

const applied = new Promise<number>((resolve) => {
	void carrier.start({
		frame(frame) {
			pieces.push(frame);
			// The last piece is the first that is not full.
			if (frame.length < frameSize) resolve(applyPieces());
		},
		link: () => undefined,
		status: () => undefined,
	});
});

const side: BenchSide = {
	async offer() {
		bytes = await documentBytes();
		pending = valueOf(await carrier.offer());
		return toBase64Url(pending.packed);
	},
	async answer(offer) {
		const { packed } = valueOf(await carrier.answer(fromBase64Url(offer) ?? new Uint8Array()));
		return toBase64Url(packed);
	},
	async accept(answer) {
		const link = await pending?.accept(fromBase64Url(answer) ?? new Uint8Array());
		if (!link?.ok) throw new Error('Not connected');
		for (let at = 0; at < bytes.length; at += frameSize)
			await carrier.send(bytes.subarray(at, at + frameSize), { to: link.value });
	},
	applied: () => applied,
};
Object.assign(window, { benchSide: side });

function applyPieces(): number {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	const doc = new Y.Doc();
	Y.applyUpdate(doc, whole);
	return doc.share.size;
}

function valueOf<Value>(result: Result<Value, { readonly text: string }>): Value {
	if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '));
	return result.value;
}
