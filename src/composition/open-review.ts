/** Opens the review of a workbook: keys, log, member list; and turns the workbook's gate by the role. */
import { counted } from '../base/counted.ts';
import { ok, type Result } from '../base/result.ts';
import { breath, quietBreath } from '../live/breath.ts';
import { LiveReview } from '../live/live-review.svelte.ts';
import { mayEdit } from '../model/review/member.ts';
import { TabsCarrier } from '../review/carriers/tabs/tabs-carrier.ts';
import { Connections } from '../review/connections.ts';
import { AirlockClient } from '../review/document/airlock-client.ts';
import { startAirlockWorker } from '../review/document/start-airlock-worker.ts';
import { startHistoryWorker } from '../review/history/start-history-worker.ts';
import { createDeviceKeys } from '../review/keys/device-keys.ts';
import { tellName } from '../review/own-name.ts';
import { Review } from '../review/review.ts';
import { startRelayWorker } from '../review/carriers/relay/start-relay-worker.ts';
import type { SessionTimer } from '../review/session/session-timer.ts';
import { StandingStores } from '../review/standing-stores.ts';
import type { Gate } from '../workbook/gate.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { suggestingGate, type SuggestedValue } from '../workbook/suggested-values.ts';
import type { ReviewOpeningParts } from './review-opening.ts';

export async function openReview({
	id,
	live,
	gate,
	storage,
	clock,
	ids,
	actor,
	workbookName,
	arrival,
	onProblem,
	onNotice,
}: ReviewOpeningParts): Promise<Result<LiveReview, PortProblem>> {
	const store = await storage.openReview(id, createDeviceKeys);
	const stored = await store.read();
	if (!stored.ok) {
		store.close();
		return stored;
	}
	const { doc } = live.workbook;
	const review = await Review.open({
		...{ doc, store, stored: stored.value, clock, timer: pageTime, onProblem },
		...{ pause: breath, quiet: quietBreath },
		name: () => actor.current.name,
		makeGuard: () => new AirlockClient(doc, startAirlockWorker),
	});
	const connections = new Connections({ review, clock, workbookName });
	const stores = new StandingStores({
		...{ review, timer: pageTime, locks: navigator.locks, startRelayWorker, onProblem },
		isHidden: () => document.visibilityState === 'hidden',
	});
	const reach = { review, connections, stores, startHistoryWorker };
	const liveReview = new LiveReview(reach, live, ids.next());

	function turnGate(): void {
		gate.turn(gateOf(review, { onProblem, onNotice }));
		if (!review.membership.roster || review.session) return;
		// Who shares a workbook sees their own other tabs too.
		const tabs = new TabsCarrier({ workbook: id, run: ids.next(), locks: navigator.locks });
		review
			.begin()
			.attach(tabs)
			.catch((error: unknown) => onProblem(String(error)));
	}
	turnGate();
	review.membership.subscribe(turnGate);
	if (arrival) await connections.adopt(arrival);
	await stores.restore();
	liveReview.history.begin({ actor: () => actor.current.device, timer: pageTime, onProblem });
	return ok(liveReview);
}

/** The others hear what this person is called: now, and whenever they take another name. */
export function keepNameTold(
	{ review }: LiveReview,
	{ actor, onProblem }: Pick<ReviewOpeningParts, 'actor' | 'onProblem'>,
): () => void {
	async function tell(): Promise<void> {
		const told = await tellName(review);
		if (!told.ok) onProblem(told.problems.map(({ text }) => text).join(' '));
	}
	void tell();
	return actor.subscribe(() => void tell());
}

type Telling = Pick<ReviewOpeningParts, 'onProblem' | 'onNotice'>;

/** What this person may do with the workbook, by their role. */
function gateOf(review: Review, tell: Telling): Gate {
	const { role } = review;
	if (mayEdit(role)) return { kind: 'open' };
	if (role === 'reviewer') {
		return suggestingGate((values) => {
			void suggestAll(review, values, tell);
			return ok(undefined);
		});
	}
	const text = role
		? 'You are a viewer of this workbook: nothing you change would be accepted by the others. Ask an owner for another role.'
		: 'You were removed from this review. What you have stays here to be read and exported.';
	return { kind: 'closed', text };
}

async function suggestAll(
	review: Review,
	values: readonly SuggestedValue[],
	{ onProblem, onNotice }: Telling,
): Promise<void> {
	for (const { record, field, present, proposed } of values) {
		const subject = { kind: 'cell', record, field } as const;
		const written = await review.write({ kind: 'suggest', subject, present, proposed, note: '' });
		if (written.ok) continue;
		onProblem(written.problems.map(({ text }) => text).join(' '));
		return;
	}
	// The cell goes on showing what it says, which looks as if nothing had been taken.
	onNotice(
		`${counted(values.length, 'value is', 'values are')} put forward as ${values.length === 1 ? 'a suggestion' : 'suggestions'}. An editor accepts or refuses.`,
	);
}

const pageTime: SessionTimer = {
	now: () => performance.now(),
	after(milliseconds, call) {
		const timer = setTimeout(call, milliseconds);
		return () => clearTimeout(timer);
	},
};
