import { expect, it } from 'vitest';
import { exactOption, matchingOptions } from '../../../src/ui/fields/option.ts';

const options = [
	{ value: 'P-01', label: 'P-01', hint: 'Harbour office' },
	{ value: 'P-02', label: 'P-02', hint: 'Old harbour' },
	{ value: 'O-01', label: 'O-01', hint: 'Shoreharbour' },
	{ value: 'M-01', label: 'Mill', hint: undefined },
];

it('puts what begins with the text first, then what has a word that does, then what contains it', () => {
	const matches = matchingOptions(options, 'harbour').map((option) => option.value);
	expect(matches).toEqual(['P-01', 'P-02', 'O-01']);
});

it('shows everything while nothing is typed', () => {
	expect(matchingOptions(options, '  ')).toEqual(options);
});

it('knows an option by its value or label, letter case aside', () => {
	expect(exactOption(options, ' p-02 ')?.value).toBe('P-02');
	expect(exactOption(options, 'MILL')?.value).toBe('M-01');
	expect(exactOption(options, 'harbour office')).toBeUndefined();
});
