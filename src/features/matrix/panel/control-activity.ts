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

export interface ChangeWords {
	readonly path: string;
	readonly column: string;
	/** '' for empty. */
	readonly before: string;
	readonly after: string;
}

/** The newest `limit` entries that changed the control, newest first. */
export function controlActivity(
	activity: Activity,
	control: ControlId,
	columnOf: (key: string) => MatrixColumn | undefined,
	limit: number,
): readonly ControlDeed[] {
	const deeds: ControlDeed[] = [];
	for (const { id, at, by, label, changes } of activity) {
		if (deeds.length === limit) break;
		const own = changes.filter((change) => isOf(change, control));
		if (own.length === 0) continue;
		const words = own.map((change) => changeWords(change, columnOf));
		deeds.push({ id, at, by: by.name, label, changes: words });
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

function changeWords(
	{ path, before, after }: Change,
	columnOf: (key: string) => MatrixColumn | undefined,
): ChangeWords {
	const { column: key, member } = splitPath(path);
	const column = columnOf(key);
	if (key === 'retired') {
		return { path, column: 'Retired', before: reasonOf(before), after: reasonOf(after) };
	}
	const words = (value: unknown): string => {
		if (member !== undefined) return value === true ? member : '';
		if (typeof value !== 'string') return '';
		return column ? valueText(value, column) : value;
	};
	return {
		path,
		column: column?.label ?? 'A removed column',
		before: words(before),
		after: words(after),
	};
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

function reasonOf(mark: unknown): string {
	if (typeof mark !== 'object' || mark === null || !('reason' in mark)) return '';
	return typeof mark.reason === 'string' && mark.reason !== '' ? mark.reason : 'no reason given';
}
