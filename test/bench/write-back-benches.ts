/** Edits written back into a large file of somebody else, in a worker that tells its progress. */
import { Worker } from 'node:worker_threads';
import type { Change } from '../../src/exchange/write-back/change.ts';
import { largeWorkbook } from '../support/sheet-large.ts';
import { cpuOf, type BenchCase } from './measure.ts';
import type { WriteBackAnswer, WriteBackTask } from './write-back-worker.ts';

export function writeBackBenches(): readonly BenchCase[] {
	const bytes = largeWorkbook(10_000);
	const changes = scatteredEdits(500);
	const worker = new Worker(new URL('./start-worker.mjs', import.meta.url));
	// The bench ends with its last case, and the worker with it.
	worker.unref();
	return [
		{
			name: 'write 500 edits back into an .xlsx of 10,000 rows × 18 columns, in a worker',
			reference: 'SheetJS 0.20.3 reading and writing the same file in the same worker',
			target: 0.3,
			unit: 'ms CPU',
			runs: 5,
			ours: cpuOf(async () => {
				const { written, signs } = await inWorker(worker, { side: 'ours', bytes, changes });
				if (written !== changes.length) throw new Error('Not every edit was written.');
				if (signs < 3) throw new Error('The worker told too little of its progress.');
			}),
			theirs: cpuOf(() => inWorker(worker, { side: 'theirs', bytes })),
		},
	];
}

/** How many cells were written, and how often the worker told how far it is. */
function inWorker(
	worker: Worker,
	task: WriteBackTask,
): Promise<{ readonly written: number; readonly signs: number }> {
	return new Promise((resolve, reject) => {
		let signs = 0;
		const onMessage = (answer: WriteBackAnswer): void => {
			if (answer.kind === 'progress') {
				signs += 1;
				return;
			}
			worker.off('message', onMessage).off('error', reject);
			resolve({ written: answer.written, signs });
		};
		worker.on('message', onMessage).once('error', reject);
		worker.postMessage(task);
	});
}

/** Edits all over a sheet, in columns of text. */
function scatteredEdits(count: number): readonly Change[] {
	return Array.from({ length: count }, (_, at) => ({
		sheet: 'Controls',
		cell: `${'BCEN'.charAt(at % 4)}${2 + at * 20}`,
		value: `Edited in the readiness workbook, ${at}`,
	}));
}
