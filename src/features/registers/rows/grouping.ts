/** Which group a record stands in, and what the group is called. */
import { isCalendarDate } from '../../../base/calendar-date.ts';
import { valueAt, type RegisterRecord } from '../../../model/registers/register.ts';
import type { GroupBy } from '../../../model/records/view-settings.ts';
import { cellMembers } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { categoryLabels, seriesById, seriesOf } from './series-of.ts';
import { memberKey } from './sort-key.ts';

export interface Grouping {
	/** Orders groups by `<` and tells them apart; '' for the records that have no value. */
	readonly keyOf: (record: RegisterRecord) => string;
	/** What the group of this record is called. */
	readonly labelOf: (record: RegisterRecord) => string;
	/** The column whose sort turns the order of the groups round, where it is one. */
	readonly column: RegisterColumn | undefined;
}

/**
 * Groups by a column, or by the series or category of a record's first criterion in catalogue
 * order. Undefined where the column is gone.
 */
export function groupingBy(
	groupBy: GroupBy,
	columns: readonly RegisterColumn[],
): Grouping | undefined {
	if (groupBy === 'series') return bySeries;
	if (groupBy === 'trustCategory') return byTrustCategory;
	const column = columns.find(({ key }) => key === groupBy);
	return column && byColumn(column);
}

/** What a grouping is called where it is chosen. */
export function groupByLabel(groupBy: GroupBy, columns: readonly RegisterColumn[]): string {
	if (groupBy === 'series') return 'Criteria series';
	if (groupBy === 'trustCategory') return 'Trust services category';
	return columns.find(({ key }) => key === groupBy)?.label ?? 'A removed column';
}

const places = new Map([...seriesById.keys()].map((id, place) => [id, key(place, id)]));
const categoryPlaces = new Map([...categoryLabels.keys()].map((id, place) => [id, key(place, id)]));
/** Criteria that exist in no series come after those that do. */
const unknown = '1';

const bySeries: Grouping = {
	column: undefined,
	keyOf: (record) => {
		const first = firstCriterion(record);
		return first === undefined ? '' : (places.get(seriesOf(first)?.id ?? '') ?? unknown);
	},
	labelOf: (record) => {
		const first = firstCriterion(record);
		if (first === undefined) return 'No criteria';
		const series = seriesOf(first);
		return series ? `${series.id} ${series.title}` : 'Criteria that do not exist';
	},
};

const byTrustCategory: Grouping = {
	column: undefined,
	keyOf: (record) => {
		const first = firstCriterion(record);
		if (first === undefined) return '';
		const category = seriesOf(first)?.category;
		return (category && categoryPlaces.get(category)) ?? unknown;
	},
	labelOf: (record) => {
		const first = firstCriterion(record);
		if (first === undefined) return 'No criteria';
		const category = seriesOf(first)?.category;
		return (category && categoryLabels.get(category)) ?? 'Criteria that do not exist';
	},
};

function firstCriterion(record: RegisterRecord): string | undefined {
	const criteria = valueAt(record, 'criteria');
	return typeof criteria === 'string' ? undefined : criteria[0];
}

const groupingsByColumn = new WeakMap<RegisterColumn, Grouping>();

/** The first member of a set; dates by their month. */
function byColumn(column: RegisterColumn): Grouping {
	const known = groupingsByColumn.get(column);
	if (known) return known;
	const keys = new Map<string, string>();
	const valueOf = (record: RegisterRecord): string => {
		const value = (cellMembers(record, column)[0] ?? '').trim();
		return column.value.kind === 'date' && isCalendarDate(value) ? value.slice(0, 7) : value;
	};
	const grouping: Grouping = {
		column,
		keyOf: (record) => {
			const value = valueOf(record);
			if (value === '') return '';
			let found = keys.get(value);
			if (found === undefined) {
				const sorted = column.value.kind === 'date' ? dateKey(value) : memberKey(value, column);
				keys.set(value, (found = `${sorted}\u0001${value}`));
			}
			return found;
		},
		labelOf: (record) => {
			const value = valueOf(record);
			if (value === '') return `No ${column.own ? column.label : column.label.toLowerCase()}`;
			if (column.value.kind === 'date') return monthName(value) ?? value;
			return column.wordsOf(value);
		},
	};
	groupingsByColumn.set(column, grouping);
	return grouping;
}

function dateKey(value: string): string {
	return monthName(value) === undefined ? `1${value}` : `0${value}`;
}

const months =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** `November 2026` for 2026-11; undefined for what is no month. */
function monthName(value: string): string | undefined {
	const [, year, month] = /^(\d{4})-(\d{2})$/.exec(value) ?? [];
	const name = months[Number(month) - 1];
	return year && name ? `${name} ${year}` : undefined;
}

function key(place: number, id: string): string {
	return `0${String(place).padStart(2, '0')}${id}`;
}
