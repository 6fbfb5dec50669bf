/** Whether the people that controls name are known, and still here. */
import { isCalendarDate } from '../../base/calendar-date.ts';
import type { Facts } from './facts.ts';

/** People, roles and teams of this name, or whose role, team or address it is; by id. */
export function peopleCalled(facts: Facts, name: string): readonly string[] {
	const fields = ['name', 'role', 'team', 'email'] as const;
	return [...new Set(fields.flatMap((field) => facts.said('people', field, name)))];
}

/** True where the register knows the name and everybody it could mean has left. */
export function hasLeft(facts: Facts, name: string): boolean {
	const called = peopleCalled(facts, name);
	return (
		called.length > 0 &&
		called.every((id) => {
			const left = facts.record('people', id)?.left ?? '';
			return isCalendarDate(left) && left < facts.today;
		})
	);
}

/** True where people are kept in the register and none is called so. */
export function isUnknownPerson(facts: Facts, name: string): boolean {
	return facts.count('people') > 0 && peopleCalled(facts, name).length === 0;
}

/**
 * True where two names mean one person: the same words, or one record of the register that both find.
 * A team that reviews what it does may well be two of its people.
 */
export function isSamePerson(facts: Facts, a: string, b: string): boolean {
	if (a.trim() === '' || b.trim() === '') return false;
	const [one, ...more] = peopleCalled(facts, a);
	if (one !== undefined && facts.record('people', one)?.kind === 'team') return false;
	if (a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
	const [other, ...others] = peopleCalled(facts, b);
	return one !== undefined && one === other && more.length === 0 && others.length === 0;
}
