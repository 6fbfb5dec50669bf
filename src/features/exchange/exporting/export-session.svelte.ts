/**
 * An export from its choices to the finished file: what goes in, which format, how far it is. The
 * file is written in a worker of its own.
 */
import type { Clock } from '../../../base/clock.ts';
import type { Control } from '../../../model/records/control.ts';
import { registerNames, type RegisterName } from '../../../model/registers/register.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import {
	ExchangeClient,
	type StartExchangeWorker,
} from '../../../exchange/worker/exchange-client.ts';
import type { ExportOrder, WrittenFile } from '../../../exchange/worker/protocol.ts';
import type { ControlColumn } from '../../../workbook/commands/edit-controls.ts';
import type { Download } from '../download.ts';
import { exportFileName, typedFileName } from '../../../exchange/file-name.ts';
import { amount } from '../words.ts';
import {
	countWords,
	subjectTitle,
	type ExportSubject,
	type TemplateOrder,
} from './export-subjects.ts';
import { LastFormat, type KeptChoices } from './last-format.ts';
import { exportColumns, registerOrder } from './register-order.ts';
import { templateContents } from './template-contents.ts';

/** What the matrix shows just now: filtered and sorted rows, visible columns in order. */
export interface ShownMatrix {
	readonly controls: readonly Control[];
	readonly columns: readonly ControlColumn[];
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
	readonly shown: ShownMatrix | undefined;
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

	constructor(ports: ExportPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
		this.#lastFormat = new LastFormat(ports.kept);
		this.format = this.#lastFormat.read() ?? 'xlsx';
		this.#register = this.filled.find((name) => name !== 'controls') ?? 'controls';
		this.typedName = this.#usualName;
	}

	/** The registers that hold active records. */
	readonly filled: readonly RegisterName[] = $derived.by(() =>
		registerNames.filter((name) => this.count(name) > 0),
	);

	/** How many active records a register holds. */
	count(register: RegisterName): number {
		const records = this.#ports.workbook.records(register);
		return records.filter(({ retired }) => retired === undefined).length;
	}

	/** The register that is exported where another than the matrix is. */
	get register(): RegisterName {
		return this.#subject === 'controls' ? 'controls' : this.#register;
	}

	get subject(): ExportSubject {
		return this.#subject;
	}

	/** Chooses what is exported; a name that nobody typed follows it. */
	choose(subject: ExportSubject, register = this.#register): void {
		const wasUsual = this.typedName === this.#usualName;
		this.#subject = subject;
		this.#register = register;
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

	readonly #active: readonly Control[] = $derived.by(() =>
		this.#ports.workbook.controls.filter(({ retired }) => retired === undefined),
	);

	readonly #allColumns: readonly string[] = $derived.by(() =>
		exportColumns(this.#ports.workbook, 'controls'),
	);

	readonly retiredCount: number = $derived.by(
		() => this.#ports.workbook.controls.length - this.#active.length,
	);

	/** `All 42 controls`, `12 controls as shown`. */
	scopeWords(extent: 'everything' | 'shown'): string {
		if (extent === 'shown') {
			const { controls = [], columns = [] } = this.#ports.shown ?? {};
			return `What is shown: ${amount(controls.length, 'control')}, ${amount(columns.length, 'column')}`;
		}
		const count = this.#active.length + (this.includeRetired ? this.retiredCount : 0);
		return `Everything: ${amount(count, 'control')}, all columns`;
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
		if (this.#subject === 'register') {
			const columns = exportColumns(workbook, this.register).length;
			const records = countWords(this.register, this.count(this.register));
			return `${records} in ${amount(columns, 'column')}.`;
		}
		if (this.#subject !== 'controls') return templateContents(this.#subject, this.#facts());
		const controls = this.#active.length + (this.includeRetired ? this.retiredCount : 0);
		const columns = this.#allColumns.length;
		const { shown } = this.#ports;
		if (!shown) return `${amount(controls, 'control')} in ${amount(columns, 'column')}.`;
		const hidden = [
			...partOf(Math.max(controls - shown.controls.length, 0), 'control'),
			...partOf(columns - shown.columns.length, 'column'),
		].join(' and ');
		if (this.extent === 'shown') {
			const held = `${amount(shown.controls.length, 'control')} in ${amount(shown.columns.length, 'column')}.`;
			return hidden === '' ? held : `${held} ${hidden} stay out.`;
		}
		const held = `${amount(controls, 'control')} in ${amount(columns, 'column')}.`;
		return hidden === '' ? held : `${held} ${hidden} that the matrix hides are in it too.`;
	});

	get #everyCount(): string {
		return this.filled.map((name) => countWords(name, this.count(name))).join(', ');
	}

	/** Writes the file and hands it to the browser's download. */
	async write(): Promise<void> {
		this.#state = { kind: 'writing', fraction: 0, what: 'Gathering the records' };
		const written = await this.#client.ask('write', this.#order(), {
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

	#order(): ExportOrder {
		const { name, by, version, clock } = this.#ports;
		return {
			sheets: this.#sheets(),
			format: this.format,
			meta: {
				workbook: name,
				scope: this.#scope(),
				generatedAt: clock.now(),
				generatedBy: by,
				programVersion: version,
			},
		};
	}

	#sheets(): ExportOrder['sheets'] {
		const { workbook } = this.#ports;
		switch (this.#subject) {
			case 'controls': {
				const shown = this.extent === 'shown' ? this.#ports.shown : undefined;
				const part = shown && { records: shown.controls, columns: shown.columns };
				return [registerOrder(workbook, 'controls', this.includeRetired, part)];
			}
			case 'register':
				return [registerOrder(workbook, this.register, false)];
			case 'everything':
				return this.filled.map((name) => registerOrder(workbook, name, false));
			default:
				return [this.#template(this.#subject)];
		}
	}

	#template(template: TemplateOrder['template']): TemplateOrder {
		return { kind: 'template', template, facts: this.#facts() };
	}

	#facts(): TemplateOrder['facts'] {
		return { controls: this.#ports.workbook.controls };
	}

	/** Which part of the workbook the file holds, in words. */
	#scope(): string {
		switch (this.#subject) {
			case 'controls':
				return this.scopeWords(this.extent);
			case 'register':
				return `Everything: ${countWords(this.register, this.count(this.register))}, all columns`;
			case 'everything':
				return `Everything: ${this.#everyCount}`;
			default:
				return `All ${amount(this.#active.length, 'active control')}`;
		}
	}
}

/** `3 columns`, or nothing for none. */
function partOf(count: number, one: string): readonly string[] {
	return count > 0 ? [amount(count, one)] : [];
}
