/** How far controls reach a requirement, in words. */
import type { Reach } from '../../../model/rules/crosswalk/coverage.ts';

export const reachWords: Readonly<Record<Reach, string>> = {
	strong: 'Strong',
	partial: 'Partial',
	none: 'Not reached',
};

export const reachChoices: readonly string[] = Object.values(reachWords);
