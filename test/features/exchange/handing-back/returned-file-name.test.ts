import { expect, it } from 'vitest';

import { returnedFileName } from '../../../../src/features/exchange/handing-back/returned-file-name.ts';

it.each([
	['the sender’s own name, whatever is in it', 'A: b?.xlsm', 'A: b?.xlsm', 'A: b?.xlsm'],
	['the sender’s name where nothing is left of the typed one', '///', 'PBC.xlsx', 'PBC.xlsx'],
	['the typed name with the ending of the file', 'PBC filled in', 'PBC.tsv', 'PBC filled in.tsv'],
	['an ending that was typed only once', 'PBC 2.XLSM', 'PBC.xlsm', 'PBC 2.xlsm'],
	['no character that some system refuses', 'Q4/2026.csv', 'PBC.csv', 'Q4 2026.csv'],
	['a name without an ending', 'mine', 'matrix', 'mine'],
])('a file that goes back has %s', (_what, typed, own, expected) => {
	expect(returnedFileName(typed, own)).toBe(expected);
});
