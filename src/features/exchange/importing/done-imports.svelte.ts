/** What came in from the file at hand, sheet by sheet, and taking the last of it back. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ImportId } from '../../../model/records/import-record.ts';

export interface DoneImport {
	readonly id: ImportId;
	/** The place of its sheet in the file. */
	readonly place: number;
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

	/** The import that was done last. */
	get last(): ImportId | undefined {
		return this.#last?.id;
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
