/** What a register and its records are called where people read of them. */
import type { Register, RegisterName } from '../../model/registers/register.ts';

/** 'a control', 'an evidence item'. */
export function withArticle({ one }: Register): string {
	return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
}

/** 'Controls'. */
export function titleCase(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the grid of a register is called: the matrix of controls has a name of its own. */
export function gridWord({ name }: Register): 'matrix' | 'list' {
	return name === 'controls' ? 'matrix' : 'list';
}

/** What a record is found by: 'Control ID or title', 'Vendor'. */
export function searchedBy({ fields, naming }: Register): string {
	const labels = naming.flatMap((key) => fields.find((field) => field.key === key)?.label ?? []);
	const [first = 'Name', ...others] = labels;
	return [first, ...others.map((label) => label.toLowerCase())].join(' or ');
}

/** What belongs in a register, and how to begin: two sentences where it is empty. */
export const emptyTexts: Readonly<Record<RegisterName, string>> = {
	controls:
		'A control is what your company does to meet criteria, with who does it and what shows that it was done. Bring in the spreadsheet you keep them in, as a file or as copied cells, or add the first one here.',
	risks:
		'A risk is something that could keep you from what you promised your customers, with how likely it is and how bad it would be (CC3). Write down what could happen, what you do about it and which controls treat it.',
	vendors:
		'Vendors supply something your service needs; those whose controls you count on are subservice organizations. Note for each what it sees, what assurance it gives and when you last looked.',
	policies:
		'Policies say what must be done, and controls carry them out. Note for each who keeps it, which version is in force, when it was approved and when it is due again.',
	systems:
		'Systems are the applications, stores and tools your service runs on. Say of each whether it is part of the system examined, who answers for it and which data it holds.',
	people:
		'People, roles and teams own controls and carry them out. Their dates of joining, leaving and training show whether controls about people work.',
	boundary:
		'The boundary says what the examination covers: services, infrastructure, software, people, data and procedures. Say of each component whether it is in or out, and why.',
	commitments:
		'Commitments are what you promise your customers; system requirements are how the system must work to keep them. The opinion is about whether controls met the criteria so that these were kept.',
	complementary:
		'Some controls must be in place elsewhere: at subservice organizations, at your customers, or here because a vendor’s report expects it. Name each with the criteria that depend on it.',
	evidence:
		'Evidence shows that a control is in place and did its work. Name each item with the controls it shows and the day or the time it is about.',
	gaps: 'A gap is something that is missing before the criteria can be met. Say of each who does what by when, and what will show that it is closed.',
	requirements:
		'Requirements of a framework you bring in yourself stand here, in your words. Map each to criteria or to controls, and its coverage shows in the crosswalk.',
};
