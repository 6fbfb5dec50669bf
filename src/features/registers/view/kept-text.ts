/** One text in the browser's storage, which may be switched off or full. */

import type { RegisterName } from '../../../model/registers/register.ts';

/** The part of the browser's `localStorage` that views need. */
export interface ViewStorage {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
}

/** Where something about a register of a workbook is kept; the matrix was there before the others. */
export function viewKey(name: string, workbookId: string, register: RegisterName): string {
	return register === 'controls' ? `${name}:${workbookId}` : `${name}:${workbookId}:${register}`;
}

export class KeptText {
	readonly #storage: ViewStorage;
	readonly #key: string;

	constructor(storage: ViewStorage, key: string) {
		this.#storage = storage;
		this.#key = key;
	}

	/** Null where nothing is kept or nothing can be. */
	read(): string | null {
		try {
			return this.#storage.getItem(this.#key);
		} catch {
			// Browsers that forbid storage throw on reading as well.
			return null;
		}
	}

	/** False where it could not be kept: what was written then lasts as long as the page. */
	write(text: string): boolean {
		try {
			this.#storage.setItem(this.#key, text);
			return true;
		} catch {
			return false;
		}
	}
}
