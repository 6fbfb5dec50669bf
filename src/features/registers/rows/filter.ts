/** The filters of a register: one a column, all of them must hold. */
import { addDays, isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import type { ColumnFilter, TextRuleKind } from '../../../model/records/view-filter.ts';
import { cellProblem, type MarkFacts } from '../columns/cell-problems.ts';
import { cellMembers, cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { foldCase } from '../find/fold-case.ts';
import { seriesOf } from './series-of.ts';
import { isSettled } from './stages.ts';

export type Passes = (record: RegisterRecord) => boolean;

/** What filters depend on beside the record. */
export interface FilterFacts {
	readonly columns: readonly RegisterColumn[];
	readonly today: CalendarDate;
	readonly marks: MarkFacts;
}

/** One test of a record for all filters; a filter on a column that is gone holds for every row. */
export function passesAll(filters: readonly ColumnFilter[], facts: FilterFacts): Passes {
	const tests = filters.flatMap((filter) => {
		const column = facts.columns.find(({ key }) => key === filter.column);
		return column ? [passes(filter, column, facts)] : [];
	});
	return (record) => tests.every((test) => test(record));
}

function passes(filter: ColumnFilter, column: RegisterColumn, facts: FilterFacts): Passes {
	switch (filter.kind) {
		case 'contains':
		case 'excludes':
		case 'begins':
			return textTest(filter.kind, foldCase(filter.text.trim()), column);
		case 'oneOf':
			return oneOf(new Set(filter.values), column);
		case 'empty':
			return (record) => isEmpty(record, column);
		case 'filled':
			return (record) => !isEmpty(record, column);
		case 'dates':
			return between(filter.from, filter.to || lastDay, column);
		case 'overdue':
			return overdue(facts.today, column, facts.marks.about);
		case 'next':
			return between(facts.today, addDays(facts.today, filter.days), column);
		case 'problem':
			return (record) => cellProblem(record, column.key, facts.marks) !== undefined;
	}
}

function textTest(kind: TextRuleKind, wanted: string, column: RegisterColumn): Passes {
	const words = (record: RegisterRecord): string => foldCase(cellText(record, column));
	if (kind === 'contains') return (record) => words(record).includes(wanted);
	if (kind === 'begins') return (record) => words(record).trimStart().startsWith(wanted);
	return (record) => !words(record).includes(wanted);
}

function oneOf(wanted: ReadonlySet<string>, column: RegisterColumn): Passes {
	const { value } = column;
	const isWanted = (member: string): boolean =>
		wanted.has(member) || (value.kind === 'criteria' && wanted.has(seriesOf(member)?.id ?? member));
	return (record) => {
		const members = cellMembers(record, column);
		return members.length === 0 ? wanted.has('') : members.some(isWanted);
	};
}

const lastDay = '9999-12-31';

/** Dates written YYYY-MM-DD stand in the order of time. */
function between(from: string, to: string, column: RegisterColumn): Passes {
	return (record) => {
		const [date = ''] = cellMembers(record, column);
		return isCalendarDate(date) && date >= from && date <= to;
	};
}

function overdue(today: CalendarDate, column: RegisterColumn, about: Register): Passes {
	return (record) => {
		const [date = ''] = cellMembers(record, column);
		return isCalendarDate(date) && date < today && !isSettled(about, record);
	};
}

function isEmpty(record: RegisterRecord, column: RegisterColumn): boolean {
	return cellMembers(record, column).length === 0;
}
