/**
 * One sheet on its way in: what is proposed, what the person decided, and what that would bring.
 * Every decision is checked anew in the worker; the answer to the latest one counts.
 */
import type { LeftOutRow } from '../../../model/records/import-record.ts';
import { valueAt } from '../../../model/registers/register.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type {
	ColumnProposal,
	ColumnTarget,
	ImportDecisions,
} from '../../../exchange/proposal/proposal.ts';
import { destinations, tellingName, type Destination } from '../../../exchange/destinations.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { CheckedSheet, OpenedSheet } from '../../../exchange/worker/protocol.ts';
import { targetOf, withRows, withTarget, withWord } from './decisions.ts';
import type { RememberedLayout } from './remembered-layout.ts';
import { CriteriaPreview } from './criteria-preview.svelte.ts';
import { SheetRows } from './sheet-rows.svelte.ts';

/** What becomes of a row, as the sheet shows it. */
export type RowFate =
	| { readonly kind: 'header' }
	| { readonly kind: 'in' }
	| { readonly kind: 'out'; readonly reason: string };

export class SheetReview {
	readonly place: number;
	readonly rows: SheetRows;
	/** What the sheet would change where it speaks of criteria. */
	readonly criteria: CriteriaPreview;
	readonly #client: ExchangeClient;
	readonly #workbook: LiveWorkbook;
	#sheet: OpenedSheet = $state.raw()!;
	#decisions: ImportDecisions = $state.raw()!;
	#checked = $state.raw<CheckedSheet>();
	/** Names in the workbook at the last check: those that this import itself brings do not count. */
	#present: ReadonlySet<string> = $state.raw(new Set());
	#problem = $state<string>();
	#checks = 0;
	/** What was decided last time for a sheet with these columns, while it is on offer. */
	remembered = $state.raw<RememberedLayout>();
	/** What to do with rows whose name is in the workbook already. */
	knownIds = $state<'add' | 'leaveOut'>('leaveOut');

	constructor(place: number, sheet: OpenedSheet, client: ExchangeClient, workbook: LiveWorkbook) {
		this.place = place;
		this.#sheet = sheet;
		this.#decisions = sheet.decisions;
		this.#client = client;
		this.#workbook = workbook;
		this.criteria = new CriteriaPreview(workbook);
		this.rows = new SheetRows(client, place, sheet.rowNumbers.length);
	}

	get sheet(): OpenedSheet {
		return this.#sheet;
	}

	/** The register whose records the rows become. */
	get register(): Destination {
		return this.#decisions.register;
	}

	get columns(): readonly ColumnProposal[] {
		return this.#sheet.proposal.columns;
	}

	get decisions(): ImportDecisions {
		return this.#decisions;
	}

	/** What the decisions would bring; undefined until the first answer. */
	get checked(): CheckedSheet | undefined {
		return this.#checked;
	}

	/** Why the decisions could not be checked. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** Rows that would come in although a record of that name is in the workbook. */
	readonly knownRows: readonly LeftOutRow[] = $derived.by(() =>
		(this.#checked?.rowsIn ?? [])
			.filter(({ name }) => name !== '' && this.#present.has(compared(name)))
			.map(({ row, name }) => ({ row, reason: this.#knownReason, text: name })),
	);

	get #knownReason(): string {
		const { one, naming } = destinations[this.register];
		const called = naming[0]?.endsWith('Id') ? 'id' : 'name';
		const article = /^[aeiou]/.test(one) ? 'An' : 'A';
		return `${article} ${one} with this ${called} is in the workbook already`;
	}

	/** Rows that stay out because their name is known and the person wants it so. */
	readonly skippedRows: readonly LeftOutRow[] = $derived(
		this.knownIds === 'leaveOut' ? this.knownRows : [],
	);

	readonly leftOut: readonly LeftOutRow[] = $derived.by(() => {
		const ofCriteria = this.register === 'criteria' ? this.criteria.assessed.leftOut : [];
		const all = [...(this.#checked?.leftOut ?? []), ...this.skippedRows, ...ofCriteria];
		return all.sort((a, b) => a.row - b.row);
	});

	/** Records that would come in; of criteria, those that would change. */
	readonly comingIn: number = $derived.by(() => {
		if (this.register !== 'criteria') {
			return (this.#checked?.rowsIn.length ?? 0) - this.skippedRows.length;
		}
		return new Set(this.criteria.assessed.changes.map(({ criterion }) => criterion)).size;
	});

	readonly ownColumns: readonly ColumnProposal[] = $derived(
		this.columns.filter((column) => this.target(column).kind === 'own'),
	);

	readonly #fates: ReadonlyMap<number, RowFate> = $derived.by(() => {
		const fates = new Map<number, RowFate>();
		for (const { row } of this.#checked?.rowsIn ?? []) fates.set(row, { kind: 'in' });
		for (const { row, reason } of this.leftOut) fates.set(row, { kind: 'out', reason });
		for (const row of this.#decisions.headerRows) fates.set(row, { kind: 'header' });
		return fates;
	});

	/** By its 1-based number. */
	fate(row: number): RowFate {
		const known = this.#fates.get(row);
		if (known) return known;
		const above = row < (this.#decisions.headerRows.at(-1) ?? 0);
		return { kind: 'out', reason: above ? 'Above the header' : 'Not part of the table' };
	}

	target(column: ColumnProposal): ColumnTarget {
		return targetOf(this.#decisions, column);
	}

	setTarget(index: number, target: ColumnTarget): Promise<void> {
		return this.decide(withTarget(this.#decisions, this.columns, index, target));
	}

	setRows(rows: readonly number[], comesIn: boolean): Promise<void> {
		return this.decide(withRows(this.#decisions, rows, comesIn));
	}

	setWord(field: string, word: string, token: string): Promise<void> {
		return this.decide(withWord(this.#decisions, field, word, token));
	}

	setDayFirst(dayFirst: boolean): Promise<void> {
		return this.decide({ ...this.#decisions, dayFirst });
	}

	setIdsAreCriteria(idsAreCriteria: boolean): Promise<void> {
		return this.decide({ ...this.#decisions, idsAreCriteria });
	}

	/** Takes over what was decided last time. */
	async useRemembered(): Promise<void> {
		const { remembered } = this;
		this.remembered = undefined;
		if (remembered) await this.decide(remembered.decisions);
	}

	/** Thinks the sheet through again with its header in this row (1-based). */
	moveHeader(row: number): Promise<void> {
		return this.#revise(row, this.register);
	}

	/** Thinks the sheet through again for records of another register. */
	async changeRegister(register: Destination): Promise<void> {
		if (register === this.register) return;
		this.remembered = undefined;
		await this.#revise(this.#decisions.headerRows.at(-1) ?? 0, register);
	}

	async #revise(headerRow: number, register: Destination): Promise<void> {
		const ask = { sheet: this.place, headerRow, register };
		const revised = await this.#client.ask('revise', ask);
		if (!revised.ok) {
			this.#problem = revised.problems[0]?.text;
			return;
		}
		this.#sheet = revised.value;
		await this.decide(revised.value.decisions);
	}

	/** Takes decisions over and asks the worker what they would bring. */
	async decide(decisions: ImportDecisions): Promise<void> {
		this.#decisions = decisions;
		const check = ++this.#checks;
		const checked = await this.#client.ask('check', { sheet: this.place, decisions });
		if (decisions.register === 'criteria') {
			await this.criteria.fetch(this.#client, this.place, decisions);
		} else this.criteria.forget();
		if (check !== this.#checks) return;
		const { register } = decisions;
		// Criteria stand in the catalogue: naming one is what such a row is for.
		const records =
			register === 'criteria'
				? []
				: this.#workbook.records(register).filter(({ retired }) => !retired);
		this.#present = new Set(
			records.map((record) => compared(tellingName(register, (key) => valueAt(record, key)))),
		);
		if (checked.ok) this.#checked = checked.value;
		this.#problem = checked.ok ? undefined : checked.problems[0]?.text;
	}
}

function compared(name: string): string {
	return name.trim().toLowerCase();
}
