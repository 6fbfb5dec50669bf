/** Values that were dropped unseen, in the words of check WKB-06. */
import { isCalendarDate, readableDate } from '../base/calendar-date.ts';
import type { DroppedEdit } from '../model/readiness/facts.ts';
import type { ActivityEntry } from './activity.ts';
import type { DoneBy } from './actor.ts';
import { changedColumn, changeWords, type Names } from './change-words.ts';
import type { CollidingEdit } from './colliding-edits.ts';
import { splitPath } from './layout.ts';

/** Characters of a value; the whole of it is in the activity list. */
const longestShown = 60;

/** What the check says of one of them; undefined for a table whose cells it does not speak of. */
export function droppedEditWords(
	{ change, dropped, standing }: CollidingEdit,
	names: Names,
	nameOf: (deed: DoneBy) => string,
): DroppedEdit | undefined {
	const { table, id, path, before: value } = change;
	if (table === 'columns' || table === 'imports' || table === 'views' || table === 'acceptances') {
		return undefined;
	}
	const [line] = changeWords([change], names);
	// Of a member, what stands is told by its name as well.
	const [named] = changeWords([{ ...change, before: true }], names);
	const { member } = splitPath(path);
	const isMember = member !== undefined && (value === true || value === false);
	const words = (side: unknown, shown: string): string => {
		if (isMember) return `${named?.before ?? member} ${side === true ? 'put in' : 'taken out'}`;
		return quoted(shown);
	};
	return {
		key: `${dropped.id}/${table}/${id}/${path}`,
		cell: { table, id, path, column: changedColumn(change) },
		value,
		field: line?.column ?? path,
		dropped: `${words(value, line?.before ?? '')} by ${whoAndWhen(dropped, nameOf)}`,
		standing: `${words(change.after, line?.after ?? '')}${standing ? ` by ${whoAndWhen(standing, nameOf)}` : ''}`,
	};
}

function whoAndWhen({ id, by, at }: ActivityEntry, nameOf: (deed: DoneBy) => string): string {
	const day = at.slice(0, 10);
	return `${nameOf({ id, by })}${isCalendarDate(day) ? ` on ${readableDate(day)}` : ''}`;
}

function quoted(text: string): string {
	if (text === '') return 'nothing';
	return `“${text.length > longestShown ? `${text.slice(0, longestShown).trimEnd()}…` : text}”`;
}
