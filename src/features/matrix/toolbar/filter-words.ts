/** A filter in words: for its chip and for the status line. */
import { valueText } from '../columns/cell-text.ts';
import type { MatrixColumn } from '../columns/matrix-column.ts';
import type { FilterRule } from '../rows/filter.ts';

/** `Owner: Ana Lima or empty`; more than three values are counted. */
export function filterWords(column: MatrixColumn, rule: FilterRule): string {
	return `${column.label}: ${ruleWords(column, rule)}`;
}

function ruleWords(column: MatrixColumn, rule: FilterRule): string {
	switch (rule.kind) {
		case 'contains':
			return `contains “${rule.text.trim()}”`;
		case 'empty':
			return 'empty';
		case 'filled':
			return 'not empty';
		case 'oneOf': {
			if (rule.values.length > 3) return `${rule.values.length} values`;
			const words = rule.values.map((value) => (value === '' ? 'empty' : valueText(value, column)));
			return words.join(' or ');
		}
	}
}
