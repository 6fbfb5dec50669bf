/**
 * The bar on real spreadsheets, which are not in the repository: `CORPUS=… npx vitest run …` with a
 * folder that has `files/` and `score.mjs`. Skipped without it.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const corpus = process.env['CORPUS'];

it.skipIf(corpus === undefined)(
	'real spreadsheets are recognised',
	() => {
		const files = join(corpus ?? '', 'files');
		const paths = readdirSync(files).map((name) => join(files, name));
		const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
		const said = execFileSync(tsx, ['test/tools/recognise.ts', ...paths], {
			encoding: 'utf8',
			maxBuffer: 1e8,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const score = join(corpus ?? '', 'score.mjs');
		const scored = execFileSync(process.execPath, [score], { input: said, encoding: 'utf8' });
		const summary = JSON.parse(scored.trim().split('\n').at(-1) ?? '{}') as Record<string, string>;
		const percent = (key: string): number => Number.parseFloat(summary[key] ?? '0');
		expect(percent('headerRow')).toBeGreaterThanOrEqual(97);
		expect(percent('columns')).toBeGreaterThanOrEqual(92);
		expect(percent('dataRows')).toBeGreaterThanOrEqual(93);
		expect(percent('criteriaF1')).toBeGreaterThanOrEqual(97);
	},
	120_000,
);
