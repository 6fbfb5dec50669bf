/** A file as where frames come from: nothing can be sent to it. */
import type { Carrier } from '../../carrier.ts';

export const fileSource: Carrier = {
	kind: 'bundle',
	keeps: 'store',
	start: () => Promise.resolve(),
	send: () => Promise.reject(new Error('A file that came takes nothing')),
	stop: () => Promise.resolve(),
};
