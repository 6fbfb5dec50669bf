/** The gaps that readiness work often finds: those that hurt a first report most, and all of them. */
import { heading, paragraph, table, terms, type TextBlock } from '../../../base/text-blocks.ts';
import { commonGaps, type CommonGap } from '../../catalog/common-gaps.ts';
import type { Article } from '../article.ts';
import type { Explanation } from '../explanation.ts';
import { bySeries } from './by-series.ts';
import { sentence } from '../sentence.ts';

/** How a common gap shows, and what closes it. */
export function explainCommonGap(gap: CommonGap): Explanation {
	return {
		title: gap.label,
		blocks: [
			terms(
				['It shows when', sentence(gap.signal)],
				['What closes it', sentence(gap.fix)],
				['Usually', `a gap of ${gap.kind}, of ${gap.severity} severity`],
			),
		],
	};
}

/** Each gap with what gives it away and what closes it. */
function lookedUp(caption: string, gaps: readonly CommonGap[]): TextBlock {
	return table(
		caption,
		['Gap', 'What gives it away', 'What closes it'],
		...gaps.map(({ label, signal, fix }) => [label, signal, fix]),
	);
}

/** Those that guides for a first report name again and again. */
export const firstReportGapsArticle: Article = {
	id: 'first-report-gaps',
	group: 'Gaps and score',
	title: 'The gaps that most often hurt a first report',
	summary:
		'Late evidence, uneven access reviews, leavers with access, changes without approval, and four more.',
	keywords: ['common gaps', 'typical mistakes', 'first audit', 'pitfalls'],
	blocks: [
		paragraph('Guides for a first report name these eight again and again. Look for them first.'),
		lookedUp(
			'Eight gaps',
			commonGaps.filter(({ basis }) => basis === 'guides'),
		),
	],
	related: ['common-gaps', 'kinds-of-gap', 'safe-start'],
};

/** All of them, under the series of criteria they touch most. */
export const commonGapsArticle: Article = {
	id: 'common-gaps',
	group: 'Gaps and score',
	title: 'Common gaps to look up',
	summary: `${commonGaps.length} gaps that readiness work often finds, by criteria: how each shows and what closes it.`,
	keywords: ['reference', 'gap list', ...commonGaps.map(({ label }) => label)],
	blocks: bySeries(commonGaps, 'The whole engagement').flatMap(({ id, title, entries }) => [
		heading(title),
		lookedUp(`Gaps of ${id ?? 'the engagement'}`, entries),
	]),
	related: ['first-report-gaps', 'kinds-of-gap', 'closing-a-gap'],
};
