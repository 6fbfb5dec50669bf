/** Other people's files, where there are any: CORPUS=/path/to/folder npx vitest run corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../src/exchange/reading/read-spreadsheet.ts';
import { patient } from '../../support/sheet-reading.ts';

const corpus = process.env['CORPUS'];
const folders = corpus === undefined ? [] : ['files', 'formats', 'hostile'];

describe.skipIf(corpus === undefined)(
	'every file of the corpus is read or refused with a reason',
	() => {
		test.each(folders)(
			'%s',
			async (folder) => {
				const path = join(corpus ?? '', folder);
				for (const name of readdirSync(path)) {
					const workbook = await readSpreadsheet(
						new Uint8Array(readFileSync(join(path, name))),
						name,
						patient,
					);
					if (!workbook.ok) expect(workbook.problems[0]?.text, name).toMatch(/\.$/);
				}
				expect(Object.keys(Object.prototype)).toEqual([]);
			},
			120_000,
		);
	},
);
