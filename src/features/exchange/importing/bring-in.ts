/**
 * Carries a checked sheet into the workbook: fetches its rows from the worker, keeps the source
 * file, then runs one command. Whatever stands in the way, the workbook is as it was before.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import { importControls } from '../../../workbook/commands/import-controls.ts';
import type { KeptSource, SourceFilesPort } from '../../../workbook/ports.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { DraftRow, ImportDraft } from '../../../exchange/proposal/proposal.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import { amount } from '../words.ts';
import type { SheetReview } from './sheet-review.svelte.ts';

/** How far something long is: a fraction from 0 to 1 and what is being done. */
export interface Headway {
	readonly fraction: number | undefined;
	readonly what: string;
	/** Given once it can no longer be stopped. */
	readonly isFinal?: true;
}

export interface SourceFile {
	readonly name: string;
	/** Undefined for pasted cells: there is no file to keep. */
	readonly bytes: Uint8Array | undefined;
	/** Its media type as the browser tells it; may be empty. */
	readonly type: string;
}

export interface BringInPorts {
	readonly workbook: LiveWorkbook;
	readonly files: SourceFilesPort;
	readonly client: ExchangeClient;
}

export interface DoneImport {
	readonly id: ImportId;
	/** The place of its sheet in the file. */
	readonly place: number;
	readonly rowsIn: number;
	/** What undo would take back right after the import. */
	readonly step: LiveWorkbook['undoStep'];
}

/** What stands for the kept file where cells were pasted. */
const noFile: KeptSource = { sha256: '', takeBack: () => Promise.resolve() };

/** The part of the progress that fetching the rows takes; the rest is writing them. */
const gatheringShare = 0.5;

/** What the import came to, or why it did not happen; no reason where it was stopped. */
export async function bringIn(
	review: SheetReview,
	source: SourceFile,
	{ workbook, files, client }: BringInPorts,
	signal: AbortSignal,
	onheadway: (headway: Headway) => void,
): Promise<Result<DoneImport, { readonly text: string }>> {
	const draft = await fetchDraft(review, client, signal, onheadway);
	if (!draft.ok) return signal.aborted ? refused() : draft;

	onheadway({ fraction: undefined, what: 'Keeping the file in this browser' });
	const { bytes, name, type } = source;
	const kept = bytes ? await files.keep(bytes, name, type) : ok(noFile);
	if (!kept.ok) return kept;

	const skipped = new Set(review.skippedRows.map(({ row }) => row));
	const rows = draft.value.rows.filter(({ row }) => !skipped.has(row));
	const leftOut = [...draft.value.leftOut, ...review.skippedRows].sort((a, b) => a.row - b.row);
	if (signal.aborted) {
		await kept.value.takeBack();
		return refused();
	}
	const write = (fraction: number): Promise<void> => {
		onheadway({
			fraction: gatheringShare + (1 - gatheringShare) * fraction,
			what: `Writing ${amount(rows.length, 'control')}`,
			isFinal: true,
		});
		return nextTask();
	};
	await write(0);

	const { sha256 } = kept.value;
	const entered = { ...draft.value, rows, leftOut, fileName: name, sha256 };
	const done = await workbook.runInSteps(importControls, entered, write);
	if (!done.ok) {
		await kept.value.takeBack();
		return done;
	}
	const id = done.value.created[0] as ImportId;
	return ok({ id, place: review.place, rowsIn: rows.length, step: workbook.undoStep });
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

/** Lets the browser paint and answer before the page goes on. */
function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
