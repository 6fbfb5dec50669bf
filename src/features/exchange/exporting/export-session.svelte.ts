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
import type { Download } from '../download.ts';
import { amount } from '../words.ts';

/** What the matrix shows just now: filtered and sorted rows, visible columns in order. */
export interface ShownMatrix {
	readonly controls: readonly Control[];
	readonly columns: ExportOrder['columns'];
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
}

export type ExportState =
	| { readonly kind: 'choosing'; readonly problem: string | undefined }
	| { readonly kind: 'writing'; readonly fraction: number; readonly what: string }
	| { readonly kind: 'written'; readonly file: WrittenFile };

export class ExportSession {
	readonly #ports: ExportPorts;
	readonly #client: ExchangeClient;
	#state = $state.raw<ExportState>({ kind: 'choosing', problem: undefined });
	format = $state<ExportOrder['format']>('xlsx');
	extent = $state<'everything' | 'shown'>('everything');
	includeRetired = $state(false);

	constructor(ports: ExportPorts) {
		this.#ports = ports;
		this.#client = new ExchangeClient(ports.startWorker);
	}

	get state(): ExportState {
		return this.#state;
	}

	readonly #active: readonly Control[] = $derived.by(() =>
		this.#ports.workbook.controls.filter(({ retired }) => retired === undefined),
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
		const { bytes, name, type } = written.value;
		this.#ports.download(bytes, name, type);
		this.#state = { kind: 'written', file: written.value };
	}

	/** Stops writing; to be called when the dialog goes away too. */
	cancel(): void {
		this.#client.close();
	}

	#order(): ExportOrder {
		const { workbook, shown, name, by, version, clock } = this.#ports;
		const { ownColumns } = workbook;
		const asShown = this.extent === 'shown' ? shown : undefined;
		return {
			controls: asShown?.controls ?? workbook.controls,
			columns: asShown?.columns ?? [
				...controlFields.map(({ key }) => key),
				...ownColumns.map(({ id }) => id),
			],
			ownColumns,
			includeRetired: asShown !== undefined || this.includeRetired,
			title: 'Control matrix',
			format: this.format,
			date: clock.today(),
			meta: {
				workbook: name,
				scope: this.scopeWords(this.extent),
				generatedAt: clock.now(),
				generatedBy: by,
				programVersion: version,
			},
		};
	}
}
