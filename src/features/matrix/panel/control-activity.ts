/** What was done to one control, in words, out of the workbook's whole activity list. */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ControlId } from '../../../model/records/control.ts';
import { valueText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';

type Activity = LiveWorkbook['activity'];
type Change = Activity[number]['changes'][number];

export interface ControlDeed {
	readonly id: string;
	/** ISO 8601 instant. */
	readonly at: string;
	readonly by: string;
	readonly label: string;
	readonly changes: readonly ChangeWords[];
}

/** The change of one column; of a set, the members taken out and put in. */
export interface ChangeWords {
	readonly key: string;
	readonly column: string;
	/** '' for empty. */
	readonly before: string;
	readonly after: string;
}

type ColumnOf = (key: string) => MatrixColumn | undefined;

/** The newest `limit` entries that changed the control, newest first. */
export function controlActivity(
	activity: Activity,
	control: ControlId,
	columnOf: ColumnOf,
	limit: number,
): readonly ControlDeed[] {
	const deeds: ControlDeed[] = [];
	for (const { id, at, by, label, changes } of activity) {
		if (deeds.length === limit) break;
		const own = changes.filter((change) => isOf(change, control));
		if (own.length === 0) continue;
		deeds.push({ id, at, by: by.name, label, changes: changeWords(own, columnOf) });
	}
	return deeds;
}

/** The columns of a control (by key) that were edited after it was created. */
export function changedColumns(activity: Activity, control: ControlId): ReadonlySet<string> {
	const changes = activity
		.flatMap((entry) => entry.changes)
		.filter((change) => isOf(change, control));
	return new Set(changes.map(({ path }) => splitPath(path).column));
}

function isOf(change: Change, control: ControlId): boolean {
	return change.table === 'controls' && change.id === control;
}

function changeWords(changes: readonly Change[], columnOf: ColumnOf): readonly ChangeWords[] {
	const keys = [...new Set(changes.map(({ path }) => splitPath(path).column))];
	return keys.map((key) => {
		const ofColumn = changes.filter(({ path }) => splitPath(path).column === key);
		const column = columnOf(key);
		const side = (which: 'before' | 'after'): string => {
			const words = ofColumn.map((change) => valueWords(change[which], change.path, column));
			return words.filter(Boolean).join(', ');
		};
		const label = key === 'retired' ? 'Retired' : (column?.label ?? 'A removed column');
		return { key, column: label, before: side('before'), after: side('after') };
	});
}

function valueWords(value: unknown, path: string, column: MatrixColumn | undefined): string {
	const { column: key, member } = splitPath(path);
	if (key === 'retired') return retirementWords(value);
	if (member !== undefined) return value === true ? member : '';
	if (typeof value !== 'string') return '';
	return column ? valueText(value, column) : value;
}

/**
 * A path is a field (`owner`), a member of a set (`criteria/CC6.1`) or the value of an own column
 * (`own/column:…`).
 */
function splitPath(path: string): { column: string; member: string | undefined } {
	const slash = path.indexOf('/');
	if (slash < 0) return { column: path, member: undefined };
	const [field, member] = [path.slice(0, slash), path.slice(slash + 1)];
	return field === 'own' ? { column: member, member: undefined } : { column: field, member };
}

function retirementWords(mark: unknown): string {
	if (typeof mark !== 'object' || mark === null || !('reason' in mark)) return '';
	return typeof mark.reason === 'string' && mark.reason !== '' ? mark.reason : 'no reason given';
}
