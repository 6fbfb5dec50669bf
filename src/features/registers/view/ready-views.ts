/** The views that every matrix has. They say which rows are shown, and leave the columns alone. */
import type { FilterRule, ViewColumn } from '../../../model/records/view-filter.ts';
import type { ViewSettings } from '../../../model/records/view-settings.ts';

export interface ReadyView {
	readonly id: string;
	readonly name: string;
	readonly settings: Partial<ViewSettings>;
}

/** The first one is what a matrix begins with. */
export const readyViews: readonly [ReadyView, ...ReadyView[]] = [
	ready('all', 'All controls'),
	filtered('not-implemented', 'Not yet implemented', 'status', {
		kind: 'oneOf',
		values: ['notStarted', 'planned', 'inProgress', ''],
	}),
	filtered('no-owner', 'No owner', 'owner', { kind: 'empty' }),
	filtered('no-criteria', 'No criteria', 'criteria', { kind: 'empty' }),
	ready('problems', 'With problems', { onlyProblems: true }),
];

function filtered(id: string, name: string, column: ViewColumn, rule: FilterRule): ReadyView {
	return ready(id, name, { filters: [{ column, ...rule }] });
}

function ready(id: string, name: string, settings: Partial<ViewSettings> = {}): ReadyView {
	const plain = {
		...{ filters: [], cameFrom: null, onlyProblems: false },
		...{ showRetired: false, sorts: [], groupBy: null },
	};
	return { id: `ready:${id}`, name, settings: { ...plain, ...settings } };
}
