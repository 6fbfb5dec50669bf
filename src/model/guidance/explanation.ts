/** A short text for the place where its question arises; fits the props of ui/overlays/Explain. */
import type { TextBlock } from '../../base/text-blocks.ts';

export interface Explanation {
	readonly title: string;
	readonly blocks: readonly TextBlock[];
}
