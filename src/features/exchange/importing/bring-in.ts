/**
 * Carries a checked sheet into the workbook: fetches its rows from the worker, keeps the source
 * file, then runs one command. Whatever stands in the way, the workbook is as it was before.
 */
import { counted } from '../../../base/counted.ts';
import { ok, refused, type Result } from '../../../base/result.ts';
import { assessCriteria } from '../../../workbook/commands/assess-criteria.ts';
import { importRows } from '../../../workbook/commands/import-rows.ts';
import type { DraftRow, ImportDraft } from '../../../exchange/proposal/proposal.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import { destinations } from '../../../exchange/destinations.ts';
import type { DoneImport } from './done-imports.svelte.ts';
import type { Headway, SourceFile } from './import-ports.ts';
import { keepAndWrite, type WritingPorts } from './keep-and-write.ts';
import type { SheetReview } from './sheet-review.svelte.ts';

/** The part of the progress that fetching the rows takes; the rest is writing them. */
const gatheringShare = 0.5;

/** What the import came to, or why it did not happen; no reason where it was stopped. */
export async function bringIn(
	review: SheetReview,
	source: SourceFile,
	ports: WritingPorts & { readonly client: ExchangeClient },
	signal: AbortSignal,
	onheadway: (headway: Headway) => void,
): Promise<Result<DoneImport, { readonly text: string }>> {
	const draft = await fetchDraft(review, ports.client, signal, onheadway);
	if (!draft.ok) return signal.aborted ? refused() : draft;
	const skipped = new Set(review.skippedRows.map(({ row }) => row));
	const rows = draft.value.rows.filter(({ row }) => !skipped.has(row));
	const leftOut = [...draft.value.leftOut, ...review.skippedRows].sort((a, b) => a.row - b.row);
	const { place, register } = review;
	if (register === 'criteria') return changeCriteria(review, source, ports);
	const { one, many } = destinations[register];
	const id = await keepAndWrite(importRows, source, ports, {
		input: (sha256) => ({ ...draft.value, register, rows, leftOut, fileName: source.name, sha256 }),
		what: `Writing ${counted(rows.length, one, many)}`,
		from: gatheringShare,
		signal,
		onheadway,
	});
	if (!id.ok) return id;
	const step = ports.workbook.undoStep;
	return ok({ id: id.value, register, place, rowsIn: rows.length, step });
}

/** What the sheet says of the criteria, as one command; no file is kept for it. */
function changeCriteria(
	{ criteria, place, comingIn }: SheetReview,
	{ name }: SourceFile,
	{ workbook }: WritingPorts,
): Result<DoneImport, { readonly text: string }> {
	const edits = criteria.assessed.changes.map(({ criterion, field, after }) => ({
		criterion,
		field,
		value: after,
	}));
	const label = `Change ${counted(comingIn, 'criterion', 'criteria')} by ${name}`;
	const rowsIn = comingIn;
	const done = workbook.run(assessCriteria, { edits, label });
	if (!done.ok) return done;
	return ok({ id: undefined, register: 'criteria', place, rowsIn, step: workbook.undoStep });
}

async function fetchDraft(
	{ place, decisions, checked }: SheetReview,
	client: ExchangeClient,
	signal: AbortSignal,
	onheadway: (headway: Headway) => void,
): Promise<Result<ImportDraft, { readonly text: string }>> {
	const rows: DraftRow[] = [];
	const total = checked?.rowsIn.length ?? 0;
	onheadway({ fraction: 0, what: 'Gathering the rows' });
	const onchunk = (chunk: readonly DraftRow[]): void => {
		rows.push(...chunk);
		const fraction = (gatheringShare * rows.length) / total;
		onheadway({ fraction, what: `Row ${rows.length} of ${total}` });
	};
	const draft = await client.ask('draft', { sheet: place, decisions }, { signal, onchunk });
	return draft.ok ? ok({ ...draft.value, rows }) : draft;
}
