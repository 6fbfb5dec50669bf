/** A file that was chosen or dropped elsewhere: read once, or waiting while an import is under way. */
export class OfferedFile {
	#waiting = $state.raw<File>();
	#last: File | undefined;

	/** A file that was offered while the import of another is not finished. */
	get waiting(): File | undefined {
		return this.#waiting;
	}

	/** True for a file that was not offered before. */
	isNew(file: File | undefined): file is File {
		return file !== undefined && file !== this.#last;
	}

	/** Takes note of a file; where `isBusy` it waits. */
	take(file: File, isBusy: boolean): void {
		this.#last = file;
		if (isBusy) this.#waiting = file;
	}

	/** Puts the file that waits aside. */
	dismiss(): void {
		this.#waiting = undefined;
	}
}
