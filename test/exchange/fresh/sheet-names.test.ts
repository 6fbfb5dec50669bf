import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../../src/exchange/fresh/sheet-names.ts';
import { anyText } from './a-table.ts';

describe('sheet names', () => {
	it.each([
		['Control matrix', 'Control matrix'],
		['Q1/Q2: [draft]?', 'Q1 Q2 draft'],
		["'quoted'", 'quoted'],
		["Dana's", "Dana's"],
		['History', 'History sheet'],
		['', 'Sheet'],
		['[]', 'Sheet'],
		['x'.repeat(40), 'x'.repeat(31)],
		[`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
	])('of the title %j is %j', (title, name) => {
		expect(sheetNames([title])).toEqual([name]);
	});

	it('differ in more than letter case', () => {
		expect(sheetNames(['Risks', 'RISKS', 'x'.repeat(31), 'x'.repeat(31)])).toEqual([
			'Risks',
			'RISKS (2)',
			'x'.repeat(31),
			`${'x'.repeat(27)} (2)`,
		]);
	});

	it('keep the rules of Excel whatever the titles are', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 5 }), (titles) => {
				const names = sheetNames(titles);
				expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
				for (const name of names) {
					expect(name).toMatch(/^(?!')(?!history$)[^:\\/?*[\]\p{Cc}\p{Cs}]{1,31}(?<!')$/iu);
					expect(name.length).toBeLessThanOrEqual(31);
				}
			}),
		);
	});
});
