/** The grid at 10,000 controls × 28 columns in Chromium, beside a bare list of the same texts. */
import { percentile, type BenchCase } from '../measure.ts';
import { BareGestures } from './bare-gestures.ts';
import { scrollFrames } from './frames.ts';
import type { GridStage } from './grid-stage.ts';
import { MainThread } from './main-thread.ts';
import { MatrixGestures } from './matrix-gestures.ts';

const title = 1;
const script = { unit: 'ms script CPU' };
const [step, frames] = [2_000, 60];

/** Opens the bare list; the benches are to be measured in their order. */
export async function gridBenches(stage: GridStage): Promise<readonly BenchCase[]> {
	const { page, barePage, bare } = stage;
	await barePage.bringToFront();
	await barePage.goto(`${bare}/list.html`);
	await barePage.locator('.row').first().waitFor();
	const [ours, theirs] = [await MainThread.of(page), await MainThread.of(barePage)];
	const matrix = new MatrixGestures(page);
	const bareList = new BareGestures(barePage, theirs);
	const bareScroller = barePage.locator('#scroller');
	const perFrame = { runs: 3, reference: 'a bare virtual list of the same texts, scrolled alike' };
	let run = 0;

	return [
		{
			...{ name: 'scroll 2,000 px a frame: work in a frame', unit: 'ms CPU a frame' },
			...{ ...perFrame, target: 4 },
			ours: async () => (await ours.all(() => scrollFrames(matrix.grid, step, frames))) / frames,
			theirs: async () =>
				(await theirs.all(() => scrollFrames(bareScroller, step, frames))) / frames,
		},
		{
			...{ name: 'scroll 2,000 px a frame: p95 of frames', unit: 'ms wall' },
			...{ ...perFrame, target: 4, bar: 33.4 },
			ours: async () => percentile(await scrollFrames(matrix.grid, step, frames), 0.95),
			theirs: async () => percentile(await scrollFrames(bareScroller, step, frames), 0.95),
		},
		{
			...{
				...script,
				name: 'edit: a first letter opens the editor',
				runs: 30,
				target: 2.5,
				bar: 8,
			},
			reference: 'a bare list set anew with one other text',
			async ours() {
				await matrix.goTo(1, title);
				const spent = await ours.script(() => matrix.type(letter(run++)));
				await matrix.leave();
				return spent;
			},
			theirs: () => bareList.paste(texts(run, 1)),
		},
		{
			...{ ...script, name: 'edit: Enter to paint', runs: 30, target: 5, bar: 8 },
			reference: 'a bare list set anew with one other text',
			async ours() {
				await matrix.goTo(1, title);
				await matrix.type(letter(run++));
				return ours.script(() => matrix.enter());
			},
			theirs: () => bareList.paste(texts(run, 1)),
		},
		{
			...{ name: 'edit: frames from Enter to the new text', unit: 'frames', runs: 5 },
			...{ reference: 'the first frame', target: 1, bar: 1 },
			async ours() {
				const text = letter(run++);
				await matrix.goTo(1, title);
				await matrix.type(text);
				return matrix.framesToShow(text, () => matrix.enter());
			},
			theirs: () => Promise.resolve(1),
		},
		{
			...{ ...script, name: 'sort by another column', runs: 9, target: 6, bar: 50 },
			reference: 'a bare list sorted by the same column with <',
			async ours() {
				await matrix.goTo(-1, run++ % 10);
				const spent = await ours.script(() => matrix.enter());
				await matrix.enter();
				await matrix.enter();
				return spent;
			},
			theirs: () => bareList.sort(run % 10),
		},
		{
			...{ ...script, name: 'filter by a letter in a column', runs: 9, target: 6, bar: 50 },
			reference: 'a bare list filtered by the same letter',
			async ours() {
				await matrix.openFilter('Title');
				const spent = await ours.script(() => matrix.type('7'));
				await matrix.clearFilter();
				return spent;
			},
			theirs: () => bareList.filter('7'),
		},
		{
			...{ ...script, name: 'paste 1,000 cells', runs: 9, target: 14, bar: 200 },
			reference: 'a bare list set anew with 1,000 other texts',
			async ours() {
				await matrix.goTo(0, title);
				await matrix.copyFromElsewhere(texts(run++, 500));
				return ours.script(() => matrix.paste());
			},
			theirs: () => bareList.paste(texts(run, 500)),
		},
	];
}

/** Another letter each time, so that each edit changes something. */
function letter(run: number): string {
	return String.fromCharCode(0x61 + (run % 26));
}

/** Two columns of texts, others with each seed. */
function texts(seed: number, rows: number): string[][] {
	return Array.from({ length: rows }, (_, row) => [`Title ${seed}-${row}`, `Text ${seed}-${row}`]);
}
