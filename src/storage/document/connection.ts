/**
 * The connection to a workbook's database: opened with a limit to waiting, given up when another
 * tab or the browser closes it, and opened again on demand.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import { patience } from '../patience.ts';
import type { Timer } from '../platform.ts';
import { problemOf, storageProblem, type StorageProblem } from '../storage-problem.ts';
import { isLaidOut, layOut } from './database-layout.ts';

export class DocumentConnection {
	readonly #name: string;
	readonly #timer: Timer;
	readonly #onDoubt: () => void;
	#db: IDBDatabase | undefined;
	#doubtful = false;

	/** `onDoubt` is called when the database was or may have been removed under an open connection. */
	constructor(name: string, timer: Timer, onDoubt: () => void) {
		this.#name = name;
		this.#timer = timer;
		this.#onDoubt = onDoubt;
	}

	get db(): IDBDatabase | undefined {
		return this.#db;
	}

	/** True after an opening that found the database new, or that followed a doubtful closing. */
	get mayBeEmptied(): boolean {
		return this.#doubtful;
	}

	/** The content was written anew, or seen to be there. */
	trust(): void {
		this.#doubtful = false;
	}

	/** `whatToDo` ends the text of a problem. */
	async open(whatToDo: string): Promise<Result<IDBDatabase, StorageProblem>> {
		const opened = await openDatabase(this.#name, this.#timer, { whatToDo, mayMake: true });
		return opened.ok ? ok(this.#hold(opened.value)) : opened;
	}

	/** Opens the database where there is one; makes none and answers undefined where there is none. */
	async openExisting(whatToDo: string): Promise<Result<IDBDatabase | undefined, StorageProblem>> {
		const opened = await openDatabase(this.#name, this.#timer, { whatToDo, mayMake: false });
		if (opened.ok) return ok(this.#hold(opened.value));
		return opened.problems.includes(noDatabase) ? ok(undefined) : opened;
	}

	/** Goes on with a database that was opened before. */
	adopt(db: IDBDatabase): void {
		this.#hold({ db, created: false });
	}

	#hold({ db, created }: Opened): IDBDatabase {
		if (created) this.#doubtful = true;
		db.onversionchange = (event) => this.#lose(db, event.newVersion === null);
		db.onclose = () => this.#lose(db, true);
		this.#db = db;
		return db;
	}

	/** Gives the connection up; the next write opens a new one. */
	close(): void {
		this.#db?.close();
		this.#db = undefined;
	}

	#lose(db: IDBDatabase, doubtful: boolean): void {
		if (this.#db !== db) return;
		this.close();
		if (!doubtful) return;
		this.#doubtful = true;
		this.#onDoubt();
	}
}

interface Opened {
	readonly db: IDBDatabase;
	readonly created: boolean;
}

const noDatabase: StorageProblem = {
	reason: 'other',
	text: 'There is no database of this workbook.',
	detail: '',
};

function openDatabase(
	name: string,
	timer: Timer,
	{ whatToDo, mayMake }: { readonly whatToDo: string; readonly mayMake: boolean },
): Promise<Result<Opened, StorageProblem>> {
	return new Promise((resolve) => {
		let created = false;
		let givenUp = false;
		let request: IDBOpenDBRequest;
		try {
			request = indexedDB.open(name);
		} catch (error) {
			resolve(refused(storageProblem(error, whatToDo)));
			return;
		}
		const stopWaiting = timer.after(patience, () => {
			givenUp = true;
			resolve(refused(problemOf('blocked', whatToDo)));
		});
		request.onupgradeneeded = () => {
			created = true;
			// A database whose making is called off was never there (W3C IndexedDB 3.0, 5.8).
			if (mayMake) layOut(request.result);
			else request.transaction?.abort();
		};
		request.onerror = () => {
			stopWaiting();
			const isAbsent = created && !mayMake;
			resolve(refused(isAbsent ? noDatabase : storageProblem(request.error, whatToDo)));
		};
		request.onsuccess = () => {
			stopWaiting();
			const db = request.result;
			if (givenUp) db.close();
			else if (isLaidOut(db)) resolve(ok({ db, created }));
			else {
				db.close();
				const text = `The database ${name} does not hold a workbook. ${whatToDo}`;
				resolve(refused({ reason: 'other', text, detail: '' }));
			}
		};
	});
}
