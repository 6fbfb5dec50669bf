/** What changed in a workbook since all of it was signed, in words (SPEC P-15). */
import { expect, test } from 'vitest';
import { whatChanged } from '../../../src/model/review/content-changes.ts';
import {
	contentOf,
	contentText,
	isFirstForm,
	readContent,
} from '../../../src/model/review/signed-content.ts';
import { changedParts, type WorkbookPart } from '../../../src/model/review/workbook-content.ts';
import { present } from './a-workbook-now.ts';

const subject = { kind: 'workbook' } as const;

function part(digest: string, records: number, marks?: string): WorkbookPart {
	return { digest, records, ...(marks === undefined ? {} : { marks }) };
}

function told(then: WorkbookPart | undefined, now: WorkbookPart | undefined) {
	const signed = then ? { risks: then } : {};
	return changedParts(signed, now ? { risks: now } : {}).map(({ before, after }) => [
		before,
		after,
	]);
}

test('[P-15] the parts that differ are told with how many of their records changed', () => {
	const signed = part('a', 3, 'AAAABBBBBBBB');
	expect(told(signed, signed)).toEqual([]);
	expect(told(signed, part('b', 3, 'AAAABBBBCCCC'))).toEqual([
		['3 risks, 1 of them changed or gone since', '3 risks, 1 of them changed or new'],
	]);
	expect(told(signed, part('b', 4, 'AAAABBBBBBBBCCCC'))).toEqual([
		['3 risks', '4 risks, 1 of them changed or new'],
	]);
	expect(told(signed, part('b', 1, 'CCCC'))).toEqual([
		['3 risks, all of them changed or gone since', '1 risk, changed or new'],
	]);
	expect(told(signed, undefined)).toEqual([['3 risks, all of them changed or gone since', '']]);
	expect(told(undefined, part('b', 1, 'CCCC'))).toEqual([['', '1 risk, changed or new']]);
});

test('where there were too many records to mark, no number is made up', () => {
	expect(told(part('a', 20_000), part('b', 3, 'AAAABBBBCCCC'))).toEqual([
		['20,000 risks, some of them changed or gone since', '3 risks, some of them changed or new'],
	]);
});

test('parts of a later version, and names of the language, do no harm', () => {
	const strange = { constructor: part('a', 1, 'AAAA'), scope: part('b', 1, 'BBBB') };
	expect(changedParts(strange, {}).map(({ label }) => label)).toEqual(['Constructor', 'Scope']);
});

test('[P-15] a signature in the first form is told and held against everything, history too', () => {
	const first = '{"content":"abc","format":"readiness-workbook/content/1","kind":"workbook"}';
	const parts = { risks: part('a', 1, 'AAAA') };
	const now = present({ records: [], workbook: parts, everything: 'abc' });
	const second = contentOf(subject, now);
	if (!second) throw new Error('It is worked out');
	expect([first, contentText(second), undefined].map((text) => isFirstForm(text))).toEqual([
		...[true, false, false],
	]);
	const again = contentOf(subject, now, first);
	if (!again) throw new Error('It is worked out');
	expect(contentText(again)).toBe(first);
	expect(readContent(contentText(second))).toEqual(second);
	expect(whatChanged(again, again, () => undefined)).toEqual([]);
	expect(contentOf(subject, present({ records: [], workbook: parts }), first)).toBeUndefined();
});
