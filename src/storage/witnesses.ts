/**
 * A note in localStorage that a workbook exists and how far it was stored. Chromium can empty a
 * damaged IndexedDB database without a sign; localStorage survived that in every trial, so an empty
 * or shortened database is noticed.
 */
import type { WorkbookId } from '../workbook/ports.ts';

export interface Witness {
	readonly name: string;
	/** The highest row key that was acknowledged. */
	readonly lastRow: number;
	/** When that was, ISO 8601. */
	readonly at: string;
}

const prefix = 'readiness-workbook/witness/';

export class Witnesses {
	readonly #storage: Storage | undefined;

	constructor(storage: Storage | undefined) {
		this.#storage = storage;
	}

	read(workbook: WorkbookId): Witness | undefined {
		const text = this.#storage?.getItem(prefix + workbook);
		return text ? parse(text) : undefined;
	}

	/** Every workbook that was ever witnessed and not forgotten. */
	all(): ReadonlyMap<WorkbookId, Witness> {
		const found = new Map<WorkbookId, Witness>();
		for (let index = 0; index < (this.#storage?.length ?? 0); index += 1) {
			const key = this.#storage?.key(index);
			if (!key?.startsWith(prefix)) continue;
			const workbook = key.slice(prefix.length) as WorkbookId;
			const witness = this.read(workbook);
			if (witness) found.set(workbook, witness);
		}
		return found;
	}

	/** Row `row` was acknowledged at `at`. Another tab may have noted a later one already. */
	noteRow(workbook: WorkbookId, row: number, at: string): void {
		const known = this.read(workbook);
		if (known && known.lastRow >= row) return;
		this.#write(workbook, { name: known?.name ?? '', lastRow: row, at });
	}

	noteName(workbook: WorkbookId, name: string, at: string): void {
		const known = this.read(workbook);
		this.#write(workbook, { lastRow: 0, at, ...known, name });
	}

	forget(workbook: WorkbookId): void {
		this.#storage?.removeItem(prefix + workbook);
	}

	#write(workbook: WorkbookId, witness: Witness): void {
		try {
			this.#storage?.setItem(prefix + workbook, JSON.stringify(witness));
		} catch {
			// localStorage is full. What was acknowledged is stored all the same; only the alarm for an
			// emptied database is weaker, and the snapshots raise it too.
		}
	}
}

function parse(text: string): Witness | undefined {
	try {
		const { name, lastRow, at } = JSON.parse(text) as Partial<Record<keyof Witness, unknown>>;
		if (typeof lastRow !== 'number' || typeof at !== 'string') return undefined;
		return { name: typeof name === 'string' ? name : '', lastRow, at };
	} catch {
		// Not ours or damaged: as good as no witness.
		return undefined;
	}
}
