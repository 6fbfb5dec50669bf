/**
 * An article of the guidance: a short text that answers one question of somebody new to SOC 2. All
 * texts are our own words; where practice differs between CPA firms, they say so.
 */
import type { TextBlock } from '../../base/text-blocks.ts';
import type { Ask } from './asks.ts';

export type ArticleGroup =
	| 'The road'
	| 'Reports and roles'
	| 'Scope'
	| 'Criteria and controls'
	| 'Evidence'
	| 'Gaps and score'
	| 'Examination and report'
	| 'Working together';

export interface Article {
	/** Words with hyphens; stands in addresses, so it never changes. */
	readonly id: string;
	readonly group: ArticleGroup;
	readonly title: string;
	/** The title where it stands under the name of its group; the title itself if left out. */
	readonly short?: string;
	/** One sentence that answers the question for who reads no further. */
	readonly summary: string;
	/** What people may type who look for it and do not know its title. */
	readonly keywords: readonly string[];
	/** Where in the workbook its question arises. */
	readonly asks?: readonly Ask[];
	readonly blocks: readonly TextBlock[];
	/** Ids of articles to read next. */
	readonly related: readonly string[];
}
