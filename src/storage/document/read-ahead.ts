/**
 * The values of one workbook, read while the program itself is still on its way: the first script
 * begins it, and needs next to nothing for it. Whoever opens that workbook takes them, once.
 */
import type { WorkbookId } from '../../workbook/ports.ts';
import { isLaidOut } from './database-layout.ts';
import { readValues, type StoredValues } from './stored-values.ts';

export interface AheadOfTime {
	readonly db: IDBDatabase;
	readonly values: StoredValues;
	/** Another tab needed the database closed, or the browser closed it. */
	readonly isClosed: () => boolean;
}

export class ReadAhead {
	readonly #workbook: WorkbookId;
	#coming: Promise<AheadOfTime | undefined> | undefined;

	/** Begins at once. Where there is no database none is made, and there is nothing to take. */
	constructor(workbook: WorkbookId) {
		this.#workbook = workbook;
		// Whatever stands in the way is met again, and told, where the workbook is opened.
		this.#coming = read(workbook).catch(() => undefined);
	}

	/** What was read, to be used at once; undefined where it was taken before or is of another workbook. */
	async take(workbook: WorkbookId): Promise<AheadOfTime | undefined> {
		const coming = this.#coming;
		this.#coming = undefined;
		const ahead = await coming;
		if (workbook === this.#workbook && !ahead?.isClosed()) return ahead;
		ahead?.db.close();
		return undefined;
	}
}

async function read(workbook: WorkbookId): Promise<AheadOfTime | undefined> {
	const db = await openExisting(workbook);
	if (!isLaidOut(db)) {
		db.close();
		return undefined;
	}
	let isClosed = false;
	const close = (): void => {
		isClosed = true;
		db.close();
	};
	db.onversionchange = close;
	db.onclose = close;
	return { db, values: await readValues(db), isClosed: () => isClosed };
}

function openExisting(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		// A database whose making is called off was never there (W3C IndexedDB 3.0, 5.8).
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new DOMException('No answer', 'AbortError'));
	});
}
