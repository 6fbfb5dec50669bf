/** What the cells of a row should say of criteria and references. */
import { cannotSay, contradiction, fromHeading, fromRowId, noIdColumn } from './conflict-words.ts';
import { idSetKeys, type ControlRow, type IdSetKey } from './control-row.ts';
import type { FileIds } from './file-ids.ts';
import type { FoundGoal, Unplaced } from './row-goals.ts';
import type { SourceColumn, SourceSheet } from './source-sheet.ts';
import { textGoal } from './value-form.ts';

/**
 * The cell with the ids taken out and put in, on top of what was `edited` in the own column that
 * keeps its text; undefined where it stays as it is.
 */
export function idGoal(
	source: SourceSheet,
	ids: FileIds,
	control: ControlRow,
	{ index, header, field, own }: SourceColumn,
	edited: string | undefined,
): FoundGoal | undefined {
	if (edited === undefined && !control.areIdsChanged) return undefined;
	const place = { row: control.row, index };
	const text = source.text(control.row, index);
	const says = ids.read(index, text);
	const wanted = idSetKeys.map((key) => {
		const kept = says[key].filter((id) => !control.removed(key).includes(id));
		const added = idsToAdd(ids, control, key).filter((id) => ids.columnFor(key, id) === index);
		const isChanged = added.length > 0 || kept.length < says[key].length;
		return { key, isChanged, all: [...new Set([...kept, ...added])] };
	});
	const changed = wanted.find(({ isChanged }) => isChanged);
	if (!changed && edited === undefined) return undefined;
	const all = wanted.flatMap((each) => each.all);
	const column = changed?.key ?? own ?? field ?? 'criteria';
	const patched = ids.patched(index, edited ?? text, all);
	if (!patched) {
		const goal = textGoal(source, place, all.join(', '));
		return { column, goal, conflict: cannotSay(all.join(', ')) };
	}
	// A mark that was typed over while its criterion was left as it is.
	const isOverruled = !changed && ids.criterionOf(index) !== undefined && patched.text !== edited;
	const notes = patched.lost.map((words) => `“${words}” stood beside an id and goes with it.`);
	return {
		column,
		goal: { ...textGoal(source, place, patched.text), notes },
		conflict: isOverruled ? contradiction(header) : undefined,
	};
}

/** Ids that are to go or come and that no cell of the row's columns says or takes. */
export function unplacedIds(
	source: SourceSheet,
	ids: FileIds,
	control: ControlRow,
): readonly Unplaced[] {
	if (!control.areIdsChanged) return [];
	const { now, said, row } = control;
	const { ofId, ofHeading } = ids.fixed(now.controlId, row);
	const known = new Set([...ids.said(row), ...ids.fixed(said.controlId, row).all]);
	return idSetKeys.flatMap((key): Unplaced[] => {
		const isFixed = key === 'criteria';
		const stays = (id: string): boolean => isFixed && !now[key].includes(id);
		const [byId, byHeading] = [ofId.filter(stays), ofHeading.filter(stays)];
		const homeless = idsToAdd(ids, control, key).filter(
			(id) => ids.columnFor(key, id) === undefined,
		);
		const unknown = control.removed(key).filter((id) => !known.has(id));
		const sheet = source.sheet.name;
		const conflicts = [
			byId.length > 0 && fromRowId(byId.join(', '), now.controlId),
			byHeading.length > 0 && fromHeading(byHeading.join(', ')),
			homeless.length > 0 && noIdColumn(sheet, homeless.join(', ')),
			unknown.length > 0 && noIdColumn(sheet, unknown.join(', ')),
		].filter((conflict) => conflict !== false);
		const [first] = conflicts;
		if (!first) return [];
		const text = conflicts.map((conflict) => conflict.text).join(' ');
		const [before, after] = [said[key].join(', '), now[key].join(', ')];
		return [{ column: key, before, after, conflict: { ...first, text } }];
	});
}

/** Ids that the row must get: new ones, and those that only its old id named. */
function idsToAdd(ids: FileIds, control: ControlRow, key: IdSetKey): readonly string[] {
	const { now, said, row } = control;
	if (key === 'references') return control.added(key);
	const [before, after] = [ids.fixed(said.controlId, row).ofId, ids.fixed(now.controlId, row)];
	const inCells = ids.said(row);
	const orphaned = before.filter((id) => now.criteria.includes(id) && !inCells.has(id));
	return [...new Set([...control.added(key), ...orphaned])].filter((id) => !after.all.includes(id));
}
