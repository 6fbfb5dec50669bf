/**
 * The next version of a sheet beside what we have: asks the worker for the comparison, keeps what
 * the person chooses, and takes it as one command.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ComparedFile, ComparedRow } from '../../../exchange/next-version/comparison.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ControlId } from '../../../model/records/control.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import { takeNextVersion } from '../../../workbook/commands/take-next-version.ts';
import type { Headway, SourceFile } from '../importing/import-ports.ts';
import { keepAndWrite, type WritingPorts } from '../importing/keep-and-write.ts';
import {
	noChoices,
	takenApart,
	withApart,
	withRetired,
	withRows,
	withSides,
	type Choices,
	type Side,
} from './choices.ts';
import { earlierFile } from './earlier-file.ts';
import type { LaterVersion } from './later-version.ts';
import {
	allCells,
	itemsOf,
	tally,
	undecided,
	type CompareFilter,
	type ComparedItem,
} from './listed.ts';
import { taking } from './taking.ts';

export class Comparison {
	/** The place of the sheet in the file. */
	readonly place: number;
	readonly version: LaterVersion;
	readonly #client: ExchangeClient;
	readonly #workbook: LiveWorkbook;
	#file = $state.raw<ComparedFile>();
	#compared = $state.raw<readonly ComparedRow[]>([]);
	#choices = $state.raw<Choices>(noChoices);
	#headway = $state.raw<Headway>();
	#problem = $state<string>();
	#working = new AbortController();
	filter = $state<CompareFilter>('all');

	constructor(
		place: number,
		version: LaterVersion,
		client: ExchangeClient,
		workbook: LiveWorkbook,
	) {
		this.place = place;
		this.version = version;
		this.#client = client;
		this.#workbook = workbook;
	}

	/** Undefined until the worker has answered. */
	get file(): ComparedFile | undefined {
		return this.#file;
	}

	get choices(): Choices {
		return this.#choices;
	}

	/** Present while something long is going on. */
	get headway(): Headway | undefined {
		return this.#headway;
	}

	/** Why there is no comparison, or why nothing was taken. */
	get problem(): string | undefined {
		return this.#problem;
	}

	readonly #apart = $derived(this.#choices.apart);
	readonly #rows = $derived(takenApart(this.#compared, { apart: this.#apart }));
	readonly counts = $derived(tally(this.#rows));
	readonly items: readonly ComparedItem[] = $derived(itemsOf(this.#rows, this.filter));
	/** Cells that both sides changed and nobody has decided yet. */
	readonly open: number = $derived(undecided(this.#rows, this.#choices));

	/** Asks the worker anew; choices that still apply are kept. */
	async compare(): Promise<void> {
		this.#working = new AbortController();
		const { signal } = this.#working;
		this.#problem = undefined;
		this.#headway = { fraction: 0, what: 'Gathering what the earlier version says' };
		const rows: ComparedRow[] = [];
		const { place } = this;
		const { decisions, record } = this.version;
		const asked = await this.#client.ask(
			'compare',
			{ sheet: place, decisions, earlier: earlierFile(this.#workbook, record) },
			{
				signal,
				onchunk: (chunk) => rows.push(...chunk),
				onprogress: (fraction, what) => (this.#headway = { fraction, what }),
			},
		);
		if (signal.aborted) return;
		this.#headway = undefined;
		if (!asked.ok) {
			this.#problem = asked.problems[0]?.text;
			return;
		}
		this.#compared = rows;
		this.#file = asked.value;
	}

	/** Stops what is under way; nothing was changed. */
	stop(): void {
		this.#working.abort();
		this.#headway = undefined;
	}

	choose(control: ControlId, key: string, side: Side): void {
		this.#choices = withSides(this.#choices, [[control, key]], side);
	}

	/** One side for every cell that is shown and that can be chosen. */
	chooseShown(side: Side): void {
		this.#choices = withSides(this.#choices, allCells(this.items), side);
	}

	bringRows(rows: Iterable<number>, isIn: boolean): void {
		this.#choices = withRows(this.#choices, rows, isIn);
	}

	retire(controls: Iterable<ControlId>, isRetired: boolean): void {
		this.#choices = withRetired(this.#choices, controls, isRetired);
	}

	/** The row put together with this control is about another one, or is about it after all. */
	setApart(control: ControlId, isApart: boolean): void {
		this.#choices = withApart(this.#choices, control, isApart);
	}

	/** Everything as chosen, as one command: the import it became and how many rows came in. */
	async take(
		source: SourceFile,
		ports: WritingPorts,
	): Promise<
		Result<{ readonly id: ImportId; readonly rowsIn: number }, { readonly text: string }>
	> {
		const file = this.#file;
		if (!file || this.#headway) return refused();
		this.#problem = undefined;
		this.#working = new AbortController();
		const told = { fileName: source.name, earlier: this.version.record.id };
		const input = (sha256: string) =>
			taking(file, this.#compared, this.#choices, { ...told, sha256 });
		const taken = await keepAndWrite(takeNextVersion, source, ports, {
			input,
			what: 'Taking the new version',
			from: 0,
			signal: this.#working.signal,
			onheadway: (headway) => (this.#headway = headway),
		});
		this.#headway = undefined;
		if (!taken.ok) {
			this.#problem = taken.problems[0]?.text;
			return taken;
		}
		const rowsIn = this.#workbook.importRecord(taken.value)?.rowsIn ?? 0;
		return ok({ id: taken.value, rowsIn });
	}
}
