/** A review store without a browser: what `storage/review` promises, in maps. */
import { ok, refused } from '../../src/base/result.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { entryId, type ReviewEntry } from '../../src/model/review/entry.ts';
import type { RosterStatement } from '../../src/model/review/roster.ts';
import type { DeviceKeys } from '../../src/review/keys/device-keys.ts';
import type { ReviewStore } from '../../src/review/review-store.ts';

/** What outlives a restart of the device. */
export class ReviewShelf {
	readonly entries = new Map<string, ReviewEntry>();
	readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
	readonly marks = new Map<string, unknown>();
	statements: readonly RosterStatement[] = [];
	reviewId: string;
	/** When the copy was saved that the workbook was opened from. */
	copiedAt: string | undefined;
	readonly keys: DeviceKeys;

	constructor(keys: DeviceKeys, reviewId: string) {
		this.keys = keys;
		this.reviewId = reviewId;
	}
}

/** The store of one opening of the workbook. */
export function reviewStoreOn(shelf: ReviewShelf): ReviewStore {
	let last: Promise<unknown> = Promise.resolve();
	return {
		read() {
			const { keys, reviewId, statements, copiedAt } = shelf;
			const entries = [...shelf.entries.values()];
			return Promise.resolve(ok({ keys, reviewId, statements, entries, copiedAt, unreadable: [] }));
		},
		addEntries(entries) {
			const isContradicted = entries.some((entry) => {
				const stored = shelf.entries.get(entryId(entry));
				return stored && canonicalJson(stored) !== canonicalJson(entry);
			});
			if (isContradicted) return Promise.resolve(refused({ text: 'Another entry stands there.' }));
			for (const entry of entries) shelf.entries.set(entryId(entry), entry);
			return Promise.resolve(ok(undefined));
		},
		setAside(entries) {
			for (const entry of entries) shelf.entries.delete(entryId(entry));
			return Promise.resolve(ok(undefined));
		},
		saveRoster(statements, reviewId) {
			shelf.statements = statements;
			shelf.reviewId = reviewId;
			return Promise.resolve(ok(undefined));
		},
		alone(work) {
			const done = last.then(work);
			last = done.catch(() => undefined);
			return done;
		},
		onElsewhere: () => () => undefined,
		file: (sha256) => Promise.resolve(ok(shelf.files.get(sha256))),
		holdsFile: (sha256) => Promise.resolve(shelf.files.has(sha256)),
		keepFile(sha256, bytes) {
			shelf.files.set(sha256, bytes);
			return Promise.resolve(ok(undefined));
		},
		marksOf: (store) => Promise.resolve(shelf.marks.get(store)),
		saveMarks({ store, marks }) {
			shelf.marks.set(store, marks);
			return Promise.resolve(ok(undefined));
		},
		close: () => undefined,
	};
}
