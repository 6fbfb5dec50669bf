/**
 * The columns of the new file that say something about controls, and those that came or went since
 * the earlier version. A column that is not in the new file says nothing: what it said before stands.
 */
import { controlField, isControlFieldKey, isSetKey } from '../../model/records/control-fields.ts';
import { ownColumnsByName } from '../../model/rules/own-columns-by-name.ts';
import type { ImportDraft } from '../proposal/proposal.ts';
import type { ComparedFile, EarlierFile, FileColumn } from './comparison.ts';

type Earlier = Pick<EarlierFile, 'columns' | 'ownColumns'>;

/** Which column of the file is which column here, with what is missing and what is new. */
export function fileColumns(
	draft: ImportDraft,
	{ columns: before, ownColumns }: Earlier,
): Pick<ComparedFile, 'columns' | 'missing' | 'added'> {
	const known = ownColumnsByName(ownTargets(draft.columns), ownColumns);
	const standing = draft.columns.flatMap(({ index, header, target }): readonly FileColumn[] => {
		if (target.kind === 'leaveOut') return [];
		const key = target.kind === 'field' ? target.key : (known.get(index) ?? `index:${index}`);
		return [{ key, index, header }];
	});
	const columns = [...standing, ...setsElsewhere(draft, standing)];
	const keys = new Set(columns.map(({ key }) => key));
	const present = new Set(ownColumns.map(({ id }) => id as string));
	const keysBefore = new Set(before.map(({ target }) => target));
	const isUsed = (target: string): boolean => isControlFieldKey(target) || present.has(target);
	return {
		columns,
		missing: before.flatMap(({ target, header }) =>
			isUsed(target) && !keys.has(target) ? [header || nameOf(target)] : [],
		),
		added: standing.flatMap(({ key, header }) =>
			keysBefore.has(key) ? [] : [header || nameOf(key)],
		),
	};
}

/**
 * The draft with every own column that keeps the whole texts of a field's column, as the earlier
 * version had it: where no text of the new file needs keeping, it has become empty.
 */
export function withKeepers(
	draft: ImportDraft,
	{ columns: before, ownColumns }: Earlier,
): ImportDraft {
	const names = new Map(ownColumns.map(({ id, name }) => [id as string, name]));
	const keepers = draft.columns.flatMap(({ index, header, target }): ImportDraft['columns'] => {
		if (target.kind !== 'field') return [];
		const main = before.find((column) => column.target === target.key);
		const keeper = before.find((column) => column.index === main?.index && column !== main);
		const name = keeper && names.get(keeper.target);
		const stands = draft.columns.some((other) => other.index === index && other.target !== target);
		if (name === undefined || stands) return [];
		return [{ index, header, target: { kind: 'own', name, meaning: 'other' } }];
	});
	return keepers.length === 0 ? draft : { ...draft, columns: [...draft.columns, ...keepers] };
}

function ownTargets(columns: ImportDraft['columns']) {
	return columns.flatMap(({ index, target }) =>
		target.kind === 'own' ? [{ index, name: target.name }] : [],
	);
}

/** Ids stand in headings, in marks under criteria and among the criteria, too. */
function setsElsewhere(draft: ImportDraft, columns: readonly FileColumn[]): readonly FileColumn[] {
	const readsIds = columns.some(({ key }) => isSetKey(key));
	return (['criteria', 'references'] as const).flatMap((key) => {
		if (columns.some((column) => column.key === key)) return [];
		const isSaid = key === 'references' && readsIds;
		if (!isSaid && !draft.rows.some((row) => (row.sets[key] ?? []).length > 0)) return [];
		return [{ key, index: undefined, header: controlField(key).label }];
	});
}

function nameOf(key: string): string {
	return isControlFieldKey(key) ? controlField(key).label : 'A column without a header';
}
