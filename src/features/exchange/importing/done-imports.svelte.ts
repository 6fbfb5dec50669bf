/** What came in from the file at hand, sheet by sheet, and taking the last of it back. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Destination } from '../../../exchange/destinations.ts';
import type { ImportId } from '../../../model/records/import-record.ts';

export interface DoneImport {
	/** Undefined where the sheet spoke of criteria: that adds no record and keeps no file. */
	readonly id: ImportId | undefined;
	/** The place of its sheet in the file. */
	readonly place: number;
	readonly register: Destination;
	/** Rows that came in; of criteria, those that changed. */
	readonly rowsIn: number;
	/** What undo would take back right after the import. */
	readonly step: LiveWorkbook['undoStep'];
}

export class DoneImports {
	readonly #workbook: LiveWorkbook;
	#last = $state.raw<DoneImport>();
	#rows = $state.raw<ReadonlyMap<number, number>>(new Map());

	constructor(workbook: LiveWorkbook) {
		this.#workbook = workbook;
	}

	/** What was done last. */
	get last(): DoneImport | undefined {
		return this.#last;
	}

	/** Rows that came in, by the place of their sheet. */
	get rows(): ReadonlyMap<number, number> {
		return this.#rows;
	}

	add(done: DoneImport): void {
		this.#last = done;
		this.#rows = new Map(this.#rows).set(done.place, done.rowsIn);
	}

	/** Another file begins. */
	forget(): void {
		this.#rows = new Map();
	}

	/** Takes the last import back; what stands in the way where later steps came after it. */
	undo(): string | undefined {
		if (!this.#last || this.#workbook.undoStep !== this.#last.step) {
			return 'Other changes came after this import. Undo those first, in the matrix.';
		}
		this.#workbook.undo();
		const { place } = this.#last;
		this.#rows = new Map([...this.#rows].filter(([other]) => other !== place));
		return undefined;
	}
}
