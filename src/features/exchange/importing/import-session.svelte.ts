/**
 * An import from choosing a file to its summary: which step the person is at, and the one way from
 * each step to the next. It lasts as long as its workbook is open, so that a person may look
 * elsewhere and come back to what they decided. Nothing enters the workbook before `apply`, and then
 * as one command.
 */
import type { ImportId } from '../../../model/records/import-record.ts';
import type { LayoutProfilesPort, SourceFilesPort } from '../../../workbook/ports.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import {
	ExchangeClient,
	type StartExchangeWorker,
} from '../../../exchange/worker/exchange-client.ts';
import {
	largestFileBytes,
	type OpenedSpreadsheet,
	type SpreadsheetSource,
} from '../../../exchange/worker/protocol.ts';
import { bringIn, type DoneImport, type Headway, type SourceFile } from './bring-in.ts';
import { keepLayout, recallLayout } from './remembered-layout.ts';
import { SheetReview } from './sheet-review.svelte.ts';

export interface ImportPorts {
	readonly workbook: LiveWorkbook;
	readonly startWorker: StartExchangeWorker;
	readonly files: SourceFilesPort;
	readonly profiles: LayoutProfilesPort;
}

export type ImportStep = 'choose' | 'reading' | 'sheets' | 'check' | 'done';

/** What could not be done, for which file, and what to do now. */
export interface Refusal {
	readonly name: string;
	readonly text: string;
}

const pastedName = 'Pasted cells';

const tooLarge = `The file is larger than ${largestFileBytes / 2 ** 20} MB, more than can be read here. Save a copy with only the sheets you need and bring that in.`;

export class ImportSession {
	readonly #ports: ImportPorts;
	readonly #client: ExchangeClient;
	#step = $state<ImportStep>('choose');
	#source: SourceFile = $state.raw({ name: '', bytes: undefined, type: '' });
	#opened = $state.raw<OpenedSpreadsheet>();
	#review = $state.raw<SheetReview>();
	#headway = $state.raw<Headway>();
	#refusal = $state.raw<Refusal>();
	#last = $state.raw<DoneImport>();
	#imported = $state.raw<ReadonlyMap<number, number>>(new Map());
	#waiting = $state.raw<File>();
	#offered: File | undefined;
	#reading = new AbortController();
	#applying: AbortController | undefined;

	constructor(ports: ImportPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
	}

	get step(): ImportStep {
		return this.#step;
	}

	/** The file's name, or what stands for it where cells were pasted. */
	get name(): string {
		return this.#source.name;
	}

	get opened(): OpenedSpreadsheet | undefined {
		return this.#opened;
	}

	get review(): SheetReview | undefined {
		return this.#review;
	}

	/** Present while something long is going on. */
	get headway(): Headway | undefined {
		return this.#headway;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** The import that was done last. */
	get importId(): ImportId | undefined {
		return this.#last?.id;
	}

	/** Rows that came in, by the place of their sheet. */
	get imported(): ReadonlyMap<number, number> {
		return this.#imported;
	}

	/** A file that was offered while the import of another is not finished. */
	get waiting(): File | undefined {
		return this.#waiting;
	}

	/** True where something was decided or is being read that another file would put an end to. */
	get isUnderWay(): boolean {
		return this.#step === 'sheets' || this.#step === 'check' || this.#headway !== undefined;
	}

	/** True where the file has sheets with rows that did not come in. */
	get hasMoreSheets(): boolean {
		const sheets = this.#opened?.sheets ?? [];
		return sheets.some(
			({ rowNumbers }, place) => rowNumbers.length > 0 && !this.#imported.has(place),
		);
	}

	/**
	 * The person comes to the wizard, with a file that was chosen or dropped elsewhere where there is
	 * one: it is read once, and waits where another import is under way.
	 */
	async arrive(file: File | undefined): Promise<void> {
		if (!file || file === this.#offered) {
			// Controls may have come in meanwhile that have the ids of these rows.
			await this.#review?.decide(this.#review.decisions);
			return;
		}
		this.#offered = file;
		if (this.isUnderWay) this.#waiting = file;
		else await this.openFile(file);
	}

	/** The person leaves the wizard; an import that is through is not shown again. */
	leave(): void {
		if (this.#step === 'done' && !this.hasMoreSheets) this.chooseAgain();
	}

	/** Puts the file that waits aside, and goes on with the one under way. */
	dismissWaiting(): void {
		this.#waiting = undefined;
	}

	async openFile(file: File): Promise<void> {
		const { signal } = this.#begin(file.name);
		if (file.size > largestFileBytes) {
			this.#refuse(tooLarge);
			return;
		}
		try {
			const bytes = new Uint8Array(await file.arrayBuffer());
			if (signal.aborted) return;
			await this.#read(
				{ name: file.name, bytes, type: file.type },
				{ kind: 'file', name: file.name, bytes },
			);
		} catch {
			const text =
				'The browser could not read the file. It may have been moved or changed since it was chosen: choose it again.';
			this.#refuse(text);
		}
	}

	async openPasted(html: string, text: string): Promise<void> {
		this.#begin(pastedName);
		await this.#read(this.#source, { kind: 'pasted', html, text });
	}

	/** Stops reading and goes back to choosing. */
	cancelReading(): void {
		this.#reading.abort();
		this.#client.close();
		this.#headway = undefined;
		this.#step = 'choose';
	}

	/** Starts over with another file; what was imported stays. */
	chooseAgain(): void {
		this.cancelReading();
		this.#refusal = undefined;
		this.#waiting = undefined;
		this.#opened = undefined;
		this.#review = undefined;
		this.#imported = new Map();
	}

	backToSheets(): void {
		this.#refusal = undefined;
		this.#step = 'sheets';
	}

	/** Goes on to checking a sheet, by its place; choices made for it before are kept. */
	async checkSheet(place: number): Promise<void> {
		const sheet = this.#opened?.sheets[place];
		if (!sheet) return;
		this.#refusal = undefined;
		this.#step = 'check';
		if (this.#review?.place === place) return;
		const review = new SheetReview(place, sheet, this.#client, this.#ports.workbook);
		this.#review = review;
		await review.decide(review.decisions);
		review.remembered = await recallLayout(this.#ports.profiles, sheet.proposal, sheet.decisions);
	}

	/** Brings the checked sheet in, as one command. */
	async apply(): Promise<void> {
		const review = this.#review;
		if (!review || this.#headway) return;
		this.#refusal = undefined;
		this.#applying = new AbortController();
		const done = await bringIn(
			review,
			this.#source,
			{ ...this.#ports, client: this.#client },
			this.#applying.signal,
			(headway) => (this.#headway = headway),
		);
		this.#headway = undefined;
		if (!done.ok) {
			const [problem] = done.problems;
			if (problem) this.#refusal = { name: this.name, text: problem.text };
			return;
		}
		this.#last = done.value;
		this.#imported = new Map(this.#imported).set(review.place, done.value.rowsIn);
		this.#review = undefined;
		this.#step = 'done';
		await this.#remember(review, done.value.id);
	}

	/** Nothing has been changed when an import is stopped. */
	cancelApplying(): void {
		this.#applying?.abort();
	}

	/** Takes the last import back; where later steps came after it, says so instead. */
	undo(): void {
		const { workbook } = this.#ports;
		if (!this.#last || workbook.undoStep !== this.#last.step) {
			const text = 'Other changes came after this import. Undo those first, in the matrix.';
			this.#refusal = { name: this.name, text };
			return;
		}
		workbook.undo();
		const { place } = this.#last;
		this.#imported = new Map([...this.#imported].filter(([other]) => other !== place));
	}

	/** Ends the worker; to be called when the workbook is closed. */
	close(): void {
		this.#applying?.abort();
		this.#reading.abort();
		this.#client.close();
	}

	#begin(name: string): AbortController {
		this.chooseAgain();
		this.#reading = new AbortController();
		this.#source = { name, bytes: undefined, type: '' };
		this.#step = 'reading';
		this.#headway = { fraction: undefined, what: 'Opening the file' };
		return this.#reading;
	}

	async #read(source: SourceFile, asked: SpreadsheetSource): Promise<void> {
		this.#source = source;
		const opened = await this.#client.open(asked, {
			onprogress: (fraction, what) => (this.#headway = { fraction, what }),
		});
		if (!opened.ok) {
			const [problem] = opened.problems;
			if (problem && problem.kind !== 'cancelled') this.#refuse(problem.text);
			return;
		}
		this.#headway = undefined;
		this.#opened = opened.value;
		this.#step = 'sheets';
		const filled = opened.value.sheets.flatMap((sheet, place) =>
			sheet.rowNumbers.length > 0 ? [place] : [],
		);
		if (filled.length === 1 && filled[0] !== undefined) await this.checkSheet(filled[0]);
	}

	#refuse(text: string): void {
		this.#client.close();
		this.#refusal = { name: this.name, text };
		this.#headway = undefined;
		this.#step = 'choose';
	}

	async #remember({ sheet, decisions }: SheetReview, importId: ImportId): Promise<void> {
		const record = this.#ports.workbook.importRecord(importId);
		if (record) await keepLayout(this.#ports.profiles, record, sheet.proposal, decisions);
	}
}
