/** The writer on the command line: all changes or none, JSON lines, an exit code. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildXlsx } from '../support/ooxml-builder.ts';
import { sheetIn, texts } from '../support/sheet-reading.ts';

const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
const tool = join(process.cwd(), 'test/tools/write-back.ts');
let folder: string;
let from: string;
let to: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'write-back-'));
	[from, to] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
	const rows =
		'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
	writeFileSync(from, buildXlsx({ sheets: [{ rows }] }));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

function run(edits: unknown): {
	readonly code: number | null;
	readonly out: unknown[];
	readonly err: unknown[];
} {
	const list = join(folder, 'edits.json');
	writeFileSync(list, typeof edits === 'string' ? edits : JSON.stringify(edits));
	const done = spawnSync(tsx, [tool, from, list, to], { encoding: 'utf8' });
	const lines = (text: string): unknown[] =>
		text
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.map((line): unknown => JSON.parse(line));
	return { code: done.status, out: lines(done.stdout), err: lines(done.stderr) };
}

it('writes the file and says what it wrote', async () => {
	const { code, out, err } = run([
		{ sheet: 'Sheet1', cell: 'A1', value: 5 },
		{ sheet: 'Sheet1', appendRows: [[3]] },
	]);
	expect([code, err]).toEqual([0, []]);
	expect(out).toMatchObject([
		{ written: { cell: 'A1', before: '1', after: '5', why: 'edited' } },
		{ written: { cell: 'A3', after: '3', why: 'appended' } },
		{ recalculated: { cell: 'B1' } },
	]);
	expect(texts(await sheetIn(new Uint8Array(readFileSync(to))))).toEqual([['5', ''], ['2'], ['3']]);
}, 30_000);

it('writes nothing where one change is refused', () => {
	const { code, out, err } = run([
		{ sheet: 'Sheet1', cell: 'A1', value: 5 },
		{ sheet: 'Sheet1', cell: 'B1', value: 5 },
	]);
	expect([code, out]).toEqual([1, []]);
	expect(err).toMatchObject([{ change: 1, cell: 'B1', kind: 'formula' }]);
	expect(existsSync(to)).toBe(false);
}, 30_000);

it.each(['[{"sheet": 1}]', 'not JSON', '{}'])(
	'says what is wrong with the list of changes: %s',
	(edits) => {
		const { code, err } = run(edits);
		expect(code).toBe(1);
		expect(err).toMatchObject([{ kind: 'edits' }]);
	},
	30_000,
);
