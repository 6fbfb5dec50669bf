import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringValue, textElement } from '../../../../src/exchange/fresh/xlsx/string-value.ts';
import {
	decodeEscapes,
	decodeReferences,
} from '../../../../src/exchange/reading/ooxml/xml-text.ts';
import { anyText } from '../a-table.ts';

describe('text in OOXML', () => {
	it('comes back as it was', () => {
		const back = (text: string): string => decodeEscapes(decodeReferences(stringValue(text)));
		fc.assert(fc.property(anyText, (text) => back(text) === text));
	});

	it('holds nothing that XML forbids or changes', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(stringValue(text)).not.toMatch(
					/[<>\r]|(?![\t\n\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/u,
				);
			}),
		);
	});

	it.each([
		['a\u0001b', 'a_x0001_b'],
		['_x0041_', '_x005F_x0041_'],
		['_x0041\u0001', '_x005F_x0041_x0001_'],
		['a\r\nb', 'a_x000D_\nb'],
		['half \ud83d', 'half _xD83D_'],
		['😀 & <b>', '😀 &amp; &lt;b&gt;'],
		['_x004', '_x004'],
	])('%j is written %j', (text, written) => {
		expect(stringValue(text)).toBe(written);
	});

	it('keeps outer blanks by xml:space', () => {
		expect(textElement(' a')).toBe('<t xml:space="preserve"> a</t>');
		expect(textElement('a b')).toBe('<t>a b</t>');
	});
});
