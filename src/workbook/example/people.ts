/** Who works at the company of the example, by role. */
import { addDays, type CalendarDate } from '../../base/calendar-date.ts';
import type { RecordValues } from '../commands/records/add-records.ts';

const names: Readonly<Record<string, string>> = {
	'Chief Executive Officer': 'Ruth Adeyemi',
	'Chief Operating Officer': 'Tomas Lindqvist',
	'Compliance lead': 'Dana Whitfield',
	'Engineering lead': 'Priya Raman',
	'Finance lead': 'Oskar Brandt',
	'Head of People': 'Marisol Vega',
	'Head of Support': 'Jun Takahashi',
	'IT lead': 'Callum Reid',
	'Legal lead': 'Ines Cardoso',
	'Platform lead': 'Farid Haddad',
	'Product lead': 'Noor Jansen',
	'Security lead': 'Elena Petrova',
	'Workplace lead': 'Sam Okafor',
};

/** The person of a role; the role itself where nobody has it. */
export function ownerOf(role: string): string {
	return names[role] ?? role;
}

/** Everybody as the register has them; one has left, one has not done the training. */
export function examplePeople(today: CalendarDate): Readonly<Record<string, RecordValues>> {
	const rows = Object.entries(names).map(([role, name], place): [string, RecordValues] => [
		name,
		{
			name,
			kind: 'employee',
			role,
			email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@lanternfish.example`,
			started: addDays(today, -900 + place * 40),
			backgroundCheck: addDays(today, -907 + place * 40),
			acknowledged: addDays(today, -120 + place),
			...(place === 7 ? {} : { training: addDays(today, -150 + place * 3) }),
		},
	]);
	const left: RecordValues = {
		name: 'Hugo Nilsen',
		kind: 'contractor',
		role: 'Data engineer',
		started: addDays(today, -400),
		left: addDays(today, -40),
		accessRemoved: addDays(today, -36),
		backgroundCheck: addDays(today, -395),
	};
	return { ...Object.fromEntries(rows), left };
}
