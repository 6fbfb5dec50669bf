/**
 * What exactly a signature stands over, as plain data with one text (SPEC P-14). Order, source and
 * whatever is empty are no part of it: moving a row changes nothing that was signed, nor does a field
 * that a later version of this program adds. Members of sets are sorted; links are ids.
 */
import * as z from 'zod/mini';
import { canonicalJson } from '../../base/canonical-json.ts';
import { assessmentFields, type Assessment } from '../records/assessment.ts';
import type { ColumnId, OwnColumn } from '../records/own-column.ts';
import { valueAt, type RegisterRecord } from '../registers/register.ts';
import { registerOfId, registers } from '../registers/registers.ts';
import { cellValueSchema } from './entry.ts';
import type { CellSubject, Subject } from './subject.ts';
import { workbookPartsSchema, type WorkbookParts } from './workbook-content.ts';

const text = z.string();
const values = z.record(text, cellValueSchema);
const format = z.literal('readiness-workbook/content/1');
const recordShape = {
	/** The record's id, which says its register. */
	record: text,
	/** Its filled fields by key. */
	fields: values,
	/** Filled own columns: name and value, sorted. */
	own: z.array(z.tuple([text, text])),
	retired: z.optional(z.object({ at: text, by: text, reason: text })),
};
const signedRecordSchema = z.object(recordShape);

export const signedContentSchema = z.discriminatedUnion('kind', [
	z.object({ format, kind: z.literal('record'), ...recordShape }),
	/** `test`: what was tested and how it went, nothing else of the control. */
	z.object({ format, kind: z.literal('test'), record: text, fields: values }),
	z.object({
		...{ format, kind: z.literal('cell'), record: text, field: text },
		/** What an own column is called. */
		column: z.optional(text),
		value: cellValueSchema,
	}),
	/** What was said of a criterion, but for its licensed text, and the active controls that name it. */
	z.object({
		...{ format, kind: z.literal('criterion'), criterion: text, fields: values },
		controls: z.array(signedRecordSchema),
	}),
	z.discriminatedUnion('format', [
		/** As it was signed at first: the digest of everything, the activity list too (content-digest.ts). */
		z.object({ format, kind: z.literal('workbook'), content: text }),
		/** What the workbook says. */
		z.object({
			format: z.literal('readiness-workbook/content/2'),
			kind: z.literal('workbook'),
			parts: workbookPartsSchema,
		}),
	]),
]);

export type SignedContent = z.infer<typeof signedContentSchema>;
export type SignedRecord = z.infer<typeof signedRecordSchema>;

/** The workbook as it stands now, as far as signatures look at it. */
export interface Present {
	/** A record of any register, retired ones too. */
	readonly record: (id: string) => RegisterRecord | undefined;
	readonly column: (id: ColumnId) => Pick<OwnColumn, 'name' | 'retired'> | undefined;
	readonly assessment: (criterion: string) => Assessment | undefined;
	/** The controls that name a criterion; retired ones are left out here. */
	readonly controlsOf: (criterion: string) => readonly RegisterRecord[];
	/** What the whole of it says; undefined while it is being worked out. */
	readonly workbook: WorkbookParts | undefined;
	/** Digest of all it holds, its history too, as the first form of signing it had it. */
	readonly everything: string | undefined;
}

/** What the test of a control is, and what was tested. */
export const testFields: readonly string[] = [
	...['controlId', 'title', 'description', 'testProcedure', 'tester', 'testedOn', 'testMethods'],
	...['itemsTested', 'deviations', 'testResult', 'managementResponse'],
];

const begin = { format: 'readiness-workbook/content/1' } as const;

/**
 * What signing a subject now would sign; undefined where the record is not there.
 * @param signed the text of an earlier signature: then the content in the form of that one.
 */
export function contentOf(
	subject: Subject,
	present: Present,
	signed?: string,
): SignedContent | undefined {
	switch (subject.kind) {
		case 'workbook':
			return workbookContent(present, signed);
		case 'criterion':
			return criterionContent(subject.criterion, present);
		default: {
			const record = present.record(subject.record);
			if (!record) return undefined;
			if (subject.kind === 'cell') return cellContent(subject, record, present);
			if (subject.kind === 'test') {
				const fields = filled(record, testFields);
				return { ...begin, kind: 'test', record: record.id, fields };
			}
			return { ...begin, kind: 'record', ...recordContent(record, present) };
		}
	}
}

/** The one text of a content: what is hashed. */
export function contentText(content: SignedContent): string {
	return canonicalJson(content);
}

/** The longest content that is kept beside its signature (entry.ts). */
const longestShown = 60_000;

/** The text to keep with a signature; undefined where it is too long for that. */
export function shownText(contentText: string): string | undefined {
	return contentText.length <= longestShown ? contentText : undefined;
}

/** Reads what was kept beside a signature; undefined where it is no content of this version. */
export function readContent(text: string): SignedContent | undefined {
	try {
		return signedContentSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

function workbookContent(present: Present, signed: string | undefined): SignedContent | undefined {
	// Each is worked out where it is asked for: only that one.
	if (isFirstForm(signed)) {
		const { everything } = present;
		return everything === undefined
			? undefined
			: { ...begin, kind: 'workbook', content: everything };
	}
	const { workbook } = present;
	return workbook && { format: 'readiness-workbook/content/2', kind: 'workbook', parts: workbook };
}

/** True for the text of a signature of the whole workbook in the form that covered its history. */
export function isFirstForm(signed: string | undefined): boolean {
	const content = signed === undefined ? undefined : readContent(signed);
	return content?.kind === 'workbook' && content.format === begin.format;
}

function criterionContent(criterion: string, present: Present): SignedContent {
	const said = present.assessment(criterion);
	const controls = present
		.controlsOf(criterion)
		.filter(({ retired }) => !retired)
		.map((control) => recordContent(control, present))
		.sort((a, b) => (a.record < b.record ? -1 : 1));
	return {
		...begin,
		kind: 'criterion',
		criterion,
		fields: said ? criterionFields(said) : {},
		controls,
	};
}

/** What was said of a criterion, but for its licensed text. */
export function criterionFields(said: Assessment): Record<string, string> {
	return Object.fromEntries(
		assessmentFields.flatMap(({ key }) =>
			key === 'licensedText' || said[key] === '' ? [] : [[key, said[key]] as const],
		),
	);
}

function cellContent(
	{ field }: CellSubject,
	record: RegisterRecord,
	{ column }: Present,
): SignedContent {
	const id = columnIdOf(field);
	const name = id && column(id)?.name;
	return {
		...{ ...begin, kind: 'cell', record: record.id, field },
		...(name === undefined ? {} : { column: name }),
		value: sorted(valueAt(record, id ?? field)),
	};
}

/** The own column that a cell's field names; undefined for a field of the register. */
export function columnIdOf(field: string): ColumnId | undefined {
	return field.startsWith('own/') ? (field.slice('own/'.length) as ColumnId) : undefined;
}

/** What a record says, own columns by their name. */
export function recordContent(
	record: RegisterRecord,
	{ column }: Pick<Present, 'column'>,
): SignedRecord {
	const keys = (registerOfId(record.id) ?? registers.controls).fields.map(({ key }) => key);
	// A column that was removed is seen nowhere, so nobody signs what it held.
	const own = Object.entries(record.own).flatMap(([id, value]): [string, string][] => {
		const found = column(id as ColumnId);
		return value === '' || !found || found.retired ? [] : [[found.name, value]];
	});
	const { retired } = record;
	return {
		record: record.id,
		fields: filled(record, keys),
		own: own.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
		...(retired ? { retired: { at: retired.at, by: retired.by, reason: retired.reason } } : {}),
	};
}

function filled(
	record: RegisterRecord,
	keys: readonly string[],
): Record<string, string | string[]> {
	return Object.fromEntries(
		keys.flatMap((key) => {
			const value = sorted(valueAt(record, key));
			return value.length === 0 ? [] : [[key, value]];
		}),
	);
}

function sorted(value: string | readonly string[]): string | string[] {
	return typeof value === 'string' ? value : [...value].sort();
}
