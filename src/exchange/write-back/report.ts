/** Gathers what became of the changes, in the order of the work. */
import type {
	RecalculatedCell,
	RefusalKind,
	RefusedChange,
	UnchangedCell,
	WriteBack,
	WrittenCell,
} from './change.ts';

export class Report {
	readonly #written: WrittenCell[] = [];
	readonly #unchanged: UnchangedCell[] = [];
	readonly #refused: RefusedChange[] = [];
	readonly #recalculated: RecalculatedCell[] = [];
	readonly #notes: string[] = [];

	written(...cells: readonly WrittenCell[]): void {
		this.#written.push(...cells);
	}

	unchanged(cell: UnchangedCell): void {
		this.#unchanged.push(cell);
	}

	/** `text` says what is in the way and what to do. */
	refuse(change: number, sheet: string, cell: string, kind: RefusalKind, text: string): void {
		this.#refused.push({ change, sheet, cell, kind, text });
	}

	recalculated(cell: RecalculatedCell): void {
		this.#recalculated.push(cell);
	}

	note(text: string): void {
		this.#notes.push(text);
	}

	/** The outcome, each list in the order of the changes. */
	finish(bytes: Uint8Array): WriteBack {
		const inOrder = <Item extends { readonly change: number }>(items: Item[]): Item[] =>
			items.sort((a, b) => a.change - b.change);
		return {
			bytes,
			written: inOrder(this.#written),
			unchanged: inOrder(this.#unchanged),
			refused: inOrder(this.#refused),
			recalculated: this.#recalculated,
			notes: this.#notes,
		};
	}
}
