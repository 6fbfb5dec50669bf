/** An airlock behind a real message channel. */
import type { ToAirlock } from '../../src/review/document/airlock-protocol.ts';
import { serveAirlock, type AirlockPort } from '../../src/review/document/serve-airlock.ts';
import { workerOverChannel, type WorkerOverChannel } from './worker-over-channel.ts';

export type AirlockOverChannel = WorkerOverChannel<ToAirlock>;

/** Starts one worker; `serve` decides what answers in it. */
export function airlockOverChannel(
	serve: (port: AirlockPort) => void = serveAirlock,
): AirlockOverChannel {
	return workerOverChannel(serve);
}
