import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleById } from '../../../src/model/guidance/articles.ts';
import { promises, takingBack } from '../../../src/model/guidance/promises.ts';
import { roles, roleWords } from '../../../src/model/review/member.ts';

test('the guidance says of each role what the choice of a role says', () => {
	const article = articleById('review-members');
	const terms = article?.blocks.find(({ kind }) => kind === 'terms');
	expect(terms?.kind === 'terms' && terms.items).toEqual(
		roles.map((role) => [roleWords[role].label, roleWords[role].can]),
	);
});

test.each([...Object.values(promises), takingBack])(
	'the README says in the same words: %s',
	(promise) => {
		const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
		expect(readme).toContain(promise);
	},
);
