/**
 * What is odd about a control's values, for marks in cells (SPEC V-1 to V-3). Values are never
 * changed by this: a mark says what is wrong and what would be right.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';
import { isCriterionId } from '../catalog/criteria.ts';
import { controlField, controlFields, type ControlFieldKey } from '../records/control-fields.ts';
import type { Control } from '../records/control.ts';
import { isTerm, vocabularies } from '../records/vocabulary.ts';

export interface ValueProblem {
	readonly field: ControlFieldKey;
	readonly text: string;
}

/** The marks of one control by itself; duplicate ids need the whole list (`duplicateControlIds`). */
export function valueProblems(control: Control): readonly ValueProblem[] {
	return controlFields.flatMap(({ key }) => {
		const text = valueProblem(key, control[key]);
		return text === undefined ? [] : [{ field: key, text }];
	});
}

/** What is odd about a value of one field, in words. */
export function valueProblem(
	key: ControlFieldKey,
	held: string | readonly string[],
): string | undefined {
	const { label, value } = controlField(key);
	if (typeof held !== 'string')
		return value.kind === 'criteria' ? unknownCriteria(held) : undefined;
	if (held === '') return undefined;
	if (value.kind === 'date' && !isCalendarDate(held)) {
		return `“${held}” is not a date. Write it as 2026-11-21.`;
	}
	if (value.kind === 'term' && !isTerm(value.vocabulary, held)) {
		const choices = vocabularies[value.vocabulary].terms.map((term) => term.label).join(', ');
		return `“${held}” is not a known ${label.toLowerCase()}. Known: ${choices}.`;
	}
	return undefined;
}

/** Control IDs that more than one active control carries, trimmed, letter case kept (V-3). */
export function duplicateControlIds(
	controls: readonly Pick<Control, 'controlId' | 'retired'>[],
): ReadonlySet<string> {
	const seen = new Set<string>();
	const twice = new Set<string>();
	for (const { controlId, retired } of controls) {
		const id = controlId.trim();
		if (!id || retired) continue;
		if (seen.has(id)) twice.add(id);
		seen.add(id);
	}
	return twice;
}

function unknownCriteria(criteria: readonly string[]): string | undefined {
	const unknown = criteria.filter((id) => !isCriterionId(id));
	if (unknown.length === 0) return undefined;
	const verb =
		unknown.length === 1 ? 'is not a criterion that exists' : 'are not criteria that exist';
	return `${unknown.join(', ')} ${verb}.`;
}
