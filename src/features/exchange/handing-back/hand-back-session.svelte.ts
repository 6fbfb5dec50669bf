/**
 * Handing a source file back, from reading it to the download. It outlives its screen, so that
 * somebody may look into the matrix and come back to what they have decided.
 */
import {
	ExchangeClient,
	type StartExchangeWorker,
} from '../../../exchange/worker/exchange-client.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import type { SourceFilesPort } from '../../../workbook/ports.ts';
import type { Download } from '../download.ts';
import { sourceWorkbookOf, type SourceWorkbook } from '../source-workbook.ts';
import { askWorker, type Asked, type Headway } from './ask-worker.ts';
import { Choices, nothingChosen } from './choices.svelte.ts';
import { usualPlaceOfAdded } from './gather-order.ts';
import { HandBackReview } from './hand-back-review.svelte.ts';
import { totalsWords } from './hand-back-words.ts';
import { returnedFileName } from './returned-file-name.ts';
import { surprises } from './surprises.ts';

export interface HandBackPorts {
	readonly workbook: LiveWorkbook;
	readonly files: SourceFilesPort;
	readonly startWorker: StartExchangeWorker;
	readonly download: Download;
}

export type HandBackState =
	/** Nothing was asked: there is no file to fill in. */
	| { readonly kind: 'idle' }
	| { readonly kind: 'working'; readonly headway: Headway }
	| Exclude<Asked, { readonly kind: 'done' }>
	| { readonly kind: 'review'; readonly review: HandBackReview }
	/** `done`: what went into it, in words. */
	| { readonly kind: 'saved'; readonly name: string; readonly done: string };

export class HandBackSession {
	readonly #ports: HandBackPorts;
	readonly #client: ExchangeClient;
	readonly #choices = new Map<ImportId, Choices>();
	#running = new AbortController();
	#file = $state.raw<SourceWorkbook>();
	#state = $state.raw<HandBackState>({ kind: 'idle' });
	#saving = $state.raw<Headway>();
	#problem = $state.raw<string>();
	/** The controls as they were when the present review was worked out. */
	#looked = $state.raw<LiveWorkbook['controls']>();
	/** The file's name as typed, its ending included. */
	typedName = $state('');

	constructor(ports: HandBackPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
	}

	get state(): HandBackState {
		return this.#state;
	}

	/** The file that is handed back; undefined where no import of it is in the workbook. */
	get file(): SourceWorkbook | undefined {
		return this.#file;
	}

	/** Present while the file to be saved is made. */
	get saving(): Headway | undefined {
		return this.#saving;
	}

	/** What could not be done last, and what to do now. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** True where the workbook is no longer what the review was worked out from. */
	get isOutdated(): boolean {
		return this.#looked !== undefined && this.#looked !== this.#ports.workbook.controls;
	}

	/** What the file is saved as. */
	readonly fileName: string = $derived.by(() =>
		returnedFileName(this.typedName, this.#file?.fileName ?? ''),
	);

	/** Below whose table the controls made here go; undefined where they stay out. */
	get addedTo(): ImportId | undefined {
		return this.#file && this.#choicesOf(this.#file).addTo;
	}

	/** The person comes to hand back the file of this import; what they decided before still stands. */
	async arrive(id: ImportId): Promise<void> {
		const file = sourceWorkbookOf(this.#ports.workbook.imports, id);
		const isSame = file !== undefined && file.id === this.#file?.id;
		const { kind } = this.#state;
		if (isSame && (kind === 'working' || (kind === 'review' && !this.isOutdated))) return;
		if (!isSame) this.typedName = file?.fileName ?? '';
		this.#file = file;
		await this.workOut();
	}

	/** The person goes elsewhere; a file that was saved is not shown as saved again. */
	leave(): void {
		if (this.#state.kind === 'saved') this.#state = { kind: 'idle' };
	}

	/** Works out what would go into the file as the workbook stands now. */
	async workOut(): Promise<void> {
		this.stop();
		this.#problem = undefined;
		this.#state = { kind: 'idle' };
		// Undo may have taken its import back, and another of its sheets may have come in.
		const file = this.#file && sourceWorkbookOf(this.#ports.workbook.imports, this.#file.id);
		this.#file = file;
		if (!file || file.sha256 === '' || file.replacedBy) return;
		const choices = this.#choicesOf(file);
		const { controls } = this.#ports.workbook;
		const asked = await this.#ask(file, choices, false, (headway) => {
			this.#state = { kind: 'working', headway };
		});
		if (!asked) return;
		this.#looked = controls;
		this.#state =
			asked.kind === 'done'
				? { kind: 'review', review: new HandBackReview(asked.answer, choices) }
				: asked;
	}

	/** Stops the worker, which has changed nothing. */
	stop(): void {
		this.#running.abort();
		this.#client.close();
		this.#saving = undefined;
		if (this.#state.kind === 'working') this.#state = { kind: 'stopped' };
	}

	/** Puts the controls made here below that table, or leaves them out; all is worked out anew. */
	async addTo(sheet: ImportId | undefined): Promise<void> {
		if (this.#file) this.#choicesOf(this.#file).addTo = sheet;
		await this.workOut();
	}

	/** Takes the file itself where it is not kept here; no other one than the very same. */
	async takeFile(chosen: File): Promise<void> {
		const file = this.#file;
		if (!file) return;
		this.#problem = undefined;
		const bytes = new Uint8Array(await chosen.arrayBuffer());
		const kept = await this.#ports.files.keep(bytes, file.fileName, chosen.type);
		if (!kept.ok) {
			this.#problem = kept.problems.map(({ text }) => text).join(' ');
		} else if (kept.value.sha256 === file.sha256) {
			await this.workOut();
		} else {
			await kept.value.takeBack();
			this.#problem = `“${chosen.name}” is not the file that was brought in: its content is another. Choose the file as it was sent, or bring this one in as an import of its own.`;
		}
	}

	/** Makes the file as it was chosen and hands it to the browser's download. */
	async save(): Promise<void> {
		const file = this.#file;
		const name = this.fileName;
		if (this.#state.kind !== 'review' || !file || this.#saving) return;
		if (this.isOutdated) {
			await this.workOut();
			this.#problem = outdated;
			return;
		}
		const { review } = this.#state;
		const done = totalsWords(review.totals, 'done');
		this.#problem = undefined;
		const asked = await this.#ask(file, review.choices, true, (headway) => {
			this.#saving = headway;
		});
		this.#saving = undefined;
		if (asked?.kind !== 'done') {
			this.#problem = asked && 'text' in asked ? asked.text : undefined;
			return;
		}
		this.#problem = surprises(review.answer.cells, review.choices, asked.answer.cells);
		if (this.#problem) return;
		this.#ports.download(asked.answer.bytes, name, asked.answer.type);
		this.#ports.workbook.note('handBack', `Hand back ${file.fileName}: ${done}`);
		this.#state = { kind: 'saved', name, done };
	}

	/** Hands the file out as it came. */
	async downloadOriginal(): Promise<void> {
		const file = this.#file;
		if (!file) return;
		const bytes = await this.#ports.files.read(file.sha256);
		this.#problem = bytes.ok ? undefined : bytes.problems.map(({ text }) => text).join(' ');
		if (bytes.ok) this.#ports.download(bytes.value, file.fileName, 'application/octet-stream');
	}

	/** The answer of the worker; nothing where another question took its place meanwhile. */
	async #ask(
		file: SourceWorkbook,
		choices: Choices,
		asChosen: boolean,
		onheadway: (headway: Headway) => void,
	): Promise<Asked | undefined> {
		const { signal } = (this.#running = new AbortController());
		const asked = await askWorker(
			file,
			choices.addTo,
			asChosen ? choices.asAsked() : nothingChosen,
			{
				workbook: this.#ports.workbook,
				files: this.#ports.files,
				client: this.#client,
				signal,
				onheadway: (headway) => {
					if (!signal.aborted) onheadway(headway);
				},
			},
		);
		return signal.aborted ? undefined : asked;
	}

	#choicesOf(file: SourceWorkbook): Choices {
		const known = this.#choices.get(file.id);
		if (known) return known;
		const made = new Choices(usualPlaceOfAdded(file));
		this.#choices.set(file.id, made);
		return made;
	}
}

const outdated =
	'The workbook has changed since this list was made, so nothing was saved. The list is up to date now: look through it, then save.';
