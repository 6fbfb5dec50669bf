/**
 * Runs the product's writer in Node: `npm run --silent write-back -- IN EDITS.json OUT`. Prints one
 * JSON object a line for what was written; what was refused goes to standard error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod/mini';
import type { Change, WriteBack } from '../../src/exchange/write-back/change.ts';
import { writeBack } from '../../src/exchange/write-back/write-back.ts';

const help = `Writes cells into a spreadsheet file and leaves the rest of it as it was.

  npm run --silent write-back -- IN EDITS.json OUT

IN          an .xlsx, .xlsm, .ods (single cells only), .csv, .tsv or other
            delimited file
EDITS.json  a list of changes:
            {"sheet": "Controls", "cell": "B7", "value": "Implemented"}
            {"sheet": "Controls", "appendRows": [["C-9", null, "Dana"]]}
            A value is a text, a number, true, false, null (empties the cell)
            or {"date": "2026-11-21"}. It takes the kind the cell has.
            The first value of a row stands in column A; null leaves a cell
            to the formula or style of its column.
            "overFormula": true     replaces a formula
            "overValidation": true  writes what a drop-down list does not offer
            "after": 40             says which row of the sheet is the table's last
            A delimited file is one sheet, whatever it is called.
OUT         the file to write; written only if every change went in

Prints a line of JSON for each cell written, and for each formula whose stored
result was taken out, as it could be out of date; spreadsheet programs work it
out when they open the file. Problems go to standard error, one JSON object a
line; then OUT is not written and the exit code is 1.
`;

const value = z.union([
	z.string(),
	z.number(),
	z.boolean(),
	z.null(),
	z.strictObject({ date: z.string() }),
]);
const changes: z.ZodMiniType<Change[]> = z.array(
	z.union([
		z.strictObject({
			sheet: z.string(),
			cell: z.string(),
			value,
			overFormula: z.exactOptional(z.boolean()),
			overValidation: z.exactOptional(z.boolean()),
		}),
		z.strictObject({
			sheet: z.string(),
			appendRows: z.array(z.array(value)),
			after: z.exactOptional(z.number()),
			overValidation: z.exactOptional(z.boolean()),
		}),
	]),
);

const options = process.argv.slice(2);
if (options.includes('--help') || options.includes('-h')) process.stdout.write(help);
else if (options.length !== 3) fail({ kind: 'usage', text: help });
else await run(options[0] ?? '', options[1] ?? '', options[2] ?? '');

async function run(from: string, list: string, to: string): Promise<void> {
	const original = bytesOf(from);
	const edits = changesIn(list);
	if (!original || !edits) return;
	const written = await writeBack(original, edits, basename(from));
	if (!written.ok) {
		for (const problem of written.problems) fail(problem);
		return;
	}
	for (const refusal of written.value.refused) fail(refusal);
	if (written.value.refused.length > 0) return;
	try {
		writeFileSync(to, written.value.bytes);
	} catch (error) {
		fail({ kind: 'file', text: messageOf(error) });
		return;
	}
	for (const line of linesOf(written.value)) process.stdout.write(`${JSON.stringify(line)}\n`);
}

function linesOf({ written, unchanged, recalculated, notes }: WriteBack): object[] {
	return [
		...written.map((one) => ({ written: one })),
		...unchanged.map((one) => ({ unchanged: one })),
		...recalculated.map((one) => ({ recalculated: one })),
		...notes.map((note) => ({ note })),
	];
}

function changesIn(path: string): Change[] | undefined {
	const bytes = bytesOf(path);
	if (!bytes) return undefined;
	try {
		const parsed = changes.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
		if (parsed.success) return parsed.data;
		fail({
			kind: 'edits',
			text: `${basename(path)} is no list of changes: ${z.prettifyError(parsed.error)}`,
		});
	} catch (error) {
		fail({ kind: 'edits', text: `${basename(path)} is no JSON: ${messageOf(error)}` });
	}
	return undefined;
}

function bytesOf(path: string): Uint8Array | undefined {
	try {
		return new Uint8Array(readFileSync(path));
	} catch (error) {
		fail({ kind: 'file', text: messageOf(error) });
		return undefined;
	}
}

function fail(problem: object): void {
	process.stderr.write(`${JSON.stringify(problem)}\n`);
	process.exitCode = 1;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
