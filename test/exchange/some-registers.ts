/** Workbooks with a register of arbitrary content that has a form in a format, and what they say. */
import fc from 'fast-check';
import type { ExportFormat } from '../../src/exchange/fresh/export-table.ts';
import { evidenceKindOf } from '../../src/exchange/evidence-words.ts';
import { linkedNames } from '../../src/features/exchange/linked-names.ts';
import { criteria } from '../../src/model/catalog/criteria.ts';
import { evidenceTypes } from '../../src/model/catalog/evidence-types.ts';
import { isSetKind, type Field } from '../../src/model/records/field.ts';
import { termToken, vocabularies, type VocabularyId } from '../../src/model/records/vocabulary.ts';
import {
	registerNames,
	valueAt,
	type RegisterName,
	type RegisterRecord,
} from '../../src/model/registers/register.ts';
import { registers } from '../../src/model/registers/registers.ts';
import { addColumn } from '../../src/workbook/commands/own-columns.ts';
import { addRecords, type RecordValues } from '../../src/workbook/commands/records/add-records.ts';
import { editRecords } from '../../src/workbook/commands/records/edit-records.ts';
import type { Workbook } from '../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../support/a-workbook.ts';
import { anyText } from './fresh/a-table.ts';

const linkableNames = ['First of them', 'Second, with a comma', '007'];

/** Puts records to link to into every register but the one at hand. */
export function addLinkable(workbook: Workbook, except: RegisterName): void {
	for (const register of registerNames.filter((name) => name !== except)) {
		const [key = ''] = registers[register].naming;
		done(workbook, addRecords, { register, rows: linkableNames.map((name) => ({ [key]: name })) });
	}
}

export function linkedNamesOf(workbook: Workbook, register: RegisterName) {
	const records = (name: RegisterName): readonly RegisterRecord[] =>
		workbook.registers.of(name).all();
	return linkedNames({ records }, register, records(register));
}

/** Everything a person sees, own columns and linked records by their names; order included. */
export function contents(workbook: Workbook, register: RegisterName) {
	const own = workbook.columns.all();
	const names = linkedNamesOf(workbook, register);
	const records: readonly RegisterRecord[] = workbook.registers.of(register).all();
	return {
		columns: own.map(({ name, register: of }) => [name, of]),
		records: records.map((record) => ({
			fields: registers[register].fields.map(({ key, value }) => {
				const held = valueAt(record, key);
				const isLinks = isSetKind(value) && value.kind === 'links' && typeof held !== 'string';
				return [key, isLinks ? held.map((id) => names[id]).sort() : held];
			}),
			own: own.map(({ id }) => record.own[id] ?? ''),
		})),
	};
}

/** Workbooks whose register has arbitrary values that have a form in `format`. */
export function someWorkbooks(
	register: RegisterName,
	format: ExportFormat,
): fc.Arbitrary<Workbook> {
	const texts = anyText.map((text) => heldBy(format, text));
	const names = fc.uniqueArray(columnNames(texts), {
		selector: (name) => name.toLowerCase(),
		maxLength: 3,
	});
	return names.chain((columns) => {
		const own = fc.array(texts, { minLength: columns.length, maxLength: columns.length });
		const links = fc.array(fc.nat(9), { maxLength: 3 });
		const row = fc.record({ values: values(register, texts), own, links });
		const rows = fc.array(row, { minLength: 1, maxLength: 5 });
		return rows.map((all) => {
			const workbook = aWorkbook();
			addLinkable(workbook, register);
			for (const name of columns) done(workbook, addColumn, { name, register });
			const ids = workbook.columns.all().map(({ id }) => id);
			const withOwn = all.map(({ values, own }, at) => ({
				...values,
				...named(register, at),
				own: Object.fromEntries(ids.map((id, index) => [id, own[index] ?? ''])),
			}));
			done(workbook, addRecords, { register, rows: withOwn });
			addLinks(
				workbook,
				register,
				all.map(({ links }) => links),
			);
			return workbook;
		});
	});
}

/** Records that link to their own kind need names that tell them apart. */
function named(register: RegisterName, at: number): RecordValues {
	return register === 'gaps' ? { gapId: `GAP-${at}` } : {};
}

function addLinks(
	workbook: Workbook,
	register: RegisterName,
	links: readonly (readonly number[])[],
): void {
	const records: readonly RegisterRecord[] = workbook.registers.of(register).all();
	const edits = registers[register].fields.flatMap(({ key, value }) => {
		if (!isSetKind(value) || value.kind !== 'links') return [];
		const targets: readonly RegisterRecord[] = workbook.registers.of(value.to).all();
		return records.map((record, at) => ({
			record: record.id,
			column: key,
			value: (links[at] ?? []).flatMap((place) => targets[place % targets.length]?.id ?? []),
		}));
	});
	const filled = edits.filter(({ value }) => value.length > 0);
	if (filled.length > 0) done(workbook, editRecords, { register, edits: filled });
}

/** Every reader takes the line ends for line feeds; other formats lack what OOXML escapes. */
function heldBy(format: ExportFormat, text: string): string {
	const lines = text.replace(/\r\n?/g, '\n');
	if (format === 'xlsx') return lines;
	return lines.replace(/(?![\t\n\x7f-\x9f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}

/** The names of columns are one line without outer blanks; some are called like our own fields. */
function columnNames(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.oneof(
		oneLine(texts),
		fc.constantFrom('Status', 'Owner', 'System', 'Risk', 'Retired', 'Key control', 'Notes'),
	);
}

function oneLine(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

/** A row without a single value is no row of a file, so every record has a name. */
function values(register: RegisterName, texts: fc.Arbitrary<string>): fc.Arbitrary<RecordValues> {
	const { fields, naming } = registers[register];
	const made = fields.map((field): [string, fc.Arbitrary<unknown>] => [
		field.key,
		field.key === naming[0] ? ids(texts) : valuesOf(field, texts),
	]);
	return fc.record(Object.fromEntries(made));
}

function valuesOf({ value }: Field, texts: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
	switch (value.kind) {
		case 'criteria':
			return criteriaSets;
		case 'references':
			return referenceSets;
		case 'terms':
			return sets(words(value.vocabulary, oneLine(texts)));
		case 'evidenceKinds':
			return sets(fc.oneof(evidenceIds, evidenceWords(oneLine(texts))));
		// Links are made once the records stand.
		case 'links':
			return fc.constant([]);
		case 'term':
			return fc.oneof(fc.constant(''), words(value.vocabulary, texts));
		case 'evidenceKind':
			return fc.oneof(fc.constant(''), evidenceIds, evidenceWords(texts));
		case 'date':
			return fc.oneof(dates, texts);
		default:
			return texts;
	}
}

/** The label of a term, or its token, typed as a text is that term after the import. */
function words(vocabulary: VocabularyId, texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const tokens = vocabularies[vocabulary].terms.map(({ token }) => token);
	const others = texts.filter((text) => termToken(vocabulary, text) === undefined);
	return fc.oneof(fc.constantFrom(...tokens), others);
}

function evidenceWords(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return texts.filter((text) => evidenceKindOf(text) === undefined);
}

function sets(members: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
	return fc.uniqueArray(members, { maxLength: 3 });
}

const evidenceIds = fc.constantFrom(...evidenceTypes.slice(0, 9).map(({ id }) => id));

function ids(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	return fc.oneof(
		fc.integer({ min: 1, max: 999 }).map((number) => `CTL-${number}`),
		fc.constantFrom('CC6.1', '7.20', '007', '1-2', 'TRUE'),
		texts.filter((text) => text.trim() !== ''),
	);
}

const dates = fc.constantFrom('2026-11-21', '1900-03-01', '1899-12-31', '9999-12-31', '2026-02-30');

const criteriaSets = fc.uniqueArray(
	fc.constantFrom(...criteria.map(({ id }) => id), 'CC6.9', 'CC99.1'),
	{ maxLength: 4 },
);

const referenceSets = fc.uniqueArray(
	fc.constantFrom('A.5.15', 'AC-2(1)', '164.308(a)(1), (ii)', 'Clause 6.1.2', 'PR.AA-01', '7.20'),
	{ maxLength: 4 },
);
