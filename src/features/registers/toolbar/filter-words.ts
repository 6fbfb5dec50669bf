/** A filter in words: for its chip and for the status line. */
import { counted } from '../../../base/counted.ts';
import { isCalendarDate, readableDate } from '../../../base/calendar-date.ts';
import type { FilterRule } from '../../../model/records/view-filter.ts';
import type { RegisterColumn } from '../columns/register-column.ts';

/** `Owner: Ana Lima or empty`; more than three values are counted. */
export function filterWords(column: RegisterColumn, rule: FilterRule): string {
	return `${column.label}: ${ruleWords(column, rule)}`;
}

function ruleWords(column: RegisterColumn, rule: FilterRule): string {
	switch (rule.kind) {
		case 'contains':
			return `contains “${rule.text.trim()}”`;
		case 'excludes':
			return `does not contain “${rule.text.trim()}”`;
		case 'begins':
			return `begins with “${rule.text.trim()}”`;
		case 'empty':
			return 'empty';
		case 'filled':
			return 'not empty';
		case 'overdue':
			return 'overdue';
		case 'next':
			return rule.days === 0 ? 'today' : `in the next ${rule.days} days`;
		case 'dates':
			return rangeWords(rule.from, rule.to);
		case 'problem':
			return 'has a problem';
		case 'oneOf': {
			if (rule.values.length > 3) return counted(rule.values.length, 'value');
			const words = rule.values.map((value) => (value === '' ? 'empty' : column.wordsOf(value)));
			return words.join(' or ');
		}
	}
}

function rangeWords(from: string, to: string): string {
	if (from && to) return `${dateWords(from)} to ${dateWords(to)}`;
	if (from) return `from ${dateWords(from)}`;
	return to ? `up to ${dateWords(to)}` : 'any date';
}

function dateWords(date: string): string {
	return isCalendarDate(date) ? readableDate(date) : date;
}
