import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/base/text-blocks.ts';
import { commonGaps } from '../../../src/model/catalog/common-gaps.ts';
import { criterionById } from '../../../src/model/catalog/criteria.ts';
import { evidenceTypes } from '../../../src/model/catalog/evidence-types.ts';
import { articleById, articleGroups, articles } from '../../../src/model/guidance/articles.ts';
import { asks } from '../../../src/model/guidance/asks.ts';
import { articleAbout, explain } from '../../../src/model/guidance/explain.ts';
import { commonGapsArticle } from '../../../src/model/guidance/reference/common-gaps.ts';
import { evidenceKindsArticle } from '../../../src/model/guidance/reference/evidence-kinds.ts';
import { articleOfStep } from '../../../src/model/guidance/road/road-step.ts';
import { roadSteps } from '../../../src/model/guidance/road/road.ts';
import { writtenArticles } from '../../../src/model/guidance/written-articles.ts';

const textOf = ({ title, summary, blocks }: (typeof articles)[number]): string =>
	[title, summary, plainText(blocks)].join('\n');

describe('the articles of the guidance', () => {
	test('have ids of their own that stand in addresses', () => {
		const ids = articles.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
		expect(ids.length).toBeGreaterThanOrEqual(writtenArticles.length + 3);
		for (const article of articles) expect(articleById(article.id)).toBe(article);
		expect(articleById('no-such-article')).toBeUndefined();
	});

	test('stand in groups, none of them empty', () => {
		expect([...new Set(articles.map(({ group }) => group))]).toEqual(articleGroups);
	});

	test('lead on only to others that exist', () => {
		for (const { id, related } of articles) {
			expect(related.length).toBeGreaterThan(0);
			expect(related).not.toContain(id);
			expect(related.filter((other) => !articleById(other))).toEqual([]);
		}
	});

	test.each(writtenArticles)('are short: $id', (article) => {
		const words = plainText(article.blocks).split(/\s+/).length;
		expect(words).toBeGreaterThanOrEqual(60);
		// That of the promises says them in their exact words.
		expect(words).toBeLessThanOrEqual(article.id === 'review-promises' ? 320 : 250);
		expect(article.summary.split(/\s+/).length).toBeLessThanOrEqual(30);
		expect(article.summary).toMatch(/\.$/);
	});

	test.each(articles)('keep to the words of the field: $id', (article) => {
		const text = textOf(article);
		expect(text).not.toMatch(/\b(compliant|recertif\w*|accredited|control objectives?)\b/i);
		expect(text).not.toMatch(/!|\bGAPP\b|trust services principles/i);
	});

	test('name only criteria that exist', () => {
		const named = articles.flatMap(
			(article) => textOf(article).match(/\b(?:CC|A|C|PI|P)\d\.\d+\b/g) ?? [],
		);
		expect(named.filter((id) => !criterionById(id))).toEqual([]);
	});

	test('have tables whose rows are as long as their heads', () => {
		for (const block of articles.flatMap(({ blocks }) => blocks)) {
			if (block.kind !== 'table') continue;
			expect(block.rows.filter((row) => row.length !== block.columns.length)).toEqual([]);
		}
	});
});

describe('the places where a question arises', () => {
	test.each(asks)('%s is answered by one article that was written for it', (ask) => {
		expect(writtenArticles.filter((article) => article.asks?.includes(ask))).toHaveLength(1);
		const article = articleAbout(ask);
		expect(article.asks).toContain(ask);
		const [first, ...rest] = explain(ask).blocks;
		expect(first && plainText([first])).toBe(article.summary);
		expect(rest).toEqual(article.blocks);
	});
});

test('each step of the road has its article', () => {
	expect(roadSteps.map(({ id }) => id)).toEqual([
		...['scope', 'assessment', 'remediation', 'type-1', 'period'],
		...['requests', 'walkthroughs', 'samples', 'exceptions'],
		...['draft', 'assertion', 'report', 'share', 'bridge-letter', 'next-period'],
	]);
	for (const { id, title } of roadSteps) expect(articleById(articleOfStep(id))?.title).toBe(title);
});

describe('what is made of the catalogue', () => {
	const namesOf = ({ blocks }: (typeof articles)[number]): readonly (string | undefined)[] =>
		blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(([name]) => name) : []));

	test('every kind of evidence is there once', () => {
		expect(namesOf(evidenceKindsArticle).toSorted()).toEqual(
			evidenceTypes.map(({ label }) => label).toSorted(),
		);
	});

	test('every common gap is there once', () => {
		expect(namesOf(commonGapsArticle).toSorted()).toEqual(
			commonGaps.map(({ label }) => label).toSorted(),
		);
	});
});
