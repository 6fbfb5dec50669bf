/** Why a file of frames is not taken: what is wrong, and what to do now. Nothing is ever taken in part. */
import { grouped } from '../../../base/counted.ts';
import { bundleLimits } from './bundle-header.ts';

export interface BundleProblem {
	readonly kind:
		| 'empty'
		| 'cut-off'
		| 'damaged'
		| 'foreign'
		| 'newer'
		| 'oversized'
		/** The browser could not read it: it was moved, changed or taken away meanwhile. */
		| 'gone';
	readonly text: string;
}

const again = 'Nothing was taken from it. Ask for the file again.';

export const bundleProblems = {
	empty: {
		kind: 'empty',
		text: 'The file is empty: it did not arrive. Ask for it again.',
	},
	damaged: {
		kind: 'damaged',
		text: `The file was changed or damaged on its way. ${again}`,
	},
	foreign: {
		kind: 'foreign',
		text: 'This is no review file of Readiness Workbook. Review files end in .review: ask the sender which file was meant.',
	},
	spreadsheet: {
		kind: 'foreign',
		text: 'This is a spreadsheet or an archive, not a review file. To bring in a spreadsheet, use Import. Review files end in .review.',
	},
	newer: {
		kind: 'newer',
		text: 'The file was made by a newer version of this program. Close all tabs of the program, open it again to get the newest version, then open the file again.',
	},
	oversized: {
		kind: 'oversized',
		text: `The file says it holds more than a review file may (${grouped(bundleLimits.frames)} pieces, 2 GB). Nothing was taken from it. Ask the sender for a file made by this program.`,
	},
	gone: {
		kind: 'gone',
		text: 'The file could not be read: it was moved, changed or its drive was taken away. Nothing was taken from it. Choose the file again.',
	},
} as const satisfies Record<string, BundleProblem>;

/** `have` of `expected` bytes are here. */
export function cutOff(have: number, expected: number): BundleProblem {
	const percent = Math.floor((100 * have) / expected);
	return {
		kind: 'cut-off',
		text: `The file is cut off: only ${percent} % of it arrived. ${again}`,
	};
}
