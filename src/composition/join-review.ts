/** Joining the review of a workbook by an invitation: the workbook comes into this browser with it. */
import type { JoiningPort, JoiningState } from '../features/review/index.ts';
import { Listeners } from '../base/observable.ts';
import { ok, type Result } from '../base/result.ts';
import { RtcCarrier } from '../review/carriers/rtc/rtc-carrier.ts';
import { Joining, type Welcomed } from '../review/hosting/joining.ts';
import { readyAirlockWorker } from '../review/document/start-airlock-worker.ts';
import { createDeviceKeys, identityOf } from '../review/keys/device-keys.ts';
import type { PortProblem, WorkbookId } from '../workbook/ports.ts';
import type { Opening } from './open-workbook.ts';

type Parts = Pick<Opening, 'storage' | 'clock'> & {
	/** Keeps the link for when the workbook is opened. */
	readonly onArrived: (workbook: WorkbookId, rtc: RtcCarrier) => void;
};

/** Answers a pasted invitation under this name. */
export async function beginJoining(
	pasted: string,
	name: string,
	parts: Parts,
): Promise<Result<JoiningPort, PortProblem>> {
	const keys = await parts.storage.deviceKeys(createDeviceKeys);
	if (!keys.ok) return keys;
	const identity = identityOf(keys.value);
	const rtc = new RtcCarrier();
	// Needed the moment this person is let in, which takes people a while.
	warmUp();
	const begun = await Joining.begin(pasted, { identity, name, rtc, at: parts.clock.now() });
	return begun.ok ? ok(new JoiningWorkbook(begun.value, parts)) : begun;
}

function warmUp(): void {
	readyAirlockWorker();
	for (const coming of [import('./open-review.ts'), import('../app/WorkbookScreen.svelte')]) {
		coming.catch(() => undefined);
	}
}

/** A joining whose workbook is stored before anybody hears that it has been welcomed. */
class JoiningWorkbook implements JoiningPort {
	readonly code: string;
	readonly role: JoiningPort['role'];
	readonly expires: string;
	readonly words: readonly string[];
	readonly hostWords: readonly string[];
	readonly #joining: Joining;
	readonly #parts: Parts;
	readonly #listeners = new Listeners();
	#state: JoiningState = { kind: 'answering' };

	constructor(joining: Joining, parts: Parts) {
		const { code, role, expires, words, hostWords } = joining;
		[this.code, this.role, this.expires] = [code, role, expires];
		[this.words, this.hostWords] = [words, hostWords];
		this.#joining = joining;
		this.#parts = parts;
		joining.subscribe(() => void this.#follow());
		void this.#follow();
	}

	get state(): JoiningState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	cancel(): void {
		this.#joining.cancel();
	}

	async #follow(): Promise<void> {
		const { state } = this.#joining;
		if (state.kind !== 'welcomed') {
			this.#turn(state);
			return;
		}
		this.#turn({ kind: 'welcomed' });
		const stored = await workbookOf(state.welcome, this.#parts);
		if (stored.ok) {
			this.#parts.onArrived(stored.value, this.#joining.rtc);
			this.#turn({ kind: 'joined', workbook: stored.value });
		} else {
			this.#turn({
				kind: 'failed',
				why: 'unusable',
				text: stored.problems.map(({ text }) => text).join(' '),
			});
		}
	}

	#turn(state: JoiningState): void {
		this.#state = state;
		this.#listeners.call();
	}
}

/** The workbook that somebody was let into: the one they have of it already, or a new one. */
async function workbookOf(
	{ workbook: name, reviewId, statements }: Welcomed,
	{ storage }: Parts,
): Promise<Result<WorkbookId, PortProblem>> {
	const known = await storage.workbooksOfReview(reviewId);
	if (!known.ok) return known;
	const [first] = known.value;
	const created = first ? undefined : await storage.shelf.create(name.trim() || 'Shared workbook');
	if (created && !created.ok) return created;
	const id = first ?? created?.value.id;
	if (!id) throw new Error('A workbook was neither found nor made');
	const store = await storage.openReview(id, createDeviceKeys);
	try {
		const saved = await store.saveRoster(statements, reviewId);
		return saved.ok ? ok(id) : saved;
	} finally {
		store.close();
	}
}
