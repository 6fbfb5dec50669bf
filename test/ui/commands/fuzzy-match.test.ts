import { expect, test } from 'vitest';

import { foldText, matchWords, typedWords } from '../../../src/ui/commands/fuzzy-match.ts';

/** The text with what matched in brackets; undefined where it does not match. */
function marked(typed: string, text: string): string | undefined {
	const match = matchWords(typedWords(typed), foldText(text));
	if (!match) return undefined;
	let shown = text;
	for (const { start, end } of match.marks.toReversed()) {
		shown = `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`;
	}
	return shown;
}

function order(typed: string, ...texts: string[]): string[] {
	const score = (text: string): number =>
		matchWords(typedWords(typed), foldText(text))?.score ?? -Infinity;
	return texts.toSorted((a, b) => score(b) - score(a));
}

test('every word is found wherever it stands, letter case and accents aside', () => {
	expect(marked('spread', 'Import a spreadsheet')).toBe('Import a [spread]sheet');
	expect(marked('SHEET imp', 'Import a spreadsheet')).toBe('[Imp]ort a spread[sheet]');
	expect(marked('revision', 'Révision annuelle')).toBe('[Révision] annuelle');
	expect(marked('zebra', 'Import a spreadsheet')).toBeUndefined();
	expect(marked('import zebra', 'Import a spreadsheet')).toBeUndefined();
});

test('letters that begin words or follow each other are enough', () => {
	expect(marked('ias', 'Import a spreadsheet')).toBe('[I]mport [a] [s]preadsheet');
	expect(marked('impspr', 'Import a spreadsheet')).toBe('[Imp]ort a [spr]eadsheet');
	expect(marked('cc61', 'CC6.1 Access')).toBe('[CC6].[1] Access');
	expect(marked('ig', 'Import a spreadsheet')).toBeUndefined();
});

test('one letter may be left out, no more', () => {
	expect(marked('exort', 'Export')).toBe('[Ex]p[ort]');
	expect(marked('exrt', 'Export')).toBeUndefined();
});

test('the start of a text wins over the start of a word, and that over its inside', () => {
	expect(order('act', 'Compact', 'Last activity', 'Activity')).toEqual([
		'Activity',
		'Last activity',
		'Compact',
	]);
	expect(order('ac-1', 'AC-10 Access', 'AC-1 Access')[0]).toBe('AC-1 Access');
	expect(order('copy', 'Copy of everything in the workbook', 'Copy')[0]).toBe('Copy');
});

test('folding keeps every place, in any script', () => {
	for (const text of ['İstanbul', 'ﬁne', 'Übung', '日本語', '👩‍💻 code', 'e\u0301']) {
		expect(foldText(text)).toHaveLength(text.length);
	}
});
