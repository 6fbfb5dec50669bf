import { describe, expect, it } from 'vitest';
import {
	filledSheet,
	growthOf,
	type FilledCell,
} from '../../../src/exchange/write-back/ooxml/filled-sheet.ts';

const template =
	'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B2"/>' +
	'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
	'<row r="2" ht="15" customHeight="1"><c r="A2" s="4"/><c r="B2" s="7"/></row></sheetData>' +
	'<autoFilter ref="A1:B2"/><conditionalFormatting sqref="B2"><cfRule type="blank"/></conditionalFormatting></worksheet>';

describe('a template that is filled', () => {
	it('has the rows in place of its model, each cell with the look of its column', () => {
		const text = filled([
			[words('a & b'), { content: { kind: 'number', value: 46_347 } }],
			[undefined, words('c', 9)],
		]);
		expect(text).toContain(
			'<row r="2" ht="30" customHeight="1"><c r="A2" s="4" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="B2" s="7"><v>46347</v></c></row>' +
				'<row r="3" ht="30" customHeight="1"><c r="B3" s="9" t="inlineStr"><is><t>c</t></is></c></row></sheetData>',
		);
		expect(text.startsWith(template.slice(0, template.indexOf('<dimension')))).toBe(true);
	});

	it('covers all its rows by what covered the model', () => {
		const text = filled(Array.from({ length: 8 }, () => [words('a')]));
		expect(text).toContain('<dimension ref="A1:B9"/>');
		expect(text).toContain('<autoFilter ref="A1:B9"/>');
		expect(text).toContain('<conditionalFormatting sqref="B2:B9">');
	});

	it('names shared texts by their place in the table of texts', () => {
		const text = filled([[{ content: { kind: 'sharedText', index: 12 } }]]);
		expect(text).toContain('<c r="A2" s="4" t="s"><v>12</v></c>');
	});

	it('keeps the blank model where there is nothing to fill in', () => {
		expect(filled([])).toBe(template);
	});

	it('keeps the prefix of its namespace', () => {
		const prefixed = template.replaceAll(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
		const text = filled([[words('a')]], prefixed);
		expect(text).toContain(
			'<x:row r="2" ht="30" customHeight="1"><x:c r="A2" s="4" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>',
		);
	});

	it('is refused where the model is not its last row', () => {
		const growth = growthOf(3, 1, 2);
		expect(() => [...filledSheet(template, growth, [])]).toThrow('no model row');
	});
});

function filled(rows: readonly (readonly (FilledCell | undefined)[])[], from = template): string {
	const growth = growthOf(2, rows.length, 2);
	const pieces = filledSheet(
		from,
		growth,
		rows.map((cells) => ({ height: 30, cells })),
	);
	return [...pieces].join('');
}

function words(text: string, style?: number): FilledCell {
	return { content: { kind: 'text', text }, ...(style === undefined ? {} : { style }) };
}
