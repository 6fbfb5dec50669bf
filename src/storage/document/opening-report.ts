/** What was found when a workbook was opened: nothing is repaired or missing without a word. */
import type { Snapshot } from './snapshots.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { Damage } from './rows.ts';

export interface OpeningReport {
	readonly rows: number;
	readonly bytes: number;
	/** What this opening found; empty where all was well. */
	readonly findings: readonly Finding[];
	/** Damaged or missing rows of earlier openings, with what was left of them. */
	readonly earlier: readonly Damage[];
}

export interface Finding {
	readonly kind: 'damaged' | 'missing' | 'emptied' | 'shortened' | 'waiting' | 'notSetAside';
	/** Database, store and row, such as `workbook:3f9k2 / updates / 17`. */
	readonly path: string;
	/** What was found, what it means and what to do. */
	readonly text: string;
	/** True where a snapshot gave back all of it. */
	readonly repaired: boolean;
}

export function damageFinding(workbook: WorkbookId, damage: Damage): Finding {
	const isMissing = damage.remains === undefined;
	const outcome = damage.repaired
		? 'What it held was taken from the second copy in this browser.'
		: 'The edits in it are not shown. Compare with your last saved copy.';
	return {
		kind: isMissing ? 'missing' : 'damaged',
		path: `${workbook} / updates / ${damage.row}`,
		text: `Stored row ${damage.row} is not usable: ${damage.fault}. ${outcome}`,
		repaired: damage.repaired,
	};
}

/** The database is empty, or its newest rows are gone, although more was stored once. */
export function lossFinding(
	workbook: WorkbookId,
	found: { readonly rows: number; readonly lastRow: number; readonly expected: number },
	snapshot: Snapshot | undefined,
	storedAt: string | undefined,
): Finding {
	const isEmpty = found.rows === 0;
	const what = isEmpty
		? 'The browser has emptied the database of this workbook.'
		: `The newest rows of this workbook are gone: row ${found.lastRow} is the last of ${found.expected}.`;
	const repaired = snapshot !== undefined && snapshot.covers >= found.expected;
	return {
		kind: isEmpty ? 'emptied' : 'shortened',
		path: `${workbook} / updates`,
		text: `${what} ${outcomeOf(snapshot, repaired, storedAt)}`,
		repaired,
	};
}

function outcomeOf(
	snapshot: Snapshot | undefined,
	repaired: boolean,
	storedAt: string | undefined,
): string {
	if (repaired) return 'Everything was taken from the second copy in this browser.';
	const until = storedAt ? ` until ${storedAt}` : '';
	if (snapshot)
		return `It was filled from the second copy of ${snapshot.at}; edits made after that${until} are missing. Compare with your last saved copy.`;
	return `Edits made${until} are missing and there is no second copy in this browser. Open your last saved copy.`;
}

export function waitingFinding(workbook: WorkbookId): Finding {
	return {
		kind: 'waiting',
		path: `${workbook} / updates`,
		text: 'Some edits build on a row that is missing. They are kept, and appear when a copy that holds the missing row is merged in.',
		repaired: false,
	};
}

export function notSetAsideFinding(workbook: WorkbookId, detail: string): Finding {
	return {
		kind: 'notSetAside',
		path: `${workbook} / updates`,
		text: `The unusable rows could not be moved aside (${detail}). They stay where they are and do no harm here.`,
		repaired: false,
	};
}
