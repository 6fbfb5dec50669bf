/**
 * An import from choosing a file to its summary: which step the person is at, and the one way from
 * each step to the next. It lasts as long as its workbook is open, so that a person may look
 * elsewhere and come back to what they decided. Nothing enters the workbook before `apply` or
 * `takeVersion`, and then as one command.
 */
import type { ImportId } from '../../../model/records/import-record.ts';
import { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { OpenedSpreadsheet } from '../../../exchange/worker/protocol.ts';
import { NextVersions } from '../comparing/next-versions.svelte.ts';
import { bringIn } from './bring-in.ts';
import { DoneImports, type DoneImport } from './done-imports.svelte.ts';
import type { Headway, ImportPorts, Refusal } from './import-ports.ts';
import { OfferedFile } from './offered-file.svelte.ts';
import { decisionsFor, keepLayout, recallLayout } from './remembered-layout.ts';
import { SheetReview } from './sheet-review.svelte.ts';
import { filledPlaces, SpreadsheetOpening, type Opening } from './spreadsheet-opening.ts';

export type ImportStep = 'choose' | 'reading' | 'sheets' | 'check' | 'compare' | 'done';

export class ImportSession {
	readonly #ports: ImportPorts;
	readonly #client: ExchangeClient;
	readonly #opening: SpreadsheetOpening;
	readonly #done: DoneImports;
	/** What of the file is a later version of something that is here. */
	readonly next: NextVersions;
	readonly offered = new OfferedFile();
	#step = $state<ImportStep>('choose');
	#name = $state('');
	#opened = $state.raw<OpenedSpreadsheet>();
	#review = $state.raw<SheetReview>();
	#headway = $state.raw<Headway>();
	#refusal = $state.raw<Refusal>();
	#applying: AbortController | undefined;

	constructor(ports: ImportPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
		this.#opening = new SpreadsheetOpening(this.#client, (headway) => (this.#headway = headway));
		this.#done = new DoneImports(ports.workbook);
		const recalled = decisionsFor(ports.profiles);
		this.next = new NextVersions(this.#client, ports.workbook, recalled);
	}

	get step(): ImportStep {
		return this.#step;
	}

	/** The file's name, or what stands for it where cells were pasted. */
	get name(): string {
		return this.#name;
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

	/** What was done last. */
	get lastDone(): DoneImport | undefined {
		return this.#done.last;
	}

	/** The import that was done last. */
	get importId(): ImportId | undefined {
		return this.#done.last?.id;
	}

	/** Rows that came in, by the place of their sheet. */
	get imported(): ReadonlyMap<number, number> {
		return this.#done.rows;
	}

	/** True where something was decided or is being read that another file would put an end to. */
	get isUnderWay(): boolean {
		return ['sheets', 'check', 'compare'].includes(this.#step) || this.#headway !== undefined;
	}

	/** True where the file has sheets with rows that did not come in. */
	get hasMoreSheets(): boolean {
		return filledPlaces(this.#opened).some((place) => !this.imported.has(place));
	}

	/**
	 * The person comes to the wizard, with a file that was chosen or dropped elsewhere where there is
	 * one: it is read once, and waits where another import is under way.
	 */
	async arrive(file: File | undefined): Promise<void> {
		// Controls may have come in meanwhile that have the ids of these rows.
		if (!this.offered.isNew(file)) await this.#review?.decide(this.#review.decisions);
		else {
			this.offered.take(file, this.isUnderWay);
			if (!this.isUnderWay) await this.openFile(file);
		}
	}

	/** The person leaves the wizard; an import that is through is not shown again. */
	leave(): void {
		if (this.#step === 'done' && !this.hasMoreSheets) this.chooseAgain();
		if (this.#step === 'choose') this.next.expected = new Set();
	}

	/** The next file is a later version of what these imports brought. */
	expectNextVersion(imports: Iterable<ImportId>): void {
		if (!this.isUnderWay) this.chooseAgain();
		this.next.expected = new Set(imports);
	}

	openFile(file: File): Promise<void> {
		return this.#open(file.name, () => this.#opening.file(file));
	}

	openPasted(html: string, text: string): Promise<void> {
		return this.#open('Pasted cells', () => this.#opening.pasted(html, text));
	}

	/** Stops reading and goes back to choosing. */
	cancelReading(): void {
		this.#opening.stop();
		this.#headway = undefined;
		this.#step = 'choose';
	}

	/** Starts over with another file; what was imported stays. */
	chooseAgain(): void {
		this.cancelReading();
		this.#refusal = undefined;
		this.offered.dismiss();
		this.#opened = undefined;
		this.#review = undefined;
		this.next.forget();
		this.#done.forget();
	}

	backToSheets(): void {
		this.#refusal = undefined;
		this.next.comparison?.stop();
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

	/** Compares a sheet, by its place, with the version before. */
	async compareSheet(place: number): Promise<void> {
		this.#refusal = undefined;
		this.#step = 'compare';
		await this.next.compare(place);
	}

	/** Brings the checked sheet in, as one command. */
	async apply(): Promise<void> {
		const review = this.#review;
		if (!review || this.#headway) return;
		this.#refusal = undefined;
		this.#applying = new AbortController();
		const done = await bringIn(
			review,
			this.#opening.source,
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
		this.#done.add(done.value);
		this.#review = undefined;
		this.#step = 'done';
		if (done.value.id) await keepLayout(this.#ports, done.value.id, review);
	}

	/** Takes the compared version as chosen, as one command. */
	async takeVersion(): Promise<void> {
		const { comparison } = this.next;
		const taken = await comparison?.take(this.#opening.source, this.#ports);
		if (!comparison || !taken?.ok) return;
		const { place } = comparison;
		this.#done.add({
			...taken.value,
			register: 'controls',
			place,
			step: this.#ports.workbook.undoStep,
		});
		this.next.finish();
		this.#step = 'done';
	}

	/** Nothing has been changed when an import is stopped. */
	cancelApplying(): void {
		this.#applying?.abort();
	}

	/** Takes the last import back; where later steps came after it, says so instead. */
	undo(): void {
		const text = this.#done.undo();
		if (text !== undefined) this.#refusal = { name: this.name, text };
	}

	/** Ends the worker; to be called when the workbook is closed. */
	close(): void {
		this.#applying?.abort();
		this.next.comparison?.stop();
		this.#opening.stop();
	}

	async #open(name: string, open: () => Opening): Promise<void> {
		this.chooseAgain();
		this.#name = name;
		this.#step = 'reading';
		const opened = await open();
		if (!opened) return;
		if (!opened.ok) {
			this.#refuse(opened.problems[0]?.text ?? '');
			return;
		}
		const { signal } = this.#opening;
		await this.next.lookAt(opened.value, name, signal);
		if (signal.aborted) return;
		this.#headway = undefined;
		this.#opened = opened.value;
		this.#step = 'sheets';
		const [only, ...others] = filledPlaces(opened.value);
		if (only === undefined || others.length > 0 || this.next.versions.has(only)) return;
		await this.checkSheet(only);
	}

	#refuse(text: string): void {
		this.#opening.stop();
		this.#refusal = { name: this.name, text };
		this.#headway = undefined;
		this.#step = 'choose';
	}
}
