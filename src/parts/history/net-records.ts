/** Net change in the words people read: records by their register, values before and after. */
import { grouped } from '../../base/counted.ts';
import { isRegisterName, type RegisterName } from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import { changeWords, type ChangeWords, type Names } from '../../workbook/change-words.ts';
import type { DoneBy } from '../../workbook/actor.ts';
import type { RecordChange } from '../../workbook/record-change.ts';

export interface NetRecord {
	readonly key: string;
	readonly name: string;
	/** Where it stands, if it is still there. */
	readonly link: { readonly register: RegisterName; readonly id: string } | undefined;
	readonly kind: RecordChange['kind'];
	readonly lines: readonly ChangeWords[];
	/** “Dana and Priya, 4 times”; '' where nobody knows. */
	readonly by: string;
}

export interface NetGroup {
	/** The register's title, or what else it is. */
	readonly title: string;
	/** What changed and what was taken out. */
	readonly records: readonly NetRecord[];
	/** The first of what is new: its names say enough. */
	readonly created: readonly NetRecord[];
	/** How many are new. */
	readonly createdCount: number;
}

/** As many new records of a register are named. */
const mostNamed = 40;

/** The changes by register, in their order; at most `most` of those that are not new. */
export function netGroups(
	changes: readonly RecordChange[],
	names: Names,
	who: (deed: DoneBy) => string,
	most = Infinity,
): readonly NetGroup[] {
	const groups = new Map<
		string,
		{ records: NetRecord[]; created: NetRecord[]; createdCount: number }
	>();
	let left = most;
	for (const change of changes) {
		const title = titleOf(change.table);
		const group = groups.get(title) ?? { records: [], created: [], createdCount: 0 };
		if (change.kind === 'created') {
			// Naming ten thousand of them would hold up the page.
			if (group.createdCount++ < mostNamed) group.created.push(recordOf(change, names, who));
		} else if (left-- > 0) group.records.push(recordOf(change, names, who));
		else continue;
		groups.set(title, group);
	}
	return Array.from(groups, ([title, group]) => ({ title, ...group }));
}

/** “12 records changed, 3 new, 1 taken out.” */
export function netSummary(changes: readonly RecordChange[]): string {
	const count = (kind: RecordChange['kind']): number =>
		changes.filter((change) => change.kind === kind).length;
	const [changed, created, removed] = [count('changed'), count('created'), count('removed')];
	const parts = [
		...(changed > 0 ? [`${grouped(changed)} changed`] : []),
		...(created > 0 ? [`${grouped(created)} new`] : []),
		...(removed > 0 ? [`${grouped(removed)} taken out`] : []),
	];
	return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing differs.';
}

function recordOf(
	{ table, id, kind, changes, people, times }: RecordChange,
	names: Names,
	who: (deed: DoneBy) => string,
): NetRecord {
	const [about] = changeWords([{ table, id, path: 'name' }], names);
	const link =
		about?.link !== undefined && isRegisterName(table) ? { register: table, id } : undefined;
	return {
		key: `${table}/${id}`,
		name: about?.record ?? id,
		link,
		kind,
		lines: changeWords(changes, names).filter(({ before, after }) => before !== after),
		by: byWords([...new Set(people.map(who))], times),
	};
}

function byWords(people: readonly string[], times: number): string {
	if (people.length === 0) return '';
	const shown = people.length > 3 ? [...people.slice(0, 2), `${people.length - 2} others`] : people;
	const last = shown.at(-1) ?? '';
	const who = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
	return times > 1 ? `${who}, ${grouped(times)} times` : who;
}

function titleOf(table: string): string {
	if (isRegisterName(table)) return table === 'controls' ? 'Controls' : registers[table].title;
	const titles: Readonly<Record<string, string>> = {
		scope: 'Scope',
		assessments: 'Criteria',
		columns: 'Columns',
		views: 'Shared views',
		acceptances: 'Accepted warnings',
	};
	return titles[table] ?? table;
}
