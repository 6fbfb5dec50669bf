/**
 * Opens a workbook's document: reads what is stored into it, and from then on stores every change
 * and shares it with the other tabs, until it is closed.
 */
import * as Y from 'yjs';
import type { Observable } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { withinPatience } from '../patience.ts';
import type { Platform } from '../platform.ts';
import { problemOf, storageProblem, type StorageProblem } from '../storage-problem.ts';
import type { Witnesses } from '../witnesses.ts';
import { DocumentConnection } from './connection.ts';
import type { WorkbookId } from '../../workbook/ports.ts';
import type { OpeningReport } from './opening-report.ts';
import { StorageOrigin } from './origins.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import type { ReadAhead } from './read-ahead.ts';
import { RowLedger } from './row-ledger.ts';
import { readRowKeys } from './rows.ts';
import type { NewRow } from './seal.ts';
import type { SaveState } from './save-state.ts';
import type { Snapshots } from './snapshots.ts';
import type { StoredValues } from './stored-values.ts';
import { TabRelay } from './tab-relay.ts';
import { UpdateWriter } from './update-writer.ts';
import { Upkeep, type SecondCopy } from './upkeep.ts';

export interface DocumentDependencies {
	readonly platform: Platform;
	readonly snapshots: Snapshots;
	readonly witnesses: Witnesses;
	/** False for a workbook never created, or deleted for good; rejects where that cannot be told. */
	readonly isListed: (workbook: WorkbookId) => Promise<boolean>;
	/** What was read before anybody asked for a document. */
	readonly ahead: ReadAhead | undefined;
}

/** A document that is being stored. */
export interface OpenedDocument {
	/** The truth about saving. */
	readonly state: Observable<SaveState>;
	/** What was found on opening. */
	readonly report: OpeningReport;
	/** The verified second copy in this browser. */
	readonly secondCopy: Observable<SecondCopy>;
	/** True while closing the tab would lose an edit: for `beforeunload`. */
	hasUnsaved(): boolean;
	/** Stores nothing until the returned call, and then all that was changed meanwhile as a whole. */
	hold(): () => void;
	/** Resolves when nothing is on its way any more, with how that went. */
	flush(): Promise<SaveState>;
	/** Tries what could not be written once more; resolves with how that went. */
	retry(): Promise<SaveState>;
	/** Asks the other tabs for what this one lacks: for a page that was frozen and is shown again. */
	catchUp(): void;
	/** Waits for what is on its way and lets the database go. The document itself stays usable. */
	close(): Promise<SaveState>;
}

/**
 * Reads workbook `workbook` into `doc` and stores `doc` from then on; what `doc` held before is
 * stored too. Problems mean that the database cannot be opened or read at all: damaged rows are
 * findings of the report instead.
 */
export async function openDocument(
	workbook: WorkbookId,
	doc: Y.Doc,
	dependencies: DocumentDependencies,
): Promise<Result<OpenedDocument, StorageProblem>> {
	const parts = new DocumentParts(workbook, doc, dependencies);
	const begun = await parts.begin();
	return begun.ok ? ok(handleOf(parts, begun.value)) : begun;
}

const tryAgain =
	'The workbook was not opened, and nothing was changed. Reload the page to try again.';

/** An update that holds nothing takes two bytes. */
const emptyUpdateBytes = 2;

/** A database, with its values where they were read ahead. */
interface Readable {
	readonly db: IDBDatabase;
	readonly values?: StoredValues;
}

/** The parts that keep one document, joined by what one has to tell the other. */
class DocumentParts {
	readonly writer: UpdateWriter;
	readonly relay: TabRelay;
	readonly upkeep: Upkeep;
	readonly #workbook: WorkbookId;
	readonly #doc: Y.Doc;
	readonly #dependencies: DocumentDependencies;
	readonly #connection: DocumentConnection;
	readonly #ledger = new RowLedger();

	constructor(workbook: WorkbookId, doc: Y.Doc, dependencies: DocumentDependencies) {
		const { platform, snapshots, isListed } = dependencies;
		const ledger = this.#ledger;
		this.#workbook = workbook;
		this.#doc = doc;
		this.#dependencies = dependencies;
		const connection = new DocumentConnection(workbook, platform.timer, () => {
			void this.writer.retry();
		});
		this.#connection = connection;
		this.writer = new UpdateWriter({
			...{ platform, connection, ledger },
			isListed: () => isListed(workbook),
			wholeState: () => Y.encodeStateAsUpdate(doc),
			onStored: (rows) => this.#stored(rows),
		});
		this.relay = new TabRelay({
			...{ workbook, doc, ledger },
			isStored: () => this.writer.pending === 0,
			onStored: (bytes) => this.upkeep.stored(bytes),
			onKept: (kept) => this.upkeep.doneElsewhere(kept),
			onDeleted: () => this.writer.endAsDeleted(),
		});
		this.upkeep = new Upkeep({
			...{ workbook, doc, platform, connection, ledger, snapshots },
			onKept: (kept) => {
				this.#witness(kept.row);
				this.relay.tellKept(kept);
			},
		});
	}

	async begin(): Promise<Result<OpeningReport, StorageProblem>> {
		const held = Y.encodeStateAsUpdate(this.#doc);
		try {
			const read = await this.#readListed();
			if (!read.ok) {
				this.#release();
				return read;
			}
			const found = read.value;
			// Not before reading: Yjs would encode every row anew for the listener.
			this.#doc.on('update', this.#write);
			if (found.recovered) this.writer.write(found.recovered);
			if (held.length > emptyUpdateBytes) this.writer.write(held);
			this.relay.begin();
			this.upkeep.begin(found.covered);
			return ok(found.report);
		} catch (error) {
			this.#release();
			return refused(storageProblem(error, tryAgain));
		}
	}

	async close(): Promise<SaveState> {
		this.#doc.off('update', this.#write);
		await this.writer.settled();
		await this.upkeep.close();
		this.#release();
		return this.writer.current;
	}

	/**
	 * A workbook that was deleted for good does not come back as an empty one. What is here is read
	 * while the shelf is still being asked, as reading is most of the wait.
	 */
	async #readListed(): Promise<Result<ReadDocument, StorageProblem>> {
		const listing = this.#dependencies.isListed(this.#workbook);
		// Heard below; until then a failure is nobody's yet.
		listing.catch(() => undefined);
		const existing = await this.#openExisting();
		const early = existing.ok && existing.value && this.#read(existing.value);
		const [isListed, found] = await Promise.all([listing, early]);
		if (!isListed) return refused(problemOf('deleted', tryAgain));
		if (!existing.ok) return existing;
		if (found) return ok(found);
		const made = await this.#connection.open(tryAgain);
		return made.ok ? ok(await this.#read({ db: made.value })) : made;
	}

	/** What was read ahead, or the database where there is one. */
	async #openExisting(): Promise<Result<Readable | undefined, StorageProblem>> {
		const { ahead, platform } = this.#dependencies;
		const taken = ahead && (await withinPatience(platform.timer, ahead.take(this.#workbook)));
		if (taken) {
			this.#connection.adopt(taken.db);
			// Rows come and go as wholes: the same keys are the same rows.
			const keys = await withinPatience(platform.timer, readRowKeys(taken.db));
			const isSame =
				keys.length === taken.values.keys.length &&
				keys.every((key, at) => key === taken.values.keys[at]);
			return ok(isSame ? taken : { db: taken.db });
		}
		const opened = await this.#connection.openExisting(tryAgain);
		return opened.ok ? ok(opened.value && { db: opened.value }) : opened;
	}

	#read({ db, values }: Readable): Promise<ReadDocument> {
		const { platform, snapshots, witnesses } = this.#dependencies;
		// An emptied database is the report's to find, not the writer's to fill.
		this.#connection.trust();
		const reading = readDocument(this.#doc, db, {
			values,
			...{ workbook: this.#workbook, ledger: this.#ledger, clock: platform.clock, snapshots },
			witness: witnesses.read(this.#workbook),
		});
		return withinPatience(platform.timer, reading);
	}

	#release(): void {
		this.#doc.off('update', this.#write);
		this.writer.close();
		this.relay.close();
		this.#connection.close();
	}

	readonly #write = (update: Uint8Array, origin: unknown): void => {
		if (origin instanceof StorageOrigin && origin.isStored) return;
		this.writer.write(update);
	};

	#stored(rows: readonly NewRow[]): void {
		this.#witness(Math.max(...rows.map(({ key }) => key)));
		this.relay.tellStored(rows);
		this.upkeep.stored(rows.reduce((bytes, { update }) => bytes + update.length, 0));
	}

	#witness(row: number): void {
		const { platform, witnesses } = this.#dependencies;
		witnesses.noteRow(this.#workbook, row, platform.clock.now());
	}
}

function handleOf(parts: DocumentParts, report: OpeningReport): OpenedDocument {
	const { writer, relay, upkeep } = parts;
	return {
		state: writer,
		report,
		secondCopy: upkeep,
		hasUnsaved: () => writer.pending > 0,
		hold: () => writer.hold(),
		async flush() {
			await writer.settled();
			return writer.current;
		},
		async retry() {
			await writer.retry();
			return writer.current;
		},
		catchUp: () => relay.catchUp(),
		close: () => parts.close(),
	};
}
