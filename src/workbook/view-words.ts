/** What changed in a shared view of a register, in words for the activity list. */
import { readSettings, type ViewSettings } from '../model/records/view-settings.ts';
import type { ViewColumn } from '../model/records/view-filter.ts';

const settingNames: Readonly<Record<keyof ViewSettings, string>> = {
	filters: 'Filters',
	cameFrom: 'Came from',
	onlyProblems: 'Only with problems',
	showRetired: 'Retired controls',
	sorts: 'Order of rows',
	groupBy: 'Groups',
	columnOrder: 'Order of columns',
	hidden: 'Hidden columns',
	shown: 'Columns asked for',
	widths: 'Column widths',
	frozen: 'Frozen columns',
	lines: 'Lines a row',
};

/** What a setting is called on screen; undefined for what is none. */
export function settingName(path: string): string | undefined {
	return Object.hasOwn(settingNames, path) ? settingNames[path as keyof ViewSettings] : undefined;
}

/** A value of a setting as briefly as the list needs it; '' for none. */
export function settingWords(
	path: string,
	value: unknown,
	columnName: (key: ViewColumn) => string,
): string {
	const read = readSettings({ [path]: value });
	switch (path) {
		case 'filters':
		case 'sorts':
			return read[path].map(({ column }) => columnName(column)).join(', ');
		case 'hidden':
		case 'shown':
		case 'columnOrder':
			return read[path].map(columnName).join(', ');
		case 'groupBy':
			return groupName(read.groupBy, columnName);
		case 'widths':
			return `${Object.keys(read.widths).length} set`;
		case 'cameFrom':
			return sourceWords(read.cameFrom);
		case 'frozen':
		case 'lines':
			return String(read[path]);
		case 'onlyProblems':
		case 'showRetired':
			return read[path] ? 'Yes' : 'No';
		default:
			return '';
	}
}

function sourceWords(cameFrom: ViewSettings['cameFrom']): string {
	const { from, changed } = cameFrom ?? { from: [], changed: false };
	const sources =
		from.length === 0 ? [] : [from.length === 1 ? '1 source' : `${from.length} sources`];
	return [...sources, ...(changed ? ['changed since'] : [])].join(', ');
}

function groupName(
	groupBy: ViewSettings['groupBy'],
	columnName: (key: ViewColumn) => string,
): string {
	if (groupBy === null) return '';
	if (groupBy === 'series') return 'Criteria series';
	if (groupBy === 'trustCategory') return 'Trust services category';
	return columnName(groupBy);
}
