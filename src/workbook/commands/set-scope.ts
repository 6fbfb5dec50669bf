/** Facts of the scope: texts, dates, sets of answers and the reasons for categories. */
import { ok, refused } from '../../base/result.ts';
import type { TrustServicesCategory } from '../../model/catalog/criteria.ts';
import { isSetKind } from '../../model/records/field.ts';
import { emptyScope, scopeField, scopeId, type ScopeFieldKey } from '../../model/records/scope.ts';
import { termLabel } from '../../model/records/vocabulary.ts';
import type { CommandDefinition } from '../command.ts';
import { memberPath } from '../layout.ts';
import type { Write } from '../write.ts';

export interface SetScope {
	/** What changes: text, or all members of a set. */
	readonly values: Readonly<Partial<Record<ScopeFieldKey, string | readonly string[]>>>;
	/** Why a category is in or out, by category. */
	readonly reasons?: Readonly<Partial<Record<TrustServicesCategory, string>>>;
	readonly label?: string;
}

/** Sets facts of the scope; each is written by itself, members of sets one by one (law 3). */
export const setScope: CommandDefinition<SetScope> = {
	name: 'setScope',
	plan: ({ values, reasons = {}, label }, { workbook }) => {
		const scope = workbook.scope.get(scopeId) ?? emptyScope;
		const writes: Write[] = [];
		const names: string[] = [];
		for (const [key, value] of Object.entries(values)) {
			const field = scopeField(key);
			if (!field) return refused({ field: key, text: `The scope has no fact “${key}”.` });
			const held = scope[field.key];
			if (isSetKind(field.value) !== Array.isArray(value)) {
				return refused({ field: key, text: `${field.label} takes another kind of value.` });
			}
			if (typeof value === 'string') writes.push(edited(key, held, value));
			else writes.push(...planMembers(key, held as readonly string[], value));
			names.push(field.label.toLowerCase());
		}
		for (const [category, reason] of Object.entries(reasons)) {
			writes.push(edited(memberPath('reasons', category), scope.reasons[category] ?? '', reason));
			names.push(`reason for ${termLabel('category', category).toLowerCase()}`);
		}
		const what = names.length > 2 ? `${names.length} facts` : names.join(' and ');
		const [first] = Object.keys(values);
		return ok({
			writes,
			label: label ?? `Set ${what} of the scope`,
			place: { record: scopeId, ...(first ? { field: first } : {}) },
		});
	},
};

function planMembers(field: string, held: readonly string[], wanted: readonly string[]): Write[] {
	const taken = held.filter((member) => !wanted.includes(member));
	const added = wanted.filter((member) => !held.includes(member));
	return [
		...taken.map((member) => edited(memberPath(field, member), true, false)),
		...added.map((member) => edited(memberPath(field, member), false, true)),
	];
}

function edited(path: string, before: unknown, after: unknown): Write {
	return { kind: 'edit', table: 'scope', id: scopeId, path, before, after };
}
