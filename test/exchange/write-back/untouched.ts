/** What of a worksheet is left when its touched cells are taken out: it must be the same as before. */
import { expect } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { columnIndex } from '../../../src/exchange/reading/ooxml/cell-range.ts';
import { decodeXml } from '../../../src/exchange/reading/ooxml/xml-text.ts';
import { readingLimits } from '../../../src/exchange/reading/reading-limits.ts';
import { openZip } from '../../../src/exchange/reading/ooxml/zip.ts';
import { cellReference } from '../../../src/exchange/sheet.ts';
import { openBook } from '../../../src/exchange/write-back/ooxml/book.ts';
import { EditedPackage } from '../../../src/exchange/write-back/ooxml/edited-package.ts';
import { changedParts, type Outcome } from './written.ts';

/** Beside the touched sheets: what names, dates, tables and calculation need. */
const beside =
	/(?:workbook\d*|styles\d*|calcChain|tables\/[^/]*|\[Content_Types\])\.xml$|workbook\d*\.xml\.rels$/i;

/** Of single cells that were set: only their sheets differ, and in these only they and stale results. */
export function expectOnlyTouched(outcome: Outcome): void {
	const touched = [...outcome.written, ...outcome.recalculated];
	const parts = sheetParts(outcome.original);
	const sheets = new Map<string, Set<string>>();
	for (const { sheet, cell } of touched) {
		const part = parts.get(sheet) ?? '';
		sheets.set(part, (sheets.get(part) ?? new Set()).add(cell));
	}
	const changed = changedParts(outcome);
	expect(changed.filter((part) => !beside.test(part)).sort()).toEqual([...sheets.keys()].sort());
	for (const [part, cells] of sheets) {
		const [before, after] = [outcome.original, outcome.bytes].map((bytes) =>
			withoutCells(textOf(bytes, part), cells),
		);
		// The texts are too long to be told apart by a matcher's own words.
		expect(before === after ? '' : firstDifference(before ?? '', after ?? '')).toBe('');
	}
}

/** Part names of the worksheets by sheet name. */
function sheetParts(bytes: Uint8Array): ReadonlyMap<string, string> {
	const archive = openZip(bytes, readingLimits);
	if (!archive.ok) throw new Error('The archive cannot be opened.');
	const edited = new EditedPackage(bytes, archive.value);
	const links = edited.source.relationships('');
	const main = links.ok && links.value.find(({ type }) => type === 'officeDocument')?.target;
	const book = openBook(edited, main || 'xl/workbook.xml');
	if (!book.ok) throw new Error('The workbook cannot be opened.');
	return new Map(
		book.value.sheets.map(({ name, part }) => [name, archive.value.find(part)?.name ?? part]),
	);
}

function textOf(bytes: Uint8Array, part: string): string {
	const archive = openZip(bytes, readingLimits);
	const entry = archive.ok ? archive.value.find(part) : undefined;
	const content = archive.ok && entry ? archive.value.read(entry) : ok(new Uint8Array());
	return (content.ok ? decodeXml(content.value) : undefined) ?? '';
}

/** Written apart from the engine's own scanner, to judge it: tags, one after the other. */
const tag = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

function withoutCells(xml: string, cells: ReadonlySet<string>): string {
	let [row, column, at, rest] = [0, -1, 0, ''];
	for (const match of xml.matchAll(tag)) {
		if (match.index < at) continue;
		const [all, kind, attributes = ''] = match;
		const place = /\sr\s*=\s*["']\$?([A-Z]*)(\d+)["']/i.exec(attributes);
		if (kind === 'row') {
			row = place ? Number(place[2]) : row + 1;
			column = -1;
			continue;
		}
		column = place ? columnIndex(place[1] ?? '') : column + 1;
		if (!cells.has(cellReference(column, row))) continue;
		const close = /<\/(?:[\w.-]+:)?c\s*>/g;
		close.lastIndex = match.index;
		const end = all.endsWith('/>') ? match.index + all.length : (close.exec(xml), close.lastIndex);
		rest += xml.slice(at, match.index);
		at = end;
	}
	// Rows that are there for touched cells alone, and what says how far cells reach.
	return (rest + xml.slice(at))
		.replace(/<((?:[\w.-]+:)?row)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*(?:\/>|>\s*<\/\1\s*>)/g, '')
		.replace(/ spans="[^"]*"|<(?:[\w.-]+:)?dimension[^>]*>/g, '')
		.replace(/<((?:[\w.-]+:)?sheetData)\s*(?:\/>|>\s*<\/\1\s*>)/, '<$1/>');
}

function firstDifference(before: string, after: string): string {
	let at = 0;
	while (at < before.length && before[at] === after[at]) at += 1;
	return `${before.slice(at - 40, at + 60)}\n${after.slice(at - 40, at + 60)}`;
}
