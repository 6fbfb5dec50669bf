/** Which library controls the controls of a workbook are, for the crosswalk. */
import { expect, test } from 'vitest';
import { libraryOrigins } from '../../../../src/model/rules/crosswalk/library-origin.ts';
import { LibraryFinder } from '../../../../src/model/rules/library/already-there.ts';
import { aRecord } from '../../../support/records.ts';

const library = [
	{
		id: 'AC-05',
		title: 'Access reviewed',
		description: 'The platform lead reviews every account each quarter and records the result.',
		criteria: ['CC6.2', 'CC6.3'],
	},
];

const { title, description } = library[0]!;

test.each([
	['the same text under another ID is it', 'X-1', ['CC1.1'], title, description, ['AC-05']],
	['the same ID with a criterion in common is it', 'AC-05', ['CC6.3'], 'Reviews', '', ['AC-05']],
	['the same ID for something else is not', 'AC-05', ['CC1.1'], 'Firewalls', '', []],
	['a criterion in common alone is not', 'X-1', ['CC6.3'], 'Reviews', '', []],
])('%s', (_, controlId, criteria, called, described, expected) => {
	const values = { controlId, criteria, title: called, description: described };
	const control = aRecord('controls', 'a', values);
	const there = new LibraryFinder(library).alreadyThere([control]);
	expect(libraryOrigins(there, library, () => control)(control)).toEqual(expected);
});
