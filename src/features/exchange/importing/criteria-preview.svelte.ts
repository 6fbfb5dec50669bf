/**
 * What a sheet would change in what is said of the criteria, shown before it is taken: the rows as the
 * worker drafts them, set against the workbook as it stands.
 */
import { assessedRows, type AssessedRows } from '../../../exchange/proposal/assessment-changes.ts';
import type { DraftRow, ImportDecisions } from '../../../exchange/proposal/proposal.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { controlsByCriterion } from '../../../model/rules/criteria-in-scope.ts';
import { criterionState } from '../../../model/rules/criterion-state.ts';

const nothing: AssessedRows = { changes: [], leftOut: [], criteria: 0 };

export class CriteriaPreview {
	readonly #workbook: LiveWorkbook;
	#rows = $state.raw<readonly DraftRow[]>([]);

	constructor(workbook: LiveWorkbook) {
		this.#workbook = workbook;
	}

	readonly assessed: AssessedRows = $derived.by(() => {
		if (this.#rows.length === 0) return nothing;
		const named = controlsByCriterion(this.#workbook.controls);
		return assessedRows(this.#rows, {
			assessment: (id) => this.#workbook.assessment(id),
			state: (id) => criterionState(named.get(id) ?? []),
		});
	});

	/** Fetches the rows that would come in under these decisions. */
	async fetch(client: ExchangeClient, sheet: number, decisions: ImportDecisions): Promise<void> {
		const rows: DraftRow[] = [];
		const onchunk = (chunk: readonly DraftRow[]): void => void rows.push(...chunk);
		const draft = await client.ask('draft', { sheet, decisions }, { onchunk });
		if (draft.ok) this.#rows = rows;
	}

	forget(): void {
		this.#rows = [];
	}
}
