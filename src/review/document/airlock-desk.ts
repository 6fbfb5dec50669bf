/** Answers the page's questions to the airlock, inside the worker. */
import { deflateSync } from 'fflate';
import * as Y from 'yjs';
import { Airlock } from './airlock.ts';
import type { AirlockQuestion, AirlockTalk, TakeAnswer } from './airlock-protocol.ts';
import { CutPieces } from './cut-pieces.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Handlers = {
	readonly [Key in AirlockQuestion]: (
		ask: AirlockTalk[Key]['ask'],
		id: number,
	) => AirlockTalk[Key]['answer'];
};

/** The state vector of an empty document. */
const vectorOfNothing = Y.encodeStateVector(new Y.Doc()) as Bytes;

/** Half the time of the default, for a few percent more bytes. */
const deflateLevel = 4;

export class AirlockDesk {
	readonly #airlock = new Airlock();
	readonly #pieces = new Map<number, Generator<Bytes, void, undefined>>();
	/** Several who join at once mostly ask from the same state: nothing is deflated twice. */
	readonly #made = new CutPieces((vector) => this.#airlock.diff(vector), deflated);

	/** How often records had been removed when those pieces were begun. */
	#removals = 0;

	readonly handlers: Handlers = {
		fill: ({ update, isFirst, isForNewcomers }) => {
			if (isFirst) this.#made.clear();
			if (isFirst) this.#airlock.rebuild(update);
			else this.#airlock.noteLocal(update);
			this.#removals = this.#airlock.removals;
			if (isForNewcomers) this.#made.add(vectorOfNothing, this.#airlock.vector, update);
		},
		note: ({ update }) => {
			this.#airlock.noteLocal(update);
		},
		keep: ({ kept }) => {
			this.#airlock.keep(kept);
		},
		ahead: () => this.#cutAhead(),
		take: (ask) => this.#take(ask),
		diff: ({ vector, deflate }, id) => {
			const pieces = deflate ? this.#deflated.from(vector, () => this.#airlock.vector) : undefined;
			this.#pieces.set(id, pieces ?? this.#airlock.diff(vector));
		},
		piece: ({ of }) => this.#piece(of),
		leave: ({ of }) => {
			this.#pieces.delete(of);
		},
	};

	/**
	 * Pieces as they were made, unless records were removed since: what brings them and takes them away
	 * again would look to a newcomer as if somebody removed much.
	 */
	get #deflated(): CutPieces {
		const { removals } = this.#airlock;
		if (this.#removals !== removals) this.#made.clear();
		this.#removals = removals;
		return this.#made;
	}

	/** One piece a turn, so that whatever is asked meanwhile waits for one at most. */
	#cutAhead(): undefined {
		const steps = this.#deflated.ahead(vectorOfNothing, () => this.#airlock.vector);
		const step = (): void => {
			if (!steps.next().done) setTimeout(step);
		};
		setTimeout(step);
	}

	#take({ update, ...how }: AirlockTalk['take']['ask']): TakeAnswer {
		const taken = this.#airlock.take(update, how);
		if (taken.ok) return { kind: 'taken', checked: taken.value };
		const [problem] = taken.problems;
		if (!problem) throw new Error('A refusal without a reason');
		return { kind: 'refused', problem, isBroken: this.#airlock.isBroken };
	}

	#piece(of: number): Bytes | undefined {
		const next = this.#pieces.get(of)?.next();
		if (next && !next.done) return next.value;
		this.#pieces.delete(of);
		return undefined;
	}
}

function deflated(piece: Bytes): Bytes {
	return deflateSync(piece, { level: deflateLevel });
}
