import { expect, test } from 'vitest';
import { plainText } from '../../../src/base/text-blocks.ts';
import { commonGapById } from '../../../src/model/catalog/common-gaps.ts';
import { evidenceTypeById } from '../../../src/model/catalog/evidence-types.ts';
import { bySeries } from '../../../src/model/guidance/reference/by-series.ts';
import {
	explainCommonGap,
	firstReportGapsArticle,
} from '../../../src/model/guidance/reference/common-gaps.ts';
import { explainEvidenceType } from '../../../src/model/guidance/reference/evidence-kinds.ts';
import { sentence } from '../../../src/model/guidance/sentence.ts';

test('entries stand under the series they mostly support, those of none first', () => {
	const entry = (id: string, ...criteria: readonly string[]) => ({ id, criteria });
	const series = bySeries(
		[
			entry('mostly CC6', 'CC1.1', 'CC6.1', 'CC6.2'),
			entry('a tie', 'CC1.1', 'CC6.1'),
			entry('of all'),
			entry('unknown', 'CC99.1'),
		],
		'Elsewhere',
	);
	expect(
		series.map(({ title, entries }) => [title.split(' ')[0], entries.map(({ id }) => id)]),
	).toEqual([
		['Elsewhere', ['of all', 'unknown']],
		['CC1', ['a tie']],
		['CC6', ['mostly CC6']],
	]);
});

test('a kind of evidence says how fresh it must be, and what comes with a list', () => {
	const restore = evidenceTypeById('ev-restore-test');
	const leavers = evidenceTypeById('ev-leaver-list');
	expect(restore && plainText(explainEvidenceType(restore).blocks)).toMatch(
		/at most 365 days old\.\nIt commonly supports CC7\.5, A1\.2/,
	);
	const explained = leavers && plainText(explainEvidenceType(leavers).blocks);
	expect(explained).toContain('It begins with a complete list');
	expect(explained).toContain('Completeness: ');
});

test('a common gap says how it shows and what closes it', () => {
	const gap = commonGapById('gap-restore-untested');
	expect(gap && explainCommonGap(gap).title).toBe('Restore or recovery never tested');
	expect(gap && plainText(explainCommonGap(gap).blocks)).toContain('What closes it\nRun a test');
});

test('the gaps of a first report are the eight that guides name', () => {
	const [, block] = firstReportGapsArticle.blocks;
	expect(block?.kind === 'table' && block.rows).toHaveLength(8);
});

test('a clause becomes a sentence', () => {
	expect(sentence('no record')).toBe('No record.');
	expect(sentence('no record', 'lower')).toBe('no record.');
	expect(sentence('Is it so?')).toBe('Is it so?');
});
