/**
 * A package whose parts can be changed: knows each part's text before and after, checks everything
 * it holds before anything is changed, and writes the bytes at the end.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { OoxmlPackage, partText } from '../../reading/ooxml/package.ts';
import { partKey } from '../../reading/ooxml/zip-directory.ts';
import type { ZipArchive } from '../../reading/ooxml/zip.ts';
import { damaged, unsafe } from '../../reading/reading-problem.ts';
import type { WriteBackProblem } from '../change.ts';
import { exactText, type ExactText } from './exact-text.ts';
import { copyPackage } from './package-copy.ts';

/** Names that lead out of the folder a careless program unpacks them to. */
const leadsOut = /(?:^|[\\/])\.\.(?:[\\/]|$)|^(?:[a-z]:|[\\/])|\p{Cc}/iu;

export class EditedPackage {
	readonly source: OoxmlPackage;
	readonly #original: Uint8Array;
	readonly #archive: ZipArchive;
	/** What was unpacked, by part: parts are needed as text and once more as they were. */
	readonly #contents = new Map<string, Uint8Array>();
	readonly #texts = new Map<string, string>();
	readonly #exact = new Map<string, ExactText | undefined>();
	readonly #changed = new Map<string, Uint8Array | undefined>();

	constructor(original: Uint8Array, archive: ZipArchive) {
		this.#original = original;
		this.#archive = archive;
		this.source = new OoxmlPackage(archive);
	}

	/** Why the package cannot be trusted: every part is unpacked once and held to its checksum. */
	check(): WriteBackProblem | undefined {
		for (const entry of this.#archive.entries) {
			if (leadsOut.test(entry.name)) {
				return unsafe(`Part “${printable(entry.name)}” has a name that leads out of the file.`);
			}
			const content = this.#archive.read(entry);
			if (!content.ok) return content.problems[0];
			if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
			this.#contents.set(partKey(entry.name), content.value);
			const text = this.text(entry.name);
			const problem = text.ok ? undefined : text.problems[0];
			if (problem?.kind === 'unsafe') return problem;
		}
		return undefined;
	}

	/** The text of a part as it stands now. */
	text(part: string): Result<string, WriteBackProblem> {
		const key = partKey(part);
		const known = this.#texts.get(key);
		if (known !== undefined) return ok(known);
		const bytes = this.#contents.get(key);
		const text = bytes ? partText(part, bytes) : this.source.xml(part);
		if (text.ok) this.#texts.set(key, text.value);
		return text;
	}

	/** Gives a part another text; refused where its encoding would not survive. */
	set(part: string, text: string): Result<undefined, WriteBackProblem> {
		const entry = this.#archive.find(part);
		if (!entry) return refused(damaged(`part “${part}” is missing.`));
		const exact = this.#exactText(part);
		if (!exact) return refused(foreignBytes(part));
		this.#texts.set(partKey(part), text);
		this.#changed.set(entry.name, exact.encode(text));
		return ok(undefined);
	}

	remove(part: string): void {
		const entry = this.#archive.find(part);
		if (entry) this.#changed.set(entry.name, undefined);
	}

	/** The file; the very bytes of the original where no part was changed. */
	finish(): Uint8Array {
		if (this.#changed.size === 0) return this.#original;
		return copyPackage(this.#original, this.#archive.entries, this.#changed);
	}

	#exactText(part: string): ExactText | undefined {
		const key = partKey(part);
		if (!this.#exact.has(key)) {
			const bytes = this.#contents.get(key);
			this.#exact.set(key, bytes && exactText(bytes));
		}
		return this.#exact.get(key);
	}
}

function printable(name: string): string {
	return name.replace(/\p{Cc}/gu, '\ufffd');
}

function foreignBytes(part: string): WriteBackProblem {
	return damaged(
		`part “${part}” holds characters that are not of its encoding, and writing it would change cells nobody touched.`,
	);
}
