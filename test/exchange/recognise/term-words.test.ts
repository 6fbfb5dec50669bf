/** The words of spreadsheets for our terms. */
import { describe, expect, it } from 'vitest';
import { readOurTerm, readTerm } from '../../../src/exchange/recognise/term-words.ts';
import { vocabularies } from '../../../src/model/records/vocabulary.ts';

describe('a word of a spreadsheet', () => {
	it.each([
		['status', 'Not Implemented', 'notStarted'],
		['status', 'NEEDS_IMPLEMENTATION', 'notStarted'],
		['status', 'Partially Implemented', 'inProgress'],
		['status', '⚠️ Partial', 'inProgress'],
		['status', '✅', 'implemented'],
		['status', '❌', 'notStarted'],
		['status', 'N/A', 'notApplicable'],
		['status', 'Umgesetzt', 'implemented'],
		['status', 'Částečně', 'inProgress'],
		['frequency', 'Annually', 'annual'],
		['frequency', 'as needed', 'perEvent'],
		['frequency', 'Semi-Annual', 'semiAnnual'],
		['frequency', '24x7', 'continuous'],
		['controlType', 'Preventative', 'preventive'],
		['nature', 'IT-dependent', 'itDependentManual'],
		['nature', 'Semi-automated', 'itDependentManual'],
		['testResult', 'No deviations noted', 'noExceptions'],
		['testResult', 'Fail', 'exceptionNoted'],
		['priority', 'P1', 'critical'],
		['priority', 'Moderate', 'medium'],
	] as const)('%s: %s is %s', (vocabulary, word, token) => {
		expect(readTerm(vocabulary, word).token).toBe(token);
	});

	it('that only comes near is a guess to be checked', () => {
		const { guess } = readTerm('status', '❌ Fail');
		expect(guess.confidence).toBeLessThan(0.7);
		expect(guess.reason).toBe('Nearest to Not started; please check');
	});

	it('that nobody knows becomes no term', () => {
		expect(readTerm('status', 'Blue')).toEqual({
			token: undefined,
			guess: { confidence: 0, reason: 'Not a word we know' },
		});
	});
});

it('every label and token of ours is its own term, surely', () => {
	for (const { id, terms } of Object.values(vocabularies)) {
		for (const { token, label } of terms) {
			for (const word of [token, label]) {
				expect(readTerm(id, word)).toMatchObject({ token, guess: { confidence: 1 } });
			}
		}
	}
});

it('in our own export only our words are terms', () => {
	expect(readOurTerm('status', 'Implemented').token).toBe('implemented');
	expect(readOurTerm('status', 'Fail').token).toBeUndefined();
});
