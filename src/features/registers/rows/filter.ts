/** The filters of the matrix: one a column, all of them must hold. */
import { addDays, isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import type { Control } from '../../../model/records/control.ts';
import type { ColumnFilter, TextRuleKind } from '../../../model/records/view-filter.ts';
import { cellProblem } from '../columns/cell-problems.ts';
import { cellMembers, cellText } from '../columns/cell-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';
import { foldCase } from '../find/fold-case.ts';
import { seriesOf } from './series-of.ts';

export type Passes = (control: Control) => boolean;

/** What filters depend on beside the control. */
export interface FilterFacts {
	readonly columns: readonly RegisterColumn[];
	readonly today: CalendarDate;
	/** Control IDs that more than one active control carries. */
	readonly duplicateIds: ReadonlySet<string>;
}

/** One test of a control for all filters; a filter on a column that is gone holds for every row. */
export function passesAll(filters: readonly ColumnFilter[], facts: FilterFacts): Passes {
	const tests = filters.flatMap((filter) => {
		const column = facts.columns.find(({ key }) => key === filter.column);
		return column ? [passes(filter, column, facts)] : [];
	});
	return (control) => tests.every((test) => test(control));
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
			return (control) => isEmpty(control, column);
		case 'filled':
			return (control) => !isEmpty(control, column);
		case 'dates':
			return between(filter.from, filter.to || lastDay, column);
		case 'overdue':
			return overdue(facts.today, column);
		case 'next':
			return between(facts.today, addDays(facts.today, filter.days), column);
		case 'problem':
			return (control) => cellProblem(control, column.key, facts.duplicateIds) !== undefined;
	}
}

function textTest(kind: TextRuleKind, wanted: string, column: RegisterColumn): Passes {
	const words = (control: Control): string => foldCase(cellText(control, column));
	if (kind === 'contains') return (control) => words(control).includes(wanted);
	if (kind === 'begins') return (control) => words(control).trimStart().startsWith(wanted);
	return (control) => !words(control).includes(wanted);
}

function oneOf(wanted: ReadonlySet<string>, { key, value }: RegisterColumn): Passes {
	const isWanted = (member: string): boolean =>
		wanted.has(member) || (value.kind === 'criteria' && wanted.has(seriesOf(member)?.id ?? member));
	return (control) => {
		const members = cellMembers(control, key);
		return members.length === 0 ? wanted.has('') : members.some(isWanted);
	};
}

const lastDay = '9999-12-31';

/** Dates written YYYY-MM-DD stand in the order of time. */
function between(from: string, to: string, { key }: RegisterColumn): Passes {
	return (control) => {
		const [date = ''] = cellMembers(control, key);
		return isCalendarDate(date) && date >= from && date <= to;
	};
}

function overdue(today: CalendarDate, { key }: RegisterColumn): Passes {
	return (control) => {
		const [date = ''] = cellMembers(control, key);
		const isDone = control.status === 'implemented' || control.status === 'notApplicable';
		return isCalendarDate(date) && date < today && !isDone;
	};
}

function isEmpty(control: Control, { key }: RegisterColumn): boolean {
	return cellMembers(control, key).length === 0;
}
