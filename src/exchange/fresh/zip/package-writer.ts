/**
 * Writes the parts of a package (.xlsx, .ods) from pieces of text as they are made, so that a large
 * sheet is never held whole, and keeps the work polite: it tells how far it is and can be stopped.
 */
import { Pace, type ReadingWatch } from '../../reading/pace.ts';
import { ZipWriter } from './zip-writer.ts';

/** Characters gathered before they are compressed: long enough to find repetitions. */
const pieceLength = 2 ** 16;

export class PackageWriter {
	readonly #zip = new ZipWriter();
	readonly #pace: Pace;
	readonly #steps: number;
	#step = 0;

	/** `steps`: how many pieces of text are expected, of all parts together. */
	constructor(watch: ReadingWatch, steps: number) {
		this.#pace = new Pace(watch);
		this.#steps = steps;
	}

	/** Adds a part; false when the person asked to stop, then the package is not to be used. */
	async add(name: string, text: Iterable<string>): Promise<boolean> {
		const part = this.#zip.part(name);
		let gathered = '';
		for (const piece of text) {
			this.#step += 1;
			gathered += piece;
			if (gathered.length < pieceLength) continue;
			part.write(gathered);
			gathered = '';
			if (!(await this.#pace.step(this.#step / this.#steps, 'Writing rows'))) return false;
		}
		part.write(gathered);
		part.close();
		return true;
	}

	/** Adds a short part as it is, uncompressed. */
	store(name: string, text: string): void {
		const part = this.#zip.part(name, 'stored');
		part.write(text);
		part.close();
	}

	finish(): Uint8Array {
		return this.#zip.finish();
	}
}
