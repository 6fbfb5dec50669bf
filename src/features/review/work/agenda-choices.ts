/** What can be walked through, as a list to choose from. */
import { criteria } from '../../../model/catalog/criteria.ts';
import type { AgendaChoice } from '../../../model/review/agenda.ts';
import { signAsWords, signingOrder } from '../../../model/review/sign-off.ts';
import type { Option } from '../../../ui/fields/option.ts';

const choices: readonly (Option & { readonly choice: AgendaChoice })[] = [
	{ value: 'changed', label: 'New or changed since I looked', choice: { kind: 'changed' } },
	{ value: 'all', label: 'All active controls', choice: { kind: 'all' } },
	{ value: 'key', label: 'Key controls', choice: { kind: 'key' } },
	{ value: 'threads', label: 'With open threads', choice: { kind: 'threads' } },
	{ value: 'suggestions', label: 'With waiting suggestions', choice: { kind: 'suggestions' } },
	...signingOrder.map((as) => ({
		value: `unsigned-${as}`,
		label: `Not signed as ${signAsWords[as].label.toLowerCase()}`,
		choice: { kind: 'unsigned', as } as const,
	})),
	...criteria.map(({ id, label }) => ({
		value: `criterion-${id}`,
		label: `Controls of ${id}`,
		hint: label,
		choice: { kind: 'criterion', criterion: id } as const,
	})),
];

export const agendaOptions: readonly Option[] = choices;

/** The choice of an option; all controls for anything else. */
export function agendaChoice(value: string): AgendaChoice {
	return choices.find((each) => each.value === value)?.choice ?? { kind: 'all' };
}

/** The option of a choice. */
export function optionOf(choice: AgendaChoice): string {
	if (choice.kind === 'criterion') return `criterion-${choice.criterion}`;
	return choice.kind === 'unsigned' ? `unsigned-${choice.as}` : choice.kind;
}
