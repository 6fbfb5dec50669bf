/**
 * Values of this person whose place changes of others took, as this device saw it happen: kept beside
 * the review until they are put back or dismissed, so that nobody has to catch a passing word. What two
 * people wrote without knowing of each other is found by everybody in the document itself (WKB-06).
 */
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { Listeners } from '../base/observable.ts';
import type { Result } from '../base/result.ts';
import { actorSchema } from '../workbook/actor.ts';
import type { CommandProblem } from '../workbook/command.ts';
import { putBack } from '../workbook/commands/put-back.ts';
import { editKey, recordMaps, type RecordMapName } from '../workbook/layout.ts';
import { Overtaken, type OvertakenValue } from '../workbook/overtaken.ts';
import { isSameValue } from '../workbook/record-values.ts';
import type { Done, Workbook } from '../workbook/workbook.ts';
import type { ReviewStore } from './review-store.ts';

export interface ReplacedValue extends OvertakenValue {
	/** The cell: of several changes the newest is kept, with the value that was written here. */
	readonly key: string;
	/** When it was seen, ISO 8601. */
	readonly at: string;
}

/** Names the marks in the store. */
export const replacedMarks = 'replaced-values';

/** The oldest are left out beyond it; both values of each stay in the activity list. */
const mostKept = 200;

const marksSchema = z.array(
	z.object({
		key: z.string(),
		at: z.string(),
		isUnseen: z.boolean(),
		by: z.optional(actorSchema),
		change: z.object({
			table: z.string(),
			id: z.string(),
			path: z.string(),
			before: z.optional(z.unknown()),
			after: z.optional(z.unknown()),
		}),
	}),
);

export class ReplacedValues {
	readonly #workbook: Workbook;
	readonly #store: Pick<ReviewStore, 'marksOf' | 'saveMarks' | 'onElsewhere'>;
	readonly #now: () => string;
	readonly #overtaken: Overtaken;
	readonly #listeners = new Listeners();
	readonly #stop: () => void;
	#all: readonly ReplacedValue[] = [];
	/** One after the other: another tab may have kept some meanwhile. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		workbook: Workbook,
		store: Pick<ReviewStore, 'marksOf' | 'saveMarks' | 'onElsewhere'>,
		now: () => string,
	) {
		this.#workbook = workbook;
		this.#store = store;
		this.#now = now;
		this.#overtaken = new Overtaken(workbook);
		this.#overtaken.subscribe((values) => this.#add(values));
		workbook.doc.on('afterTransaction', this.#onTransaction);
		this.#stop = store.onElsewhere(({ marked }) => {
			if (marked === replacedMarks) void this.open();
		});
	}

	/** Newest first. */
	get all(): readonly ReplacedValue[] {
		return this.#all;
	}

	/** Takes what stands stored, as another tab may have changed it. */
	open(): Promise<void> {
		return this.#change((stored) => stored);
	}

	/** Sets these as they were written here, by one command. Problems mean that nothing was written. */
	putBack(values: readonly ReplacedValue[]): Result<Done, CommandProblem> {
		return this.#workbook.run(putBack, { values });
	}

	/** Says no more of these. */
	dismiss(values: readonly ReplacedValue[]): Promise<void> {
		const gone = new Set(values.map(({ key }) => key));
		return this.#change((stored) => stored.filter(({ key }) => !gone.has(key)));
	}

	/** Called when there are others than before. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Resolves when all that was seen by now is stored. */
	async close(): Promise<void> {
		this.#overtaken.destroy();
		this.#workbook.doc.off('afterTransaction', this.#onTransaction);
		this.#stop();
		await this.#last;
	}

	/** Where mine is shown again, by whatever way, nothing is left to say. */
	readonly #onTransaction = ({ changed }: Y.Transaction): void => {
		if (this.#all.length === 0 || changed.size === 0) return;
		const { doc } = this.#workbook;
		const back = this.#all.filter(({ change: { table, id, path, before } }) =>
			isSameValue(recordMaps(doc, table).edits.get(editKey(id, path)), before),
		);
		if (back.length > 0) void this.dismiss(back);
	};

	#add(values: readonly OvertakenValue[]): void {
		const at = this.#now();
		const news = values.map((value): ReplacedValue => {
			const { table, id, path } = value.change;
			return { ...value, key: `${table}/${id}/${path}`, at };
		});
		const keys = new Set(news.map(({ key }) => key));
		void this.#change((stored) => [...news, ...stored.filter(({ key }) => !keys.has(key))]);
	}

	#change(change: (stored: readonly ReplacedValue[]) => readonly ReplacedValue[]): Promise<void> {
		const done = this.#last.then(async () => {
			const stored = this.#readable(await this.#store.marksOf(replacedMarks));
			const all = change(stored).slice(0, mostKept);
			const isSame = all === stored || (all.length === 0 && stored.length === 0);
			this.#all = all;
			this.#listeners.call();
			// Not kept, it is told until the page is closed.
			if (!isSame) await this.#store.saveMarks({ store: replacedMarks, marks: all });
		});
		this.#last = done;
		return done;
	}

	#readable(marks: unknown): readonly ReplacedValue[] {
		const parsed = marksSchema.safeParse(marks ?? []);
		const tables = new Set<string>(this.#workbook.tables.map(({ kind }) => kind.name));
		return (parsed.success ? parsed.data : [])
			.filter(({ change }) => tables.has(change.table))
			.map(({ by, change, ...rest }) => ({
				...{ ...rest, by },
				change: { ...change, table: change.table as RecordMapName },
			}));
	}
}
