/**
 * An export from its choices to the finished file: what goes in, which format, how far it is. The
 * file is written in a worker of its own.
 */
import type { Clock } from '../../../base/clock.ts';
import { controlFields } from '../../../model/records/control-fields.ts';
import type { Control } from '../../../model/records/control.ts';
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
import { subjectTitle, templateContents, type ExportSubject } from './export-subjects.ts';
import { LastFormat, type KeptChoices } from './last-format.ts';

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
		this.typedName = this.#usualName;
	}

	get subject(): ExportSubject {
		return this.#subject;
	}

	/** Chooses what is exported; a name that nobody typed follows it. */
	choose(subject: ExportSubject): void {
		const wasUsual = this.typedName === this.#usualName;
		this.#subject = subject;
		if (wasUsual) this.typedName = this.#usualName;
	}

	/** The name the file has unless the person gives another, without its ending. */
	get #usualName(): string {
		const { name, clock } = this.#ports;
		return exportFileName(name, clock.today(), subjectTitle(this.#subject));
	}

	get state(): ExportState {
		return this.#state;
	}

	readonly #active: readonly Control[] = $derived.by(() =>
		this.#ports.workbook.controls.filter(({ retired }) => retired === undefined),
	);

	readonly #allColumns: readonly ControlColumn[] = $derived.by(() => [
		...controlFields.map(({ key }) => key),
		...this.#ports.workbook.ownColumns.map(({ id }) => id),
	]);

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
		if (this.#subject !== 'controls') {
			return templateContents(this.#subject, this.#ports.workbook.controls);
		}
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

	/** Writes the file and hands it to the browser's download. */
	async write(): Promise<void> {
		this.#state = { kind: 'writing', fraction: 0, what: 'Gathering the controls' };
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
		const { workbook, name, by, version, clock } = this.#ports;
		const sheet = this.#sheet();
		const shown = sheet.kind === 'controls' ? this.#asShown() : undefined;
		return {
			controls: shown?.controls ?? workbook.controls,
			sheet,
			format: this.format,
			meta: {
				workbook: name,
				scope:
					sheet.kind === 'controls'
						? this.scopeWords(this.extent)
						: `All ${amount(this.#active.length, 'active control')}`,
				generatedAt: clock.now(),
				generatedBy: by,
				programVersion: version,
			},
		};
	}

	#sheet(): ExportOrder['sheet'] {
		if (this.#subject !== 'controls') return { kind: 'template', template: this.#subject };
		const shown = this.#asShown();
		return {
			kind: 'controls',
			title: subjectTitle('controls'),
			columns: shown?.columns ?? this.#allColumns,
			ownColumns: this.#ports.workbook.ownColumns,
			includeRetired: shown !== undefined || this.includeRetired,
		};
	}

	#asShown(): ShownMatrix | undefined {
		return this.extent === 'shown' ? this.#ports.shown : undefined;
	}
}

/** `3 columns`, or nothing for none. */
function partOf(count: number, one: string): readonly string[] {
	return count > 0 ? [amount(count, one)] : [];
}
