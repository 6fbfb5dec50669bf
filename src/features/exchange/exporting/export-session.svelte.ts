/**
 * An export from its choices to the finished file: what goes in, which format, how far it is. The
 * file is written in a worker of its own.
 */
import { counted } from '../../../base/counted.ts';
import type { Clock } from '../../../base/clock.ts';
import { exportFileName, typedFileName } from '../../../exchange/file-name.ts';
import {
	ExchangeClient,
	type StartExchangeWorker,
} from '../../../exchange/worker/exchange-client.ts';
import type { ExportOrder, WrittenFile } from '../../../exchange/worker/protocol.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import {
	registerNames,
	type RegisterName,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import { isUnnamed } from '../../../model/review/person-name.ts';
import type { Download } from '../download.ts';
import { countWords, subjectTitle, type ExportSubject } from './export-subjects.ts';
import { LastFormat, type KeptChoices } from './last-format.ts';
import { exportColumns, registerOrder } from './register-order.ts';
import { templateContents } from './template-contents.ts';
import { factsFor, templateFacts } from './template-facts.ts';

/** What a register shows just now: filtered and sorted rows, visible columns in order. */
export interface ShownPart {
	readonly register: RegisterName;
	readonly records: readonly RegisterRecord[];
	/** A field's key or an own column's id. */
	readonly columns: readonly string[];
}

/** What somebody asked for where they opened the export: the dialog begins with it. */
export interface ExportWish {
	/** What a register shows just now; left out where nothing is filtered or hidden. */
	readonly shown?: ShownPart;
	readonly subject?: ExportSubject;
	/** For a coverage: the id of one of the six frameworks, or an own one's name. */
	readonly framework?: string;
}

export interface ExportPorts {
	readonly workbook: LiveWorkbook;
	/** The workbook's name. */
	readonly name: string;
	/** The person who exports; may be empty. */
	readonly by: string;
	/** The program's version, for the file's properties. */
	readonly version: string;
	readonly clock: Clock;
	readonly startWorker: StartExchangeWorker;
	readonly download: Download;
	readonly wish: ExportWish;
	/** Where the last choices are kept. */
	readonly kept: KeptChoices;
}

export type ExportState =
	| { readonly kind: 'choosing'; readonly problem: string | undefined }
	| { readonly kind: 'writing'; readonly fraction: number; readonly what: string }
	| { readonly kind: 'written'; readonly name: string; readonly notes: WrittenFile['notes'] };

export class ExportSession {
	readonly #ports: ExportPorts;
	readonly #client: ExchangeClient;
	readonly #lastFormat: LastFormat;
	#state = $state.raw<ExportState>({ kind: 'choosing', problem: undefined });
	#subject = $state<ExportSubject>('controls');
	#register = $state<RegisterName>('controls');
	format = $state<ExportOrder['format']>('xlsx');
	/** The file's name as typed, without its ending. */
	typedName = $state('');
	extent = $state<'everything' | 'shown'>('everything');
	includeRetired = $state(false);
	/** The framework that a coverage is about: the id of one of the six, or an own one's name. */
	framework = $state('iso27001');

	constructor(ports: ExportPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
		this.#lastFormat = new LastFormat(ports.kept);
		this.format = this.#lastFormat.read() ?? 'xlsx';
		const [other = 'risks'] = this.filled.filter((name) => name !== 'controls');
		const { shown: part, subject, framework } = ports.wish;
		const shown = part?.register ?? 'controls';
		this.#register = shown === 'controls' ? other : shown;
		if (shown !== 'controls') this.#subject = 'register';
		if (subject) this.#subject = subject;
		if (framework) this.framework = framework;
		this.typedName = this.#usualName;
	}

	/** The registers that hold active records. */
	readonly filled: readonly RegisterName[] = $derived.by(() =>
		registerNames.filter((name) => this.count(name) > 0),
	);

	/** How many active records a register holds. */
	count(register: RegisterName): number {
		const records: readonly RegisterRecord[] = this.#ports.workbook.records(register);
		return records.filter(({ retired }) => retired === undefined).length;
	}

	/** The register that is exported; the matrix for sheets made of it. */
	get register(): RegisterName {
		return this.#subject === 'register' ? this.#register : 'controls';
	}

	/** True where one register goes in, so that a part of it may. */
	get isOneRegister(): boolean {
		return this.#subject === 'controls' || this.#subject === 'register';
	}

	/** What is shown of the register at hand, where that is not all of it. */
	get shown(): ShownPart | undefined {
		const { shown } = this.#ports.wish;
		return this.isOneRegister && shown?.register === this.register ? shown : undefined;
	}

	get subject(): ExportSubject {
		return this.#subject;
	}

	/** Chooses what is exported; a name that nobody typed follows it. */
	choose(subject: ExportSubject, register = this.#register): void {
		const wasUsual = this.typedName === this.#usualName;
		this.#subject = subject;
		this.#register = register;
		if (!this.shown) this.extent = 'everything';
		if (wasUsual) this.typedName = this.#usualName;
	}

	/** The name the file has unless the person gives another, without its ending. */
	get #usualName(): string {
		const { name, clock } = this.#ports;
		return exportFileName(name, clock.today(), subjectTitle(this.#subject, this.register));
	}

	get state(): ExportState {
		return this.#state;
	}

	/** Retired records of the register at hand. */
	readonly retiredCount: number = $derived.by(
		() => this.#ports.workbook.records(this.register).length - this.count(this.register),
	);

	get #size(): number {
		return this.count(this.register) + (this.includeRetired ? this.retiredCount : 0);
	}

	/** `Everything: 42 controls, all columns`, `What is shown: 12 controls, 5 columns`. */
	scopeWords(extent: 'everything' | 'shown'): string {
		if (extent === 'shown') {
			const { records = [], columns = [] } = this.shown ?? {};
			return `What is shown: ${countWords(this.register, records.length)}, ${counted(columns.length, 'column')}`;
		}
		return `Everything: ${countWords(this.register, this.#size)}, all columns`;
	}

	/** What the file will be called; characters that some system refuses are left out. */
	readonly fileName: string = $derived.by(() => {
		const name = this.typedName === this.#usualName ? '' : typedFileName(this.typedName);
		return `${name || this.#usualName}.${this.format}`;
	});

	/** `42 controls in 31 columns. The matrix hides 2 controls and 3 columns of them.` */
	readonly contents: string = $derived.by(() => {
		const { workbook } = this.#ports;
		if (this.#subject === 'everything') return `${this.#everyCount}.`;
		if (this.#subject === 'controls' || this.#subject === 'register')
			return this.#registerContents();
		return templateContents(this.#subject, templateFacts(workbook));
	});

	#registerContents(): string {
		const { register, shown } = this;
		const columns = exportColumns(this.#ports.workbook, register).length;
		const everything = `${countWords(register, this.#size)} in ${counted(columns, 'column')}.`;
		if (!shown) return everything;
		const hiddenRows = this.#size - shown.records.length;
		const hidden = [
			...(hiddenRows > 0 ? [countWords(register, hiddenRows)] : []),
			...(columns > shown.columns.length
				? [counted(columns - shown.columns.length, 'column')]
				: []),
		].join(' and ');
		if (this.extent === 'shown') {
			const held = `${countWords(register, shown.records.length)} in ${counted(shown.columns.length, 'column')}.`;
			return hidden === '' ? held : `${held} ${hidden} stay out.`;
		}
		const place = register === 'controls' ? 'the matrix' : 'the grid';
		return hidden === ''
			? everything
			: `${everything} ${hidden} that ${place} hides are in it too.`;
	}

	get #everyCount(): string {
		return this.filled.map((name) => countWords(name, this.count(name))).join(', ');
	}

	/** Writes the file and hands it to the browser's download. */
	async write(): Promise<void> {
		this.#state = {
			kind: 'writing',
			fraction: 0,
			what: `Gathering the ${registers[this.register].many}`,
		};
		const written = await this.#client.ask('write', await this.#order(), {
			onprogress: (fraction, what) => (this.#state = { kind: 'writing', fraction, what }),
		});
		this.#client.close();
		if (!written.ok) {
			const [problem] = written.problems;
			const text = problem?.kind === 'cancelled' ? undefined : problem?.text;
			this.#state = { kind: 'choosing', problem: text };
			return;
		}
		const { bytes, type, notes } = written.value;
		const name = this.fileName;
		this.#ports.download(bytes, name, type);
		this.#state = { kind: 'written', name, notes };
		this.#lastFormat.write(this.format);
	}

	/** Stops writing; to be called when the dialog goes away too. */
	cancel(): void {
		this.#client.close();
	}

	async #order(): Promise<ExportOrder> {
		const { name, by, version, clock } = this.#ports;
		return {
			sheets: await this.#sheets(),
			format: this.format,
			meta: {
				workbook: name,
				scope: this.#scope(),
				generatedAt: clock.now(),
				// “You” would be whoever reads it.
				generatedBy: isUnnamed(by) ? '' : by,
				programVersion: version,
			},
		};
	}

	async #sheets(): Promise<ExportOrder['sheets']> {
		const { workbook } = this.#ports;
		const template = this.#subject;
		switch (template) {
			case 'controls':
			case 'register': {
				const part = this.extent === 'shown' ? this.shown : undefined;
				return [registerOrder(workbook, this.register, this.includeRetired, part)];
			}
			case 'everything':
				return this.filled.map((name) => registerOrder(workbook, name, false));
			default:
				return [
					{
						kind: 'template',
						template,
						facts: await factsFor(workbook, template, this.framework),
					},
				];
		}
	}

	/** Which part of the workbook the file holds, in words. */
	#scope(): string {
		if (this.isOneRegister) return this.scopeWords(this.extent);
		if (this.#subject === 'everything') return `Everything: ${this.#everyCount}`;
		return `All ${counted(this.count('controls'), 'active control')}`;
	}
}
