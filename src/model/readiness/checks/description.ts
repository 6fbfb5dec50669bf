/** Checks DSC: do the texts a reader will see claim too much, or say what is licensed word for word? */
import type { ScopeTextKey } from '../../records/scope.ts';
import { valueAt } from '../../registers/register.ts';
import type { RecordsByRegister } from '../../registers/registers.ts';
import { nothing, rule } from '../check-rule.ts';
import { claimsOf } from '../claims.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { isCopiedFrom } from '../copied-text.ts';
import type { Found } from '../finding.ts';
import { foundAbout } from '../found-about.ts';

const scopeTexts = ['service', 'description', 'noCustomerDuties'] as const;
type Told = 'boundary' | 'commitments' | 'complementary';

export const descriptionRules = [
	rule({
		check: 'DSC-04',
		about: 'workbook',
		find: ({ scope }) => scopeTexts.flatMap((key) => claimsInScope(key, scope[key])),
	}),
	rule({
		check: 'DSC-04',
		about: 'boundary',
		find: (component) => claimsIn('boundary', component, ['name', 'description', 'reason']),
	}),
	rule({
		check: 'DSC-04',
		about: 'commitments',
		find: (commitment) => claimsIn('commitments', commitment, ['text']),
	}),
	rule({
		check: 'DSC-04',
		about: 'complementary',
		find: (control) => claimsIn('complementary', control, ['statement']),
	}),
	controlRule('DSC-05', (control, facts) => {
		const isCopied = control.criteria.some((criterion) => {
			// Only what somebody brought in from their own copy can be compared with.
			const { licensedText } = facts.assessment(criterion);
			return licensedText !== '' && isCopiedFrom(control.description, licensedText);
		});
		return isCopied ? [foundAboutControl(control, 'description')] : nothing;
	}),
];

function claimsIn<Name extends Told>(
	register: Name,
	record: RecordsByRegister[Name],
	fields: readonly string[],
): readonly Found[] {
	return fields.flatMap((field) =>
		claimsOf(String(valueAt(record, field))).map((word) =>
			foundAbout(register, record, field, { word }, { of: `${field}/${word.toLowerCase()}` }),
		),
	);
}

function claimsInScope(field: ScopeTextKey, text: string): readonly Found[] {
	return claimsOf(text).map((word) => ({
		of: `${field}/${word.toLowerCase()}`,
		records: [],
		values: { word },
		at: { kind: 'scope', field },
	}));
}
