/**
 * Answers the page's questions to the history, inside the worker: holds a copy of the workbook as it is
 * and the milestones that were opened last.
 */
import * as Y from 'yjs';
import { registerOfId } from '../../model/registers/registers.ts';
import { compareWithPeople } from '../../workbook/compare-workbooks.ts';
import { contentDigest } from '../../workbook/content-digest.ts';
import { createDocument } from '../../workbook/document.ts';
import { openSnapshot, readingCopy, takeSnapshot } from '../../workbook/milestones.ts';
import type { RecordChange } from '../../workbook/record-change.ts';
import { whatRestores, type RecordToRestore } from '../../workbook/restoring.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { sha256 } from '../keys/hash.ts';
import { whySnapshotIsNone } from './check-snapshot.ts';
import { now, type HistoryQuestion, type HistoryTalk, type StateName } from './history-protocol.ts';

type Answer<Key extends HistoryQuestion> = HistoryTalk[Key]['answer'];
type Handlers = {
	readonly [Key in HistoryQuestion]: (
		ask: HistoryTalk[Key]['ask'],
	) => Answer<Key> | Promise<Answer<Key>>;
};

/** As many as are compared at once; each takes the memory of a whole workbook. */
const mostOpen = 2;

export class HistoryDesk {
	readonly #doc = createDocument();
	/** Made when first asked for: tables read a document that is there quicker than one that comes. */
	#present: Workbook | undefined;
	readonly #opened = new Map<string, Workbook>();
	#compared: readonly Workbook[] = [];
	#changes: readonly RecordChange[] = [];
	#toRestore: readonly RecordToRestore[] = [];

	readonly handlers: Handlers = {
		reached: () => Y.encodeStateVector(this.#doc) as Uint8Array<ArrayBuffer>,
		bring: ({ update }) => {
			Y.applyUpdate(this.#doc, update);
		},
		isOpen: ({ milestone }) => {
			const workbook = this.#opened.get(milestone);
			if (!workbook) return false;
			// It is wanted next: others are let go of first.
			this.#opened.delete(milestone);
			this.#opened.set(milestone, workbook);
			return true;
		},
		open: ({ milestone, bytes }) => {
			const problem = whySnapshotIsNone(bytes);
			if (problem !== undefined) return problem;
			this.#makeRoom();
			this.#opened.set(milestone, openSnapshot(bytes));
			return undefined;
		},
		name: async () => {
			const workbook = this.#state(now);
			const bytes = takeSnapshot(workbook);
			const { whole: content } = await contentDigest(workbook.doc);
			const controls = workbook.controls.all().filter(({ retired }) => !retired).length;
			return { bytes, snapshot: await sha256(bytes), content, controls };
		},
		compare: ({ from, to }) => {
			const [older, newer] = [this.#state(from), this.#state(to)];
			this.#compared = [newer, older];
			this.#changes = compareWithPeople(older, newer);
			return this.#changes.length;
		},
		changes: ({ from, to }) => this.#changes.slice(from, to),
		restore: ({ milestone }) => {
			this.#toRestore = whatRestores(this.#state(now), this.#state(milestone));
			return this.#toRestore.length;
		},
		restored: ({ from, to }) => this.#toRestore.slice(from, to),
		records: ({ ids }) =>
			ids.flatMap((id) => {
				const register = registerOfId(id)?.name;
				const found =
					register && this.#compared.map(({ registers }) => registers.of(register).get(id));
				return found?.find(Boolean) ?? [];
			}),
	};

	#state(name: StateName): Workbook {
		if (name === now) return (this.#present ??= readingCopy(this.#doc));
		const opened = this.#opened.get(name);
		if (!opened) throw new Error('This milestone is not open');
		return opened;
	}

	#makeRoom(): void {
		for (const [milestone, workbook] of this.#opened) {
			if (this.#opened.size < mostOpen) return;
			workbook.destroy();
			this.#opened.delete(milestone);
		}
	}
}
