/**
 * The source files of one open workbook: kept for its imports, let go when no import names them any
 * more, and put into its copies.
 */
import type { Clock } from '../base/clock.ts';
import { ok, type Result } from '../base/result.ts';
import type { FileForCopy } from '../storage/copy-file.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import type { ImportRecord } from '../model/records/import-record.ts';
import type { KeptSource, PortProblem, SourceFilesPort, WorkbookId } from '../workbook/ports.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** Longer than an undone import can be expected to be done again, in whichever tab. Milliseconds. */
const keptUnnamedFor = 7 * 24 * 60 * 60 * 1000;

export class WorkbookFiles implements SourceFilesPort {
	readonly #id: WorkbookId;
	readonly #workbook: Workbook;
	readonly #storage: BrowserStorage;
	readonly #clock: Clock;

	constructor(id: WorkbookId, workbook: Workbook, storage: BrowserStorage, clock: Clock) {
		this.#id = id;
		this.#workbook = workbook;
		this.#storage = storage;
		this.#clock = clock;
	}

	async keep(
		bytes: Uint8Array,
		name: string,
		type: string,
	): Promise<Result<KeptSource, PortProblem>> {
		const { files } = this.#storage;
		const kept = await files.put(this.#id, { bytes, name, type });
		if (!kept.ok) return kept;
		const { sha256 } = kept.value;
		return ok({
			sha256,
			takeBack: async () => {
				// What stays for want of a working storage goes at a later opening.
				if (!this.#named.has(sha256)) await files.takeBack(kept.value);
			},
		});
	}

	find(sha256: string): Promise<Result<number, PortProblem>> {
		return this.#storage.files.find(this.#id, sha256);
	}

	read(sha256: string): Promise<Result<Uint8Array, PortProblem>> {
		return this.#storage.files.get(sha256);
	}

	/** Drops what no import has named for a week. Not for a document of which anything is missing. */
	async dropUnnamed(): Promise<void> {
		if (this.#workbook.isNewer || this.#workbook.imports.unreadable().length > 0) return;
		const before = new Date(Date.parse(this.#clock.now()) - keptUnnamedFor).toISOString();
		await this.#storage.files.dropUnnamed(this.#id, new Set(this.#named.keys()), before);
	}

	/** The files that the imports name, and the names of those that are missing or damaged here. */
	async forCopy(): Promise<{
		readonly files: readonly FileForCopy[];
		readonly missing: readonly string[];
	}> {
		const kept = await this.#storage.files.list(this.#id);
		const references = new Map(kept.ok ? kept.value.map((each) => [each.sha256, each]) : []);
		const files: FileForCopy[] = [];
		const missing: string[] = [];
		for (const [sha256, { fileName }] of this.#named) {
			const read = await this.read(sha256);
			const { name = fileName, type = '' } = references.get(sha256) ?? {};
			// A blob leaves the page's memory when there is little of it.
			if (read.ok) {
				const bytes = new Blob([read.value as Uint8Array<ArrayBuffer>]);
				files.push({ name, type, sha256, bytes });
			} else missing.push(name);
		}
		return { files, missing };
	}

	get #named(): ReadonlyMap<string, ImportRecord> {
		return filesNamed(this.#workbook.imports.all());
	}
}

/** The first import of each source file, by the file's SHA-256. */
export function filesNamed(imports: readonly ImportRecord[]): ReadonlyMap<string, ImportRecord> {
	const named = new Map<string, ImportRecord>();
	for (const record of imports.toSorted((a, b) => a.at.localeCompare(b.at))) {
		if (record.sha256 && !named.has(record.sha256)) named.set(record.sha256, record);
	}
	return named;
}

/** `The source file “a.xlsx” is missing or damaged in this copy.` */
export function lackWords(names: readonly string[], where: string): string {
	const listed = names.map((name) => `“${name}”`).join(', ');
	return names.length === 1
		? `The source file ${listed} is missing or damaged ${where}.`
		: `${names.length} source files are missing or damaged ${where}: ${listed}.`;
}
