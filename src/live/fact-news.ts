/**
 * What changed in a workbook since readiness last looked at it, as facts. Tables tell which records
 * changed; what these say now is read when somebody asks.
 */
import { Listeners } from '../base/observable.ts';
import type { FactStore, FactChanges } from '../model/readiness/fact-store.ts';
import type { DroppedEdit, Surroundings } from '../model/readiness/facts.ts';
import { sameList } from '../model/readiness/memo.ts';
import type { Acceptance } from '../model/records/acceptance.ts';
import { emptyScope, scopeId } from '../model/records/scope.ts';
import type { RegisterName, RegisterRecord } from '../model/registers/register.ts';
import { registerOfId } from '../model/registers/registers.ts';
import type { Names } from '../workbook/change-words.ts';
import { CollidingEdits, type CollidingEdit } from '../workbook/colliding-edits.ts';
import { droppedEditWords } from '../workbook/dropped-edit-words.ts';
import type { Workbook } from '../workbook/workbook.ts';
import type { Doers } from './doers.svelte.ts';

/** Records told in one step: a few milliseconds. */
const recordsPerStep = 128;

export class FactNews {
	readonly #workbook: Workbook;
	readonly #doers: Doers;
	readonly #collisions: CollidingEdits;
	/** By table, the records that changed. */
	readonly #news = new Map<string, Set<string>>();
	readonly #listeners = new Listeners();
	/** What a linked record was called when this was found, is told as long as it stands. */
	#words = new WeakMap<CollidingEdit, DroppedEdit>();
	#hasDeeds = false;

	constructor(workbook: Workbook, doers: Doers) {
		this.#workbook = workbook;
		this.#doers = doers;
		this.#collisions = new CollidingEdits(workbook);
		for (const table of workbook.tables) {
			table.subscribe((ids) => {
				const news = this.#newsOf(table.kind.name);
				for (const id of ids) news.add(id);
				this.#listeners.call();
			});
		}
		// An entry may come after what it tells of.
		workbook.activity.subscribe(() => {
			this.#hasDeeds = true;
			this.#listeners.call();
		});
		// Whoever had no name where they did something may have one now.
		doers.subscribe(() => {
			this.#words = new WeakMap();
			const news = this.#newsOf('acceptances');
			for (const { id } of workbook.acceptances.all()) news.add(id);
			this.#listeners.call();
		});
	}

	/** Called when something changed. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	/** How many records changed. */
	get count(): number {
		let count = 0;
		for (const ids of this.#news.values()) count += ids.size;
		return count;
	}

	/** Puts what changed into the facts. */
	tell(facts: FactStore): void {
		if (this.#news.size === 0 && !this.#hasDeeds) return;
		const changes = this.#changes(facts.surroundings);
		this.#forget();
		facts.put(changes);
	}

	/** Puts everything there is into facts that hold nothing, in steps; what changes meanwhile is news. */
	*tellAll(facts: FactStore): Generator<void, void> {
		yield* this.#collisions.steps();
		this.#forget();
		const { registers, assessments, acceptances, imports } = this.#workbook;
		for (const table of registers.all) {
			const name = table.kind.name as RegisterName;
			const ids = table.all().map(({ id }) => id);
			for (let from = 0; from < ids.length; from += recordsPerStep) {
				const part = ids.slice(from, from + recordsPerStep);
				facts.put({ registers: { [name]: new Map(part.map((id) => [id, table.get(id)])) } });
				yield;
			}
		}
		for (const { kind } of this.#workbook.tables) this.#newsOf(kind.name);
		for (const table of [assessments, acceptances, imports]) {
			const news = this.#newsOf(table.kind.name);
			for (const { id } of table.all()) news.add(id);
		}
		this.tell(facts);
	}

	#newsOf(table: string): Set<string> {
		const news = this.#news.get(table) ?? new Set();
		this.#news.set(table, news);
		return news;
	}

	#forget(): void {
		this.#news.clear();
		this.#hasDeeds = false;
	}

	#changes({ imports, droppedEdits = [], ...others }: Surroundings): FactChanges {
		const { registers, assessments, scope } = this.#workbook;
		const changed = <Item>(name: string, get: (id: string) => Item | undefined) =>
			new Map([...(this.#news.get(name) ?? [])].map((id) => [id, get(id)]));
		const records: Partial<Record<RegisterName, ReadonlyMap<string, RegisterRecord | undefined>>> =
			{};
		for (const table of registers.all) {
			const name = table.kind.name as RegisterName;
			if (this.#news.has(name)) records[name] = changed(name, (id) => table.get(id));
		}
		const dropped = this.#dropped();
		const isImported = this.#news.has('imports');
		const isDropped = !sameList(dropped, droppedEdits);
		return {
			registers: records,
			assessments: changed('assessments', (id) => assessments.get(id)),
			...(this.#news.has('acceptances')
				? { acceptances: changed('acceptances', (id) => this.#acceptance(id)) }
				: {}),
			...(this.#news.has('scope') ? { scope: scope.get(scopeId) ?? emptyScope } : {}),
			...(isImported || isDropped
				? {
						surroundings: {
							...others,
							imports: isImported ? this.#imports() : imports,
							droppedEdits: dropped,
						},
					}
				: {}),
		};
	}

	/** With the name of whoever accepted. */
	#acceptance(id: string): Acceptance | undefined {
		const acceptance = this.#workbook.acceptances.get(id);
		return acceptance && { ...acceptance, by: this.#doers.nameOfStamp(acceptance) };
	}

	#imports(): Surroundings['imports'] {
		return this.#workbook.imports.all().map(({ fileName, leftOut, columns }) => ({
			fileName,
			rows: leftOut.length,
			columns: columns.filter(({ target }) => target === '').length,
		}));
	}

	#dropped(): readonly DroppedEdit[] {
		if (this.#news.has('columns')) this.#words = new WeakMap();
		return this.#collisions.all().flatMap((collision) => {
			const words = this.#words.get(collision) ?? this.#wordsOf(collision);
			if (words) this.#words.set(collision, words);
			return words ?? [];
		});
	}

	#wordsOf(collision: CollidingEdit): DroppedEdit | undefined {
		return droppedEditWords(collision, this.#names, this.#doers.nameOf);
	}

	readonly #names: Names = {
		record: (id) => {
			const register = registerOfId(id);
			return register && this.#workbook.registers.of(register.name).get(id);
		},
		column: (id) => this.#workbook.columns.get(id),
		view: (id) => this.#workbook.views.get(id),
	};
}
