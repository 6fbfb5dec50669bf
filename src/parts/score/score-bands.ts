/** The bands of a score as marks of a meter (readiness guide, 3.4). */
import { bandWords } from '../../model/readiness/score/score.ts';

export const scoreBands: readonly { readonly from: number; readonly label: string }[] = [
	{ from: 0, label: bandWords.notReady },
	{ from: 0.5, label: bandWords.workToDo },
	{ from: 0.75, label: bandWords.nearly },
	{ from: 0.9, label: bandWords.bookFieldwork },
];
