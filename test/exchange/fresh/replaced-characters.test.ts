import { describe, expect, it } from 'vitest';
import { replacedNotes } from '../../../src/exchange/fresh/replaced-characters.ts';
import { unwritable } from '../../../src/exchange/fresh/xml-text.ts';
import { aTable } from './a-table.ts';

describe('what a format could not hold', () => {
	it('is told by its first places, the header included', () => {
		const rows = Array.from({ length: 6 }, (_, row) => [`CTL-${row}`, `bell \u0007`]);
		const table = aTable(rows, [{ header: 'half \udc00' }, { header: 'Notes' }]);
		expect(replacedNotes([table], unwritable)).toEqual([
			{
				table: 'Control matrix',
				text: 'Invisible control characters that this format cannot hold were replaced by \ufffd in A1, B2, B3, B4, B5 and 2 more.',
			},
		]);
	});

	it('is not told of line breaks, tabs, emoji and letters of any script', () => {
		const table = aTable([['two\nlines\tand a tab', '😀 日本 é \u0085']]);
		expect(replacedNotes([table], unwritable)).toEqual([]);
	});
});
