/**
 * What another member removed and this person kept comes back for everybody: their change is taken,
 * and what it removed is written anew by a command of one's own.
 */
import type { Result } from '../base/result.ts';
import { bringBack } from '../workbook/commands/bring-back.ts';
import type { CommandProblem } from '../workbook/command.ts';
import { setupOrigin, type Done, type Workbook } from '../workbook/workbook.ts';
import type { KeptRemoval, KeptRemovals } from './session/kept-removals.ts';

/** Undone, the records are removed in every copy, as the other member wanted. */
export function keepForAll(
	workbook: Workbook,
	kept: KeptRemovals,
	removal: KeptRemoval,
): Result<Done, CommandProblem> {
	const { doc } = workbook;
	const tables = new Set<string>(workbook.tables.map(({ kind }) => kind.name));
	const places = [...kept.standing(removal)].map(({ map, key }) => ({ map, key }));
	// Of what no command writes, such as entries of the activity list, no step of undo knows.
	const others = places
		.filter(({ map }) => !tables.has(map.replace(/\/edits$/, '')))
		.map((place) => ({ ...place, value: doc.getMap(place.map).get(place.key) }));
	const takeTheirs = (): void => {
		kept.removeHere(removal);
		doc.transact(() => {
			for (const { map, key, value } of others) doc.getMap(map).set(key, value);
		}, setupOrigin);
	};
	return workbook.runAfter(takeTheirs, bringBack, { places });
}
