import '../../ui/jsdom-platform.ts';

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wordingOf } from '../../../src/model/catalog/vague-words.ts';
import { markedText } from '../../../src/parts/wording/marked-text.ts';
import { proposalFor } from '../../../src/parts/wording/proposals.ts';
import { wordingParts } from '../../../src/parts/wording/wording-parts.ts';
import WordingHelp from '../../../src/parts/wording/WordingHelp.svelte';

const found = (text: string) =>
	Object.fromEntries(wordingParts(text, wordingOf(text)).map((part) => [part.id, part.found]));

describe('the four parts of a control’s wording', () => {
	it('are found in a good text', () => {
		expect(
			found('The security lead reviews admin access every quarter and files the signed list.'),
		).toMatchObject({
			action: expect.stringMatching(/^reviews admin access/) as string,
			frequency: 'every quarter',
			record: 'files',
		});
	});

	it('are missing in a poor one', () => {
		expect(found('Access is appropriate.')).toEqual({
			actor: undefined,
			action: undefined,
			frequency: undefined,
			record: undefined,
		});
	});
});

describe('proposals for words that nobody can test', () => {
	it('give a rhythm, a limit or a question, in the letter case of the word', () => {
		expect(proposalFor('periodically', 'vague').replacement).toBe('quarterly');
		expect(proposalFor('Periodically', 'vague').replacement).toBe('Quarterly');
		expect(proposalFor('regular', 'vague').replacement).toBe('quarterly');
		expect(proposalFor('in a timely\nmanner', 'vague').replacement).toBe('within 5 business days');
		expect(proposalFor('as needed', 'vague')).toEqual({
			advice: 'name the event that sets it off, or who decides and by what rule.',
		});
		expect(proposalFor('never', 'absolute').advice).toContain('one miss');
		expect(proposalFor('adequate', 'vague').advice).toContain('measured');
	});
});

describe('a marked text', () => {
	it('says the whole text, and each mark what it covers', () => {
		const spans = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 })));
		fc.assert(
			fc.property(fc.string({ minLength: 26, maxLength: 30 }), spans, (text, all) => {
				const marks = all.map(([start, length]) => ({ start, end: start + length }));
				const pieces = markedText(text, marks);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				for (const { text: piece, mark } of pieces) {
					expect(piece).toBe(mark ? text.slice(mark.start, mark.end) : piece);
				}
			}),
		);
	});
});

describe('help with the wording', () => {
	it('tells what is there and what is not, and puts a better word in place', async () => {
		const user = userEvent.setup();
		let text = 'Management periodically reviews access.';
		const page = render(WordingHelp, {
			text,
			onreplace: (better: string) => {
				text = better;
				void page.rerender({ text: better });
			},
		});
		expect(screen.getByText(/How often/).parentElement).toHaveTextContent('not found');
		await user.click(screen.getByRole('button', { name: 'Say “quarterly”' }));
		expect(text).toBe('Management quarterly reviews access.');
		expect(screen.getByText(/How often/).parentElement).toHaveTextContent('quarterly');
	});

	it('only advises where it cannot write', () => {
		render(WordingHelp, { text: 'Management periodically reviews access.' });
		expect(screen.queryByRole('button', { name: /^Say/ })).toBeNull();
		expect(screen.getByText(/give the rhythm you keep/)).toBeVisible();
	});

	it('says what to write while there is nothing', () => {
		render(WordingHelp, { text: ' ' });
		expect(screen.getByText(/Write who does what/)).toBeVisible();
	});
});
