/** Where somebody is, in words and as a way to go there. */
import type { PresencePlace } from '../../model/review/presence.ts';
import { columnIdOf } from '../../model/review/signed-content.ts';
import { subjectWords, cellLabel, type SubjectNames } from '../../model/review/subject-words.ts';
import { registerOfId, registers } from '../../model/registers/registers.ts';
import type { RegisterName } from '../../model/registers/register.ts';

/** “at AC-01, Owner” or “in Criteria, CC6.1”. */
export function whereaboutsWords(where: PresencePlace, names: SubjectNames): string {
	const { record, field, place, detail } = where;
	if (record !== undefined && registerOfId(record)) {
		const subject = subjectWords({ kind: 'record', record }, names);
		if (field === undefined) return `at ${subject}`;
		return `at ${subject}, ${cellLabel({ kind: 'cell', record, field }, names)}`;
	}
	const title = titleOf(place);
	return detail === undefined ? `in ${title}` : `in ${title}, ${detail}`;
}

export interface WaysThere {
	readonly onrecord: (register: RegisterName, id: string, field?: string) => void;
	readonly onplace: (place: string, detail?: string) => void;
}

/** Goes where somebody is. */
export function goThere(
	{ place, record, field, detail }: PresencePlace,
	{ onrecord, onplace }: WaysThere,
): void {
	const register = record === undefined ? undefined : registerOfId(record);
	const column = field && (columnIdOf(field) ?? field);
	if (register && record !== undefined) onrecord(register.name, record, column);
	else onplace(place, detail);
}

/** What a place is called in the rail. */
function titleOf(place: string): string {
	if (place === 'matrix') return 'Matrix';
	const register = Object.values(registers).find(({ name }) => name === place);
	return register?.title ?? `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
}
