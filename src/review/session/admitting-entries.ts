/** Entries that others sent: taken where their chains allow it, and passed on as they came. */
import type { ReviewEntry } from '../../model/review/entry.ts';
import { refusedByRoster } from '../log/admission.ts';
import type { LogHeads } from '../log/chains.ts';
import type { Heard } from './incoming.ts';
import type { TakingInParts } from './taking-in.ts';

export interface AdmittingEntriesParts extends Pick<
	TakingInParts,
	| 'log'
	| 'membership'
	| 'outlet'
	| 'refuse'
	| 'forget'
	| 'mayPass'
	| 'catchUpAll'
	| 'onFork'
	| 'onProblem'
> {
	/** They came before what they build on. */
	readonly wait: (heard: Heard) => void;
	/** Some were taken. */
	readonly onNews: () => void;
}

export class AdmittingEntries {
	readonly #parts: AdmittingEntriesParts;
	#taken = 0;

	constructor(parts: AdmittingEntriesParts) {
		this.#parts = parts;
	}

	/** How many were news here. */
	get taken(): number {
		return this.#taken;
	}

	/** `entries`: those of the frame, each of its own author. */
	async admit(heard: Heard, entries: readonly ReviewEntry[]): Promise<void> {
		const { channel, frame, link, signer } = heard;
		const { log, membership, onProblem, refuse, outlet } = this.#parts;
		const admitted = await log.admit(entries, (entry) => refusedByRoster(entry, membership.roster));
		if (!admitted.ok) {
			onProblem(admitted.problems.map(({ text }) => text).join(' '));
			return;
		}
		const { taken, refused } = admitted.value;
		for (const { entry, refusal } of refused) {
			// Only of a contradiction is it certain that the author wrote it.
			if (refusal !== 'gap') refuse(refusal, link, refusal === 'fork' ? entry.author : signer);
			if (refusal === 'fork') this.#parts.onFork(entry, link);
		}
		const notTaken = new Set(refused.map(({ entry }) => entry));
		link.noteHeads(headsOf(entries.filter((entry) => !notTaken.has(entry))));
		const isBad = refused.some(({ refusal }) => refusal !== 'gap');
		// It would be refused again each time it is heard.
		if (isBad) this.#parts.forget(heard);
		else if (notTaken.size > 0) this.#parts.wait(heard);
		if (taken.length === 0) return;
		this.#taken += taken.length;
		this.#parts.onNews();
		// Who passed on what others refuse would be taken for its sender.
		if (isBad) await this.#parts.catchUpAll();
		else
			await outlet.passOn(frame, channel, link, 'bulk', (other) => {
				const takes = this.#parts.mayPass(other);
				if (takes) other.noteHeads(headsOf(taken));
				return takes;
			});
	}
}

function headsOf(entries: readonly ReviewEntry[]): LogHeads {
	const heads: Record<string, number> = {};
	for (const { author, channel, seq } of entries) {
		const key = `${author}.${channel}`;
		heads[key] = Math.max(heads[key] ?? 0, seq);
	}
	return heads;
}
