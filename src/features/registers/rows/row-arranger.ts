/**
 * The rows of a register, kept as the records change: an edit of one record among 10,000 moves
 * one row and leaves the others alone.
 *
 * One row may be held: while someone works on a record it stays where it stood when they came to
 * it, even where the new value would sort elsewhere or be filtered out.
 */
import type { RegisterRecord } from '../../../model/registers/register.ts';
import { compareBy, levelsOf, passesOf, type Arrangement, type SortLevel } from './arrangement.ts';
import { changesBetween, type Changes } from './changes-between.ts';
import type { Passes } from './filter.ts';
import { sortByCounting } from './sort-by-counting.ts';

export class RowArranger {
	#records: readonly RegisterRecord[] = [];
	#arrangement: Arrangement | undefined;
	/** The held record as it was when it began to be held; it decides the row's place. */
	#held: RegisterRecord | undefined;
	#passes: Passes = () => true;
	#levels: readonly SortLevel[] = [];
	#compare = compareBy([]);
	#rows: readonly RegisterRecord[] = [];

	/**
	 * The records to show, in order. `records` stand in the order of the workbook; `held` is always
	 * shown while it is among them.
	 */
	arrange(
		records: readonly RegisterRecord[],
		arrangement: Arrangement,
		held?: RegisterRecord,
	): readonly RegisterRecord[] {
		const changes =
			arrangement === this.#arrangement ? changesBetween(this.#records, records) : undefined;
		const heldBefore = this.#held;
		this.#records = records;
		if (arrangement !== this.#arrangement) {
			this.#arrangement = arrangement;
			this.#passes = passesOf(arrangement);
			this.#levels = levelsOf(arrangement);
			this.#compare = compareBy(this.#levels);
		}
		if (!changes) this.#arrangeAll(held);
		else if (heldBefore === held) this.#patch(changes, held);
		else this.#patch(withMoved(changes, this.#released([heldBefore, held])), held);
		this.#held = held;
		return this.#rows;
	}

	/** The record that decides where a row stands: itself, or a held row's snapshot. */
	placeOf(row: RegisterRecord): RegisterRecord {
		return this.#held?.id === row.id ? this.#held : row;
	}

	/** Rows that may have to move because they begin or cease to be held. */
	#released(held: readonly (RegisterRecord | undefined)[]): readonly RegisterRecord[] {
		return held.flatMap((snapshot) => {
			const record = snapshot && this.#records.find(({ id }) => id === snapshot.id);
			return record && (record !== snapshot || !this.#passes(record)) ? [record] : [];
		});
	}

	#arrangeAll(held: RegisterRecord | undefined): void {
		const passing = this.#records.filter(
			(record) => record.id !== held?.id && this.#passes(record),
		);
		const rows = sortByCounting(passing, this.#levels);
		const row = held && this.#records.find(({ id }) => id === held.id);
		this.#held = held;
		this.#rows = row ? rows.toSpliced(this.#indexFor(row, rows), 0, row) : rows;
	}

	#patch({ gone, come }: Changes, held: RegisterRecord | undefined): void {
		if (gone.length === 0 && come.length === 0) return;
		const rows = [...this.#rows];
		for (const record of gone) {
			const index = rows.indexOf(record);
			if (index >= 0) rows.splice(index, 1);
		}
		this.#held = held;
		for (const record of come) {
			if (record.id !== held?.id && !this.#passes(record)) continue;
			rows.splice(this.#indexFor(record, rows), 0, record);
		}
		this.#rows = rows;
	}

	/** Where a row belongs among rows in order. */
	#indexFor(row: RegisterRecord, rows: readonly RegisterRecord[]): number {
		const place = this.placeOf(row);
		let [low, high] = [0, rows.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#compare(this.placeOf(rows[middle]!), place) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** The changes, and these records taken out and put in again. */
function withMoved({ gone, come }: Changes, moved: readonly RegisterRecord[]): Changes {
	const others = [...new Set(moved)].filter((record) => !come.includes(record));
	return { gone: [...gone, ...others], come: [...come, ...others] };
}
