/** Starts the worker that talks to a relay, in a browser. */
import type { StartRelayWorker } from './relay-carrier.ts';

/**
 * Undefined in the build that is a single file: its workers come from the page itself and inherit the
 * policy that lets it connect to nobody (connect-src 'none').
 */
export const startRelayWorker: StartRelayWorker | undefined =
	import.meta.env.MODE === 'single'
		? undefined
		: () => new Worker(new URL('./relay.worker.ts', import.meta.url), { name: 'relay' });
