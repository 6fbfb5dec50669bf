import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSetKind } from '../../../src/model/records/field.ts';
import type { RegisterName, RegisterRecord } from '../../../src/model/registers/register.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import { whatChanged } from '../../../src/model/review/content-changes.ts';
import {
	contentOf,
	contentText,
	readContent,
	shownText,
	type SignedContent,
} from '../../../src/model/review/signed-content.ts';
import type { Subject } from '../../../src/model/review/subject.ts';
import { aRecord, type RecordValues } from '../../support/records.ts';
import { present, type Now } from './a-workbook-now.ts';

const values = {
	controlId: 'AC-01',
	frequency: 'monthly',
	criteria: ['CC6.2', 'CC6.1'],
	own: { 'column:a': 'R-7' },
} satisfies RecordValues<'controls'>;
const control = aRecord('controls', 'a', values);
const owned = aRecord('controls', 'a', { ...values, owner: 'Ben' });
const subject = { kind: 'record', record: 'control:a' } as const;
const columns = { 'column:a': { name: 'Risk', retired: false } } as const;

function contentNow(about: Subject, now: Now): SignedContent {
	const content = contentOf(about, present(now));
	if (!content) throw new Error('Nothing to sign');
	return content;
}

function textNow(about: Subject, now: Now): string {
	return contentText(contentNow(about, now));
}

describe('what is covered', () => {
	test('[P-14] a record is its filled values, its own columns by name, and its retirement', () => {
		expect(textNow(subject, { records: [control], columns })).toBe(
			'{"fields":{"controlId":"AC-01","criteria":["CC6.1","CC6.2"],"frequency":"monthly"},' +
				'"format":"readiness-workbook/content/1","kind":"record",' +
				'"own":[["Risk","R-7"]],"record":"control:a"}',
		);
	});

	test('[P-14] order, source and the order of members are no part of it', () => {
		const moved: RegisterRecord = {
			...control,
			...{ order: 'z', criteria: ['CC6.1', 'CC6.2'], source: { import: 'import:a', row: 3 } },
		};
		expect(textNow(subject, { records: [moved], columns })).toBe(
			textNow(subject, { records: [control], columns }),
		);
	});

	test('[P-14] a criterion covers the active controls that name it and never its licensed text', () => {
		const about = { kind: 'criterion', criterion: 'CC6.1' } as const;
		const retired = { at: '2026-11-21T10:00:00Z', by: 'Ana', reason: 'Merged' };
		const other = aRecord('controls', 'b', { controlId: 'AC-02', criteria: ['CC6.1'], retired });
		const now = { records: [other, control], assessment: { conclusion: 'met' } };
		const text = textNow(about, now);
		expect(text).toContain('AC-01');
		expect(text).not.toContain('AC-02');
		const licensed = { ...now.assessment, licensedText: 'Their words' };
		expect(textNow(about, { ...now, assessment: licensed })).toBe(text);
		expect(textNow(about, { ...now, assessment: { conclusion: 'notMet' } })).not.toBe(text);
		expect(
			textNow(about, { ...now, records: [{ ...other, retired: undefined }, control] }),
		).not.toBe(text);
		expect(textNow(about, { ...now, records: [owned] })).not.toBe(text);
	});

	test('a test covers its own fields and nothing else of the control', () => {
		const about = { kind: 'test', record: 'control:a' } as const;
		const text = textNow(about, { records: [control] });
		expect(textNow(about, { records: [owned] })).toBe(text);
		const tested = { ...control, testResult: 'passed' };
		expect(textNow(about, { records: [tested] })).not.toBe(text);
	});

	test('a cell covers its value, that of an own column its name too', () => {
		const about = { kind: 'cell', record: 'control:a', field: 'own/column:a' } as const;
		expect(contentNow(about, { records: [control], columns })).toMatchObject({
			column: 'Risk',
			value: 'R-7',
		});
	});

	test('what is not there, or not worked out yet, cannot be signed', () => {
		expect(contentOf(subject, present({ records: [] }))).toBeUndefined();
		expect(contentOf({ kind: 'workbook' }, present({ records: [] }))).toBeUndefined();
		const workbook = { controls: { records: 1, digest: 'abc' } };
		expect(textNow({ kind: 'workbook' }, { records: [], workbook })).toContain('abc');
	});

	test('a content reads back as it was; what is none is not read', () => {
		const content = contentNow(subject, { records: [control], columns });
		expect(readContent(contentText(content))).toEqual(content);
		expect(readContent('{"kind":"record"}')).toBeUndefined();
		expect(readContent('not json')).toBeUndefined();
		expect(shownText('x'.repeat(60_001))).toBeUndefined();
	});
});

const names = Object.keys(registers) as RegisterName[];
const someField = fc
	.constantFrom(...names)
	.chain((name) =>
		fc.record({ name: fc.constant(name), field: fc.constantFrom(...registers[name].fields) }),
	);
const words = fc.constantFrom('', 'a', 'b', 'CC6.1');

test('[P-15] a sign-off of a record is out of date exactly when a field it covers says something else', () => {
	fc.assert(
		fc.property(someField, words, words, ({ name, field }, before, after) => {
			const withValue = (value: string): Now => {
				const stored = isSetKind(field.value) ? [value].filter(Boolean) : value;
				return { records: [{ ...aRecord(name, 'a'), [field.key]: stored }] };
			};
			const id = aRecord(name, 'a').id;
			const about = { kind: 'record', record: id } as const;
			const [signed, now] = [
				contentNow(about, withValue(before)),
				contentNow(about, withValue(after)),
			];
			expect(contentText(signed) === contentText(now)).toBe(before === after);
			expect(whatChanged(signed, now, () => undefined).map(({ key }) => key)).toEqual(
				before === after ? [] : [field.key],
			);
		}),
	);
});

test('[P-15] the differences are told in words', () => {
	const signed = contentNow(subject, { records: [control], columns });
	const now = contentNow(subject, {
		records: [
			{
				...control,
				...{ frequency: 'quarterly', criteria: ['CC6.1'], own: { 'column:a': 'R-8' } },
				retired: { at: '', by: '', reason: 'Merged' },
			},
		],
		columns,
	});
	const told = whatChanged(signed, now, () => undefined);
	expect(told.map(({ label, before, after }) => [label, before, after])).toEqual([
		['Criteria', 'CC6.1, CC6.2', 'CC6.1'],
		['Frequency', 'Monthly', 'Quarterly'],
		['Risk', 'R-7', 'R-8'],
		['Retired', '', 'Merged'],
	]);
});

test('[P-15] of a criterion they name the control', () => {
	const about = { kind: 'criterion', criterion: 'CC6.1' } as const;
	const added = aRecord('controls', 'b', { controlId: 'AC-02', criteria: ['CC6.1'] });
	const signed = contentNow(about, { records: [control] });
	const now = contentNow(about, {
		records: [owned, added],
	});
	const told = whatChanged(signed, now, () => undefined);
	expect(told.map(({ label, before, after }) => [label, before, after])).toEqual([
		['Owner of AC-01', '', 'Ben'],
		['Control', '', 'AC-02'],
	]);
});

test('keys of the language in a content of others do no harm', () => {
	const hostile = readContent(
		'{"format":"readiness-workbook/content/1","kind":"record","record":"control:a",' +
			'"fields":{"constructor":"x","__proto__":"y"},"own":[]}',
	);
	if (!hostile) throw new Error('It is a content');
	const told = whatChanged(hostile, contentNow(subject, { records: [control] }), () => undefined);
	expect(told.find(({ key }) => key === 'constructor')).toMatchObject({ before: 'x', after: '' });
});
