import { describe, expect, it } from 'vitest';
import { guessHeight } from '../../../../src/ui/grid/rows/guess-height.ts';

const oneLine = 29;

describe('guessing how high rows are', () => {
	it('takes the cell with the most lines, up to those a cell shows', () => {
		const short = { text: 'AC-01', width: 110 };
		const long = { text: 'word '.repeat(100), width: 337 };
		expect(guessHeight([[short]], 8)).toBe(oneLine);
		expect(guessHeight([[short, long]], 99)).toBe(10 * 18 + 11);
		expect(guessHeight([[short, long]], 8)).toBe(8 * 18 + 11);
		expect(guessHeight([[{ text: 'a\nb\n\nc', width: 110 }]], 8)).toBe(4 * 18 + 11);
	});

	it('is the mean of the first dozen rows, and looks at no more', () => {
		let asked = 0;
		function* rows() {
			for (;;) {
				asked += 1;
				yield [{ text: asked % 2 === 0 ? 'a\nb' : 'a', width: 110 }];
			}
		}
		expect(guessHeight(rows(), 8)).toBe(oneLine + 9);
		expect(asked).toBe(12);
	});

	it('knows nothing of no rows, and bears columns narrower than a letter', () => {
		expect(guessHeight([], 8)).toBeUndefined();
		expect(guessHeight([[{ text: 'abc', width: 4 }]], 8)).toBe(3 * 18 + 11);
	});
});
