/** The worker of the write-back bench: does the work of either side and tells how far it is. */
import { parentPort } from 'node:worker_threads';
import * as XLSX from 'xlsx';
import type { Change } from '../../src/exchange/write-back/change.ts';
import { writeBack } from '../../src/exchange/write-back/write-back.ts';

export type WriteBackTask =
	| { readonly side: 'ours'; readonly bytes: Uint8Array; readonly changes: readonly Change[] }
	| { readonly side: 'theirs'; readonly bytes: Uint8Array };

export type WriteBackAnswer =
	| { readonly kind: 'progress'; readonly fraction: number }
	/** The file, and how many cells were written into it. */
	| { readonly kind: 'done'; readonly bytes: Uint8Array; readonly written: number };

const say = (answer: WriteBackAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (task: WriteBackTask) => {
	if (task.side === 'theirs') {
		const book = XLSX.read(task.bytes, { dense: true });
		const bytes: unknown = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true });
		say({ kind: 'done', bytes: new Uint8Array(bytes as ArrayBuffer), written: 0 });
		return;
	}
	const watch = {
		progress: (fraction: number) => say({ kind: 'progress', fraction }),
		aborted: () => false,
	};
	void writeBack(task.bytes, task.changes, 'file.xlsx', watch).then((outcome) => {
		const { bytes, written } = outcome.ok ? outcome.value : { bytes: task.bytes, written: [] };
		say({ kind: 'done', bytes, written: written.length });
	});
});
