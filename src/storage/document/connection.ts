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
		const opened = await openDatabase(this.#name, this.#timer, whatToDo);
		if (!opened.ok) return opened;
		const { db, created } = opened.value;
		if (created) this.#doubtful = true;
		db.onversionchange = (event) => this.#lose(db, event.newVersion === null);
		db.onclose = () => this.#lose(db, true);
		this.#db = db;
		return ok(db);
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

function openDatabase(
	name: string,
	timer: Timer,
	whatToDo: string,
): Promise<Result<{ readonly db: IDBDatabase; readonly created: boolean }, StorageProblem>> {
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
			layOut(request.result);
		};
		request.onerror = () => {
			stopWaiting();
			resolve(refused(storageProblem(request.error, whatToDo)));
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
