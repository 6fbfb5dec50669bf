/** A history worker behind a real message channel. */
import type { ToHistory } from '../../src/review/history/history-protocol.ts';
import { serveHistory, type HistoryPort } from '../../src/review/history/serve-history.ts';
import { workerOverChannel, type WorkerOverChannel } from './worker-over-channel.ts';

export type HistoryOverChannel = WorkerOverChannel<ToHistory>;

export function startHistoryHere(): Promise<HistoryOverChannel> {
	return Promise.resolve(historyOverChannel());
}

/** Starts one worker; `serve` decides what answers in it. */
export function historyOverChannel(
	serve: (port: HistoryPort) => void = serveHistory,
): HistoryOverChannel {
	return workerOverChannel(serve);
}
