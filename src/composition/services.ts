/** Puts the services of the app together from the storage of the browser. */
import { ok, type Result } from '../base/result.ts';
import type { Services } from '../app/services.ts';
import { startExchangeWorker } from '../exchange/worker/start-exchange-worker.ts';
import { readCopy } from '../storage/copy-file.ts';
import type { PortProblem, WorkbookId } from '../workbook/ports.ts';
import type { KeptActor } from './actor.ts';
import { openWorkbook, type Opening } from './open-workbook.ts';
import { createShelfPort } from './shelf-port.ts';

export function createServices(
	opening: Opening & { readonly actor: KeptActor },
	onProblem: (text: string) => void,
): Services {
	const { storage, clock } = opening;
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
		openWorkbook: (id) => openWorkbook(id, opening),
		openCopy: (bytes) => openCopy(bytes, opening),
		startExchangeWorker,
	};
}

/** Lists a workbook once its content is stored, so that a full disk leaves no empty one behind. */
async function openCopy(
	bytes: Uint8Array,
	{ storage }: Opening,
): Promise<Result<WorkbookId, PortProblem>> {
	const copy = await readCopy(bytes);
	if (!copy.ok) return copy;
	const created = await storage.shelf.create(copy.value.name);
	if (!created.ok) return created;
	const { id, name } = created.value;
	const opened = await storage.openDocument(id, copy.value.doc);
	const last = opened.ok ? await opened.value.close() : undefined;
	if (last?.kind === 'saved') return ok(id);
	await storage.deleteForGood(id, name);
	const text = last?.kind === 'failed' ? last.text : 'The copy could not be stored.';
	return opened.ok ? { ok: false, problems: [{ text }] } : opened;
}
