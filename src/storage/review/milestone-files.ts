/** The bytes that milestones name, by their SHA-256, for one workbook. */
import { ok, refused, type Result } from '../../base/result.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import { sha256 } from '../digest.ts';
import type { ShelfDatabase } from '../shelf/shelf-database.ts';
import type { StorageProblem } from '../storage-problem.ts';
import { inListedReview } from './review-tables.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export class MilestoneFiles {
	readonly #db: ShelfDatabase;
	readonly #workbook: WorkbookId;

	constructor(db: ShelfDatabase, workbook: WorkbookId) {
		this.#db = db;
		this.#workbook = workbook;
	}

	/** Undefined where they are not here; a problem where they are not what was kept. */
	async get(digest: string): Promise<Result<Bytes | undefined, StorageProblem>> {
		const found = await this.#db.attempt('The milestone cannot be shown. Try again.', async () => {
			const row = await this.#db.reviewFiles.get([this.#workbook, digest]);
			return { bytes: row?.bytes, isWhole: !row || (await sha256(row.bytes)) === digest };
		});
		if (!found.ok) return found;
		return found.value.isWhole ? ok(found.value.bytes) : refused(damaged(digest));
	}

	/** Whether they are here, without reading megabytes; false where nobody can tell. */
	async holds(digest: string): Promise<boolean> {
		const found = await this.#db.attempt('The milestone cannot be looked for. Try again.', () =>
			this.#db.reviewFiles.where('[workbook+sha256]').equals([this.#workbook, digest]).count(),
		);
		return found.ok && found.value > 0;
	}

	/** Keeps them in the place of damaged ones too. */
	async keep(digest: string, bytes: Bytes): Promise<Result<void, StorageProblem>> {
		if ((await sha256(bytes)) !== digest) return refused(damaged(digest));
		const row = { workbook: this.#workbook, sha256: digest, bytes };
		return inListedReview(this.#db, this.#workbook, notKept, async () => {
			await this.#db.reviewFiles.put(row);
		});
	}
}

const notKept = 'The milestone was not kept. Try again.';

function damaged(digest: string): StorageProblem {
	return {
		reason: 'other',
		text: 'The bytes of this milestone are damaged. Another member may have them whole.',
		detail: `SHA-256 ${digest}`,
	};
}
