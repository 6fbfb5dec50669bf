/** Puts the services of the app together from the storage of the browser. */
import type { Services } from '../app/services.ts';
import { startExchangeWorker } from '../exchange/worker/start-exchange-worker.ts';
import type { KeptActor } from './actor.ts';
import { openWorkbook, type Opening } from './open-workbook.ts';
import { createShelfPort } from './shelf-port.ts';

export function createServices(
	opening: Omit<Opening, 'arrivals'> & { readonly actor: KeptActor },
): Services {
	const { storage, clock, onProblem } = opening;
	const arrivals: Opening['arrivals'] = new Map();
	return {
		clock,
		person: opening.actor,
		shelf: createShelfPort(storage, onProblem),
		profiles: {
			async find(fingerprint) {
				const recalled = await storage.layouts.recall(fingerprint);
				if (!recalled.ok) onProblem(recalled.problems.map(({ text }) => text).join(' '));
				return recalled.ok ? recalled.value : undefined;
			},
			async remember(fingerprint, profile) {
				const kept = await storage.layouts.remember(fingerprint, profile);
				if (!kept.ok) onProblem(kept.problems.map(({ text }) => text).join(' '));
			},
		},
		openWorkbook: (id) => openWorkbook(id, { ...opening, arrivals }),
		async openCopy(copy) {
			const { openCopy } = await import('./open-copy.ts');
			return openCopy(copy, storage);
		},
		async beginJoining(pasted, name) {
			const { beginJoining } = await import('./join-review.ts');
			const onArrived = arrivals.set.bind(arrivals);
			return beginJoining(pasted, name, { storage, clock, onArrived });
		},
		startExchangeWorker,
	};
}
