import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/features/review/invite/app-address.ts';
import { hoursAfter } from '../../../src/features/review/invite/invite-terms.ts';
import { isUnnamed } from '../../../src/model/review/person-name.ts';
import { roleSentence } from '../../../src/features/review/role-words.ts';
import { farewellWords } from '../../../src/features/review/session/farewell-words.ts';
import { broughtWords } from '../../../src/features/review/session/brought-words.ts';
import { partWords } from '../../../src/features/review/session/part-words.ts';

describe('the address of links', () => {
	test('is that of the program, without what follows the #', () => {
		expect(addressOf('https://workbook.example/app/#/abc/review')).toEqual({
			href: 'https://workbook.example/app/',
			isThisComputer: false,
		});
	});

	test.each(['http://127.0.0.1:4173/', 'http://localhost/', 'http://[::1]:80/'])(
		'%s works on this computer only',
		(address) => expect(addressOf(address)?.isThisComputer).toBe(true),
	);

	test('is none for a file: nobody else has it at that place', () => {
		expect(addressOf('file:///home/ada/readiness-workbook.html#/x')).toBeUndefined();
	});
});

test('a code is good for so many hours', () => {
	expect(hoursAfter('2026-11-21T23:30:00.000Z', 8)).toBe('2026-11-22T07:30:00.000Z');
});

test('who never typed a name has none', () => {
	expect(['You', '', '  '].filter(isUnnamed)).toHaveLength(3);
	expect(isUnnamed('Ana Ruiz')).toBe(false);
});

test('a role stands in a sentence', () => {
	expect(roleSentence('viewer')).toBe('A viewer reads everything but team notes.');
	expect(roleSentence('editor')).toMatch(/^An editor edits/);
});

describe('what a file brought', () => {
	const refused = [{ refusal: 'stranger', from: 'x', count: 1, text: 'Why.' }];
	test.each([
		[0, false, [], /nothing that was not here already/],
		[0, false, refused, /Nothing of the file was taken/],
		[1, false, [], /brought 1 new entry of the review\. The workbook itself is unchanged/],
		[1_200, true, [], /changes of the workbook and 1,200 new entries/],
		[0, true, refused, /^The file brought changes of the workbook\.$/],
	])('%i entries, changed %s', (entries, isChanged, notTaken, words) => {
		expect(broughtWords({ entries, isChanged, refused: notTaken })).toMatch(words);
	});
});

test('parts of the document are called what people call them', () => {
	expect(partWords('controls/edits')).toBe('controls');
	expect(partWords('scope/edits')).toBe('the scope');
	expect(partWords('something-new')).toBe('a part of a newer version');
});

describe('[P-24] what is said when somebody’s page goes away', () => {
	test('who it was, and who is still linked', () => {
		expect(
			farewellWords({
				name: 'Dana',
				hasLeft: true,
				mayWake: false,
				linked: ['Tom'],
				mayInvite: true,
			}),
		).toBe(
			'Dana’s page was closed or left the session. You are still linked with Tom, and nothing is lost.',
		);
		expect(
			farewellWords({
				name: 'Dana',
				hasLeft: false,
				mayWake: false,
				linked: ['Tom', 'Mei'],
				mayInvite: true,
			}),
		).toMatch(/^The link with Dana broke\. You are still linked with Tom and Mei,/);
	});

	test('who may only be asleep is waited for', () => {
		const gone = { name: 'Dana', hasLeft: false, mayWake: true, mayInvite: true };
		expect(farewellWords({ ...gone, linked: [] })).toMatch(
			/^Dana’s computer does not answer\. .+ wakes within ten minutes\. What you write is kept/,
		);
		expect(farewellWords({ ...gone, linked: ['Tom'] })).toMatch(/still linked with Tom/);
	});

	test('many are counted', () => {
		const linked = ['Tom', 'Mei', 'Ada', 'Sam', 'Lee'];
		expect(
			farewellWords({ name: 'Dana', hasLeft: true, mayWake: false, linked, mayInvite: true }),
		).toMatch(/with Tom, Mei and 3 others,/);
	});

	test('whoever may not bring members back is not told to', () => {
		expect(
			farewellWords({ name: 'Dana', hasLeft: true, mayWake: false, linked: [], mayInvite: false }),
		).toMatch(/take a code of any member but a viewer\.$/);
	});

	test('with nobody left, how to go on', () => {
		expect(
			farewellWords({ name: 'Dana', hasLeft: true, mayWake: false, linked: [], mayInvite: true }),
		).toMatch(
			/Nobody is linked with you now\..+ take a code of any member but a viewer, or make one for them\.$/,
		);
	});
});
