/**
 * The engine of a session as the app has it, without screens and disk: an invitation, its answer,
 * the approval; then everything is cut, sealed, sent, opened, checked in a worker, and merged.
 */
import '../../../../src/workbook/quick-decoding.ts';

import * as Y from 'yjs';

import type { Result } from '../../../../src/base/result.ts';
import { systemClock } from '../../../../src/composition/platform.ts';
import { RtcCarrier } from '../../../../src/review/carriers/rtc/rtc-carrier.ts';
import { Connections } from '../../../../src/review/connections.ts';
import { AirlockClient } from '../../../../src/review/document/airlock-client.ts';
import { startAirlockWorker } from '../../../../src/review/document/start-airlock-worker.ts';
import type { HostedInvitation } from '../../../../src/review/hosting/hosted-invitation.ts';
import { Joining, type Welcomed } from '../../../../src/review/hosting/joining.ts';
import { createDeviceKeys, identityOf } from '../../../../src/review/keys/device-keys.ts';
import { Review } from '../../../../src/review/review.ts';
import { ReviewShelf, reviewStoreOn } from '../../../support/review-store-in-memory.ts';
import { documentBytes, type BenchSide } from './side.ts';

const hour = 3_600_000;
const doc = new Y.Doc();
const keys = await createDeviceKeys();
let hosted: HostedInvitation | undefined;
let tell: (maps: number) => void;
const applied = new Promise<number>((resolve) => (tell = resolve));

const side: BenchSide = {
	async offer() {
		Y.applyUpdate(doc, await documentBytes());
		const connections = await connectionsOf(new ReviewShelf(keys, 'bench'), 'Host');
		const expires = new Date(Date.now() + hour).toISOString();
		hosted = valueOf(await connections.invite('editor', expires));
		return hosted.code;
	},
	async answer(offer) {
		const [rtc, identity, at] = [new RtcCarrier(), identityOf(keys), systemClock.now()];
		const joining = valueOf(await Joining.begin(offer, { identity, name: 'Guest', rtc, at }));
		joining.subscribe(() => {
			if (joining.state.kind === 'welcomed') void follow(joining.state.welcome, rtc);
		});
		return joining.code;
	},
	async accept(answer) {
		valueOf((await hosted?.take(answer)) ?? { ok: false, problems: [{ text: 'No invitation' }] });
		await hosted?.approve();
	},
	applied: () => applied,
};
Object.assign(window, { benchSide: side });

/** What comes in after the welcome, until the last of the document is there: it holds the deletions. */
async function follow({ reviewId, statements }: Welcomed, rtc: RtcCarrier): Promise<void> {
	const shelf = new ReviewShelf(keys, reviewId);
	shelf.statements = statements;
	const wanted = Number(new URL(location.href).searchParams.get('structs'));
	doc.on('update', () => {
		let structs = 0;
		for (const clock of Y.decodeStateVector(Y.encodeStateVector(doc)).values()) structs += clock;
		if (structs === wanted) tell(doc.share.size);
	});
	const connections = await connectionsOf(shelf, 'Guest');
	await connections.adopt(rtc);
}

async function connectionsOf(shelf: ReviewShelf, name: string): Promise<Connections> {
	const store = reviewStoreOn(shelf);
	const review = await Review.open({
		...{ doc, store, stored: valueOf(await store.read()), clock: systemClock },
		timer: {
			now: () => performance.now(),
			after(milliseconds, call) {
				const timer = setTimeout(call, milliseconds);
				return () => clearTimeout(timer);
			},
		},
		pause: () => new Promise((resolve) => setTimeout(resolve)),
		quiet: () => new Promise((resolve) => setTimeout(resolve)),
		name: () => name,
		makeGuard: () => new AirlockClient(doc, startAirlockWorker),
		onProblem(text) {
			throw new Error(text);
		},
	});
	return new Connections({ review, clock: systemClock, workbookName: () => 'Bench' });
}

function valueOf<Value>(result: Result<Value, { readonly text: string }>): Value {
	if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '));
	return result.value;
}
