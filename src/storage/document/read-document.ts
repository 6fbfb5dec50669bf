/**
 * Reads a workbook's database into a document: each row on its own after a check, damaged rows set
 * aside, and what they took with them fetched from a snapshot (merging is idempotent).
 */
import * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { Witness } from '../witnesses.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import {
	damageFinding,
	lossFinding,
	notSetAsideFinding,
	waitingFinding,
	type Finding,
	type OpeningReport,
} from './opening-report.ts';
import { storedOrigin } from './origins.ts';
import type { RowLedger } from './row-ledger.ts';
import { readRows, rowsOf, setInOrder, type Damage, type StoredRows } from './rows.ts';
import { examine, type NewRow, type StoredRow } from './seal.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import type { StoredValues } from './stored-values.ts';

export interface ReadingOptions {
	readonly workbook: WorkbookId;
	readonly clock: Clock;
	readonly ledger: RowLedger;
	readonly snapshots: Snapshots;
	readonly witness: Witness | undefined;
	/** What the database holds, where that was read already. */
	readonly values?: StoredValues | undefined;
}

export interface ReadDocument {
	readonly report: OpeningReport;
	/** The highest row that a snapshot covers; 0 where there is none. */
	readonly covered: number;
	/** What a snapshot gave back, as an update that is still to be stored; undefined for nothing. */
	readonly recovered: Uint8Array | undefined;
}

/** Rejects only where the database as a whole cannot be read. */
export async function readDocument(
	doc: Y.Doc,
	db: IDBDatabase,
	options: ReadingOptions,
): Promise<ReadDocument> {
	const { workbook, ledger, snapshots, witness } = options;
	const covering = snapshots.covered(workbook);
	// Heard below; until then a failure is nobody's yet.
	covering.catch(() => undefined);
	const stored = options.values ? rowsOf(options.values) : await readRows(db);
	const applied = applyRows(doc, stored.rows);
	for (const row of applied.good) ledger.add(row);
	const covered = await covering;

	const { lost, stale } = missingRows(stored);
	const accounted = [...lost, ...stored.damages.map(({ row }) => row)];
	const lastRow = Math.max(stored.rows.at(-1)?.key ?? 0, ...accounted);
	const expected = Math.max(witness?.lastRow ?? 0, covered);
	const isShort = lastRow < expected;
	ledger.raise(Math.max(lastRow, expected));

	const faults = [...applied.faults, ...lost.map((row) => ({ row, fault: 'it is gone' }))];
	const snapshot = isShort || faults.length > 0 ? await snapshots.newest(workbook) : undefined;
	const recovered = snapshot && mergeIn(doc, snapshot);

	const foundAt = options.clock.now();
	const damages = faults.map((fault): Damage => ({
		...fault,
		foundAt,
		repaired: fault.row <= (snapshot?.covers ?? 0),
	}));
	const findings: Finding[] = damages.map((damage) => damageFinding(workbook, damage));
	if (isShort) {
		const found = { rows: stored.rows.length, lastRow, expected };
		findings.push(lossFinding(workbook, found, snapshot, witness?.at));
	}
	if (doc.store.pendingStructs || doc.store.pendingDs) findings.push(waitingFinding(workbook));
	if (damages.length + applied.unsealed.length + stale.length > 0)
		await setInOrder(db, damages, applied.unsealed, stale).catch((error: unknown) => {
			if (damages.length > 0) findings.push(notSetAsideFinding(workbook, String(error)));
		});
	const { bytes } = ledger;
	const report = { rows: applied.good.length, bytes, findings, earlier: stored.damages };
	return { report, covered, recovered };
}

/** Merges a snapshot in and returns what it added; undefined where the rows held all of it. */
function mergeIn(doc: Y.Doc, snapshot: Snapshot): Uint8Array | undefined {
	const added: Uint8Array[] = [];
	const keep = (update: Uint8Array): void => void added.push(update);
	doc.on('update', keep);
	for (const update of snapshot.updates) Y.applyUpdate(doc, update, storedOrigin);
	doc.off('update', keep);
	return added.length > 0 ? Y.mergeUpdates(added) : undefined;
}

interface Applied {
	readonly good: readonly NewRow[];
	readonly unsealed: readonly NewRow[];
	readonly faults: readonly Pick<Damage, 'row' | 'fault' | 'remains'>[];
}

/** Applies every row that stands its check. */
export function applyRows(doc: Y.Doc, rows: readonly StoredRow[]): Applied {
	const good: NewRow[] = [];
	const unsealed: NewRow[] = [];
	const faults: Pick<Damage, 'row' | 'fault' | 'remains'>[] = [];
	for (const row of rows) {
		const found = examine(row);
		const fault = 'fault' in found ? found.fault : applying(doc, found.update);
		if (fault !== undefined || 'fault' in found) {
			faults.push({ row: row.key, fault: fault ?? '', remains: row.value ?? null });
			continue;
		}
		good.push(found);
		if (!row.seal) unsealed.push(found);
	}
	return { good, unsealed, faults };
}

function applying(doc: Y.Doc, update: Uint8Array): string | undefined {
	try {
		Y.applyUpdate(doc, update, storedOrigin);
		return undefined;
	} catch (error) {
		return `Yjs refused it (${String(error)})`;
	}
}

/**
 * Sealed rows that are gone: lost, unless y-indexeddb itself compacted them into an unsealed row of
 * its own, before which nothing is left then.
 */
function missingRows({ rows, missing }: StoredRows): { lost: number[]; stale: number[] } {
	const first = rows[0];
	const compacted = first && !first.seal && !isEmptyUpdate(first.value) ? first.key : 0;
	return {
		lost: missing.filter((row) => row >= compacted),
		stale: missing.filter((row) => row < compacted),
	};
}

/** y-indexeddb adds the state of its (empty) document at each opening: two zero bytes. */
function isEmptyUpdate(value: unknown): boolean {
	return value instanceof Uint8Array && value.length <= 2;
}
