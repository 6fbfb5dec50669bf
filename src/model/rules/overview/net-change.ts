/** What the activity of the last days comes to, in few words. */
import { addDays, type CalendarDate } from '../../../base/calendar-date.ts';

/** An entry of the activity list, as far as it is counted. */
export interface CountedEntry {
	/** ISO 8601 instant. */
	readonly at: string;
	readonly created: number;
	readonly changes: readonly {
		readonly table: string;
		readonly id: string;
		readonly path: string;
	}[];
}

export interface NetChange {
	readonly since: CalendarDate;
	readonly entries: number;
	/** Records that somebody made. */
	readonly created: number;
	/** Records of which a value changed, by register. */
	readonly edited: ReadonlyMap<string, number>;
	/** Who did it, the busiest first. */
	readonly people: readonly { readonly name: string; readonly entries: number }[];
}

/** `whoDid` tells people apart and names them. `entries` are newest first, and only those of the last `days` are looked at. */
export function netChange<Entry extends CountedEntry>(
	entries: readonly Entry[],
	whoDid: (entry: Entry) => { readonly key: string; readonly name: string },
	today: CalendarDate,
	days = 7,
): NetChange {
	const since = addDays(today, -days);
	let [count, created] = [0, 0];
	const edited = new Map<string, Set<string>>();
	const people = new Map<string, { readonly name: string; entries: number }>();
	for (const entry of entries) {
		// Instants begin with their date in UTC.
		if (entry.at.slice(0, 10) < since) break;
		count += 1;
		created += entry.created;
		for (const { table, id } of entry.changes) {
			const ids = edited.get(table);
			if (ids) ids.add(id);
			else edited.set(table, new Set([id]));
		}
		const { key, name } = whoDid(entry);
		const person = people.get(key) ?? { name, entries: 0 };
		person.entries += 1;
		people.set(key, person);
	}
	return {
		since,
		entries: count,
		created,
		edited: new Map([...edited].map(([table, ids]) => [table, ids.size])),
		people: [...people.values()].sort(
			(a, b) => b.entries - a.entries || (a.name < b.name ? -1 : 1),
		),
	};
}
