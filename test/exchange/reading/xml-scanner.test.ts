import fc from 'fast-check';
import { expect, test } from 'vitest';
import { XmlScanner } from '../../../src/exchange/reading/ooxml/xml-scanner.ts';

function tags(xml: string): string[] {
	const scanner = new XmlScanner(xml);
	const found: string[] = [];
	while (scanner.next())
		found.push(`${scanner.kind} ${scanner.name} ${xml.slice(scanner.start, scanner.end)}`);
	return found;
}

test('gives tags with their offsets, local names and kinds', () => {
	expect(tags('<?xml?><x:a b=">"><!-- <n> --><c/></x:a>')).toEqual([
		'open a <x:a b=">">',
		'empty c <c/>',
		'close a </x:a>',
	]);
});

test('gives attributes by local name, references resolved, in either quote', () => {
	const scanner = new XmlScanner(`<a one="1 &lt; 2" r:two = '"' flag="true" no="0" three>`);
	scanner.next();
	expect(scanner.attribute('one')).toBe('1 < 2');
	expect(scanner.attribute('two')).toBe('"');
	expect([scanner.flag('flag'), scanner.flag('no'), scanner.flag('three')]).toEqual([
		true,
		false,
		false,
	]);
	expect(scanner.attribute('absent')).toBeUndefined();
});

test('reads text up to the next tag, CDATA as it stands', () => {
	const scanner = new XmlScanner('<a>x &amp; <!-- c --><![CDATA[<&amp;>]]> y<b/></a>');
	scanner.next();
	expect(scanner.readText()).toBe('x & <&amp;> y');
	expect([scanner.next(), scanner.name]).toEqual([true, 'b']);
});

test('skips an element with others of its name inside', () => {
	const scanner = new XmlScanner('<a><a><a/></a></a><b/>');
	scanner.next();
	scanner.skipElement();
	expect([scanner.next(), scanner.name]).toEqual([true, 'b']);
});

test.each(['<a', '<a b="', '</a', '<!-- ', '<![CDATA[ ', '<a b='])(
	'says that %s breaks off',
	(xml) => {
		const scanner = new XmlScanner(xml);
		expect(scanner.next()).toBe(false);
		expect(scanner.cutShort).toBe(true);
	},
);

test('moves forward on any text and visits no place twice', () => {
	const noise = fc.string({ unit: fc.constantFrom(...Array.from('<>/="\'!?-[]:ab \n&;')) });
	fc.assert(
		fc.property(noise, (xml) => {
			const scanner = new XmlScanner(xml);
			let last = 0;
			while (scanner.next()) {
				expect(scanner.start).toBeGreaterThanOrEqual(last);
				expect(scanner.end).toBeGreaterThan(scanner.start);
				last = scanner.end;
			}
		}),
		{ numRuns: 1_000 },
	);
});
