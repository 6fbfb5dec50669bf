/** The views that every register has. They say which rows are shown, and leave the columns alone. */
import type { FilterRule } from '../../../model/records/view-filter.ts';
import type { ViewSettings } from '../../../model/records/view-settings.ts';
import type { Register, RegisterName } from '../../../model/registers/register.ts';

export interface ReadyView {
	readonly id: string;
	readonly name: string;
	readonly settings: Partial<ViewSettings>;
}

/** Questions that a register is asked often, beside those that all are. */
const asked: Readonly<Partial<Record<RegisterName, readonly ReadyView[]>>> = {
	controls: [
		filtered('not-implemented', 'Not yet implemented', 'status', [
			'notStarted',
			'planned',
			'inProgress',
			'',
		]),
	],
	risks: [filtered('open', 'Open', 'status', ['open', ''])],
	vendors: [
		filtered('subservice', 'Subservice organizations', 'method', [
			'carveOut',
			'inclusive',
			'undecided',
		]),
		due('review-due', 'Review overdue', 'reviewDue'),
	],
	policies: [due('review-due', 'Review overdue', 'reviewDue')],
	systems: [filtered('in-scope', 'In scope', 'scope', ['in'])],
	evidence: [
		filtered('not-accepted', 'Not yet accepted', 'state', [
			'expected',
			'submitted',
			'returned',
			'',
		]),
	],
	gaps: [
		filtered('open', 'Open', 'status', ['open', 'inProgress', 'waiting', 'toVerify', '']),
		due('overdue', 'Overdue', 'due'),
	],
};

/** The ready-made views of a register; the first one is what it begins with. */
export function readyViewsOf({
	name,
	many,
	fields,
}: Register): readonly [ReadyView, ...ReadyView[]] {
	const hasField = (key: string): boolean => fields.some((field) => field.key === key);
	return [
		ready('all', `All ${many}`),
		...(asked[name] ?? []),
		...(hasField('owner') ? [empty('no-owner', 'No owner', 'owner')] : []),
		...(hasField('criteria') ? [empty('no-criteria', 'No criteria', 'criteria')] : []),
		ready('problems', 'With problems', { onlyProblems: true }),
	];
}

function filtered(id: string, name: string, column: string, values: readonly string[]): ReadyView {
	return ruled(id, name, column, { kind: 'oneOf', values });
}

function due(id: string, name: string, column: string): ReadyView {
	return ruled(id, name, column, { kind: 'overdue' });
}

function empty(id: string, name: string, column: string): ReadyView {
	return ruled(id, name, column, { kind: 'empty' });
}

function ruled(id: string, name: string, column: string, rule: FilterRule): ReadyView {
	return ready(id, name, { filters: [{ column, ...rule }] });
}

function ready(id: string, name: string, settings: Partial<ViewSettings> = {}): ReadyView {
	const plain = {
		...{ filters: [], cameFrom: null, onlyProblems: false },
		...{ showRetired: false, sorts: [], groupBy: null },
	};
	return { id: `ready:${id}`, name, settings: { ...plain, ...settings } };
}
