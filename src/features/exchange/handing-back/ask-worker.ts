/** Has the worker make the file that goes back: its bytes, and what became of every cell. */
import type { HandBackChoices } from '../../../exchange/hand-back/order.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { Exchange } from '../../../exchange/worker/protocol.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import type { SourceFilesPort } from '../../../workbook/ports.ts';
import type { SourceWorkbook } from '../source-workbook.ts';
import { gatherOrder } from './gather-order.ts';

/** How far the worker is: a fraction from 0 to 1 and what is being done. */
export interface Headway {
	readonly fraction: number | undefined;
	readonly what: string;
}

export type Asked =
	| { readonly kind: 'done'; readonly answer: Exchange['handBack']['answer'] }
	| { readonly kind: 'stopped' }
	/** The file's bytes are not here. */
	| { readonly kind: 'missing'; readonly text: string }
	/** The file cannot be filled in; `again`: it could where it is tried once more. */
	| { readonly kind: 'refused'; readonly text: string; readonly again: boolean };

interface Asking {
	readonly workbook: LiveWorkbook;
	readonly files: SourceFilesPort;
	readonly client: ExchangeClient;
	readonly signal: AbortSignal;
	readonly onheadway: (headway: Headway) => void;
}

/** Never rejects. The worker is ended once it has answered: it holds the whole file. */
export async function askWorker(
	file: SourceWorkbook,
	addTo: ImportId | undefined,
	choices: HandBackChoices,
	{ workbook, files, client, signal, onheadway }: Asking,
): Promise<Asked> {
	const isStopped = (): boolean => signal.aborted;
	onheadway({ fraction: undefined, what: 'Opening the file' });
	const bytes = await files.read(file.sha256);
	if (isStopped()) return { kind: 'stopped' };
	if (!bytes.ok) {
		return { kind: 'missing', text: bytes.problems.map(({ text }) => text).join(' ') };
	}
	const order = gatherOrder(workbook, file, bytes.value, addTo, choices);
	const asked = await client.ask('handBack', order, {
		signal,
		onprogress: (fraction, what) => onheadway({ fraction, what }),
	});
	if (isStopped()) return { kind: 'stopped' };
	client.close();
	if (asked.ok) return { kind: 'done', answer: asked.value };
	const [problem] = asked.problems;
	if (!problem || problem.kind === 'cancelled') return { kind: 'stopped' };
	return { kind: 'refused', text: problem.text, again: problem.kind !== 'refused' };
}
