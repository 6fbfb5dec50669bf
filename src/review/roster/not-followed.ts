/**
 * Statements of the member list that were not followed, as others stood at their place: kept beside
 * the list, so that they are shown after a reload too (SPEC P-28).
 */
import * as z from 'zod/mini';
import { Listeners } from '../../base/observable.ts';
import { statementSchema, type RosterStatement } from '../../model/review/roster.ts';
import type { ReviewStore } from '../review-store.ts';
import { isSigned } from './statement.ts';

/** Names the marks in the store. */
const marksName = 'not-followed';
/** So many are kept, the first: whoever writes more than that hides none of them. */
const most = 100;

export class NotFollowed {
	readonly #store: Pick<ReviewStore, 'marksOf' | 'saveMarks'>;
	readonly #listeners = new Listeners();
	#all: readonly RosterStatement[] = [];

	constructor(store: Pick<ReviewStore, 'marksOf' | 'saveMarks'>) {
		this.#store = store;
	}

	/** Takes what stands stored and is signed by the devices it names. */
	async open(): Promise<void> {
		const stored = z.array(statementSchema).safeParse(await this.#store.marksOf(marksName));
		const found: RosterStatement[] = [];
		for (const statement of stored.success ? stored.data.slice(0, most) : []) {
			if (await isSigned(statement)) found.push(statement);
		}
		this.#all = found;
	}

	/** In the order in which they were heard of, but for those that `followed` holds by now. */
	without(followed: readonly RosterStatement[]): readonly RosterStatement[] {
		const signatures = new Set(followed.map(({ signature }) => signature));
		return this.#all.filter(({ signature }) => !signatures.has(signature));
	}

	/** Resolves when those that are new are kept. Where they cannot be, they are shown until a reload. */
	async add(statements: readonly RosterStatement[]): Promise<void> {
		const known = new Set(this.#all.map(({ signature }) => signature));
		const news = statements.filter(({ signature }) => !known.has(signature));
		const all = [...this.#all, ...news].slice(0, most);
		if (all.length === this.#all.length) return;
		this.#all = all;
		await this.#store.saveMarks({ store: marksName, marks: all });
		this.#listeners.call();
	}

	/** Called when there are more. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}
}
