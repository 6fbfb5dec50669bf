/** The recogniser on the command line: one JSON object a line, a complaint for what cannot be read. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
const tool = join(process.cwd(), 'test/tools/recognise.ts');
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'recognise-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

it('says of each sheet what it holds', () => {
	const path = join(folder, 'matrix.csv');
	writeFileSync(
		path,
		[
			'Acme control matrix,,,',
			'Control ID,Control description,Criteria,Control type',
			'C-1,Access to production is granted on approved request,"CC6.1, CC6.2",Preventive',
			'C-2,Leavers lose their accounts within one working day,CC6.9,Detective',
		].join('\n'),
	);
	const [line = ''] = execFileSync(tsx, [tool, path], { encoding: 'utf8' }).split('\n');
	expect(JSON.parse(line)).toMatchObject({
		file: 'matrix.csv',
		headerRow: 2,
		columns: [
			{ col: 'A', header: 'Control ID', field: 'controlId' },
			{ col: 'B', header: 'Control description', field: 'description' },
			{ col: 'C', header: 'Criteria', field: 'criteria' },
			{ col: 'D', header: 'Control type', field: 'controlType' },
		],
		dataRows: 2,
		criteria: ['CC6.1', 'CC6.2'],
		kind: 'controls',
	});
}, 30_000);

it('complains of a file that cannot be read and goes on', () => {
	const good = join(folder, 'good.csv');
	writeFileSync(good, 'Control ID,Owner\nC-1,CISO\n');
	const run = spawnSync(tsx, [tool, join(folder, 'missing.xlsx'), good], { encoding: 'utf8' });
	expect(run.status).toBe(0);
	expect(run.stderr).toContain('missing.xlsx: ');
	expect(run.stdout.trim().split('\n')).toHaveLength(1);
}, 30_000);
