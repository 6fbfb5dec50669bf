/**
 * Keeps the tabs of one browser that show the same workbook alike. A tab relays its edits once they
 * are stored, so that no tab ever shows as saved what another has only in memory; a tab that comes
 * or comes back asks the others for what it lacks.
 */
import * as Y from 'yjs';
import type { WorkbookId } from '../../workbook/ports.ts';
import { otherTabMemoryOrigin, tabOrigin } from './origins.ts';
import type { RowLedger } from './row-ledger.ts';
import { isUpdate, type NewRow } from './seal.ts';
import type { Kept } from './upkeep.ts';

type Message =
	| { readonly kind: 'stored'; readonly rows: readonly NewRow[] }
	/** So much was stored that only tabs that are there are sent it: they say hello. */
	| { readonly kind: 'stored-much'; readonly bytes: number }
	| { readonly kind: 'kept'; readonly kept: Kept }
	| { readonly kind: 'hello'; readonly vector: Uint8Array }
	/** Answer to a hello: what the other lacked; with a vector, where we may lack something too. */
	| {
			readonly kind: 'state';
			readonly update: Uint8Array;
			readonly isStored: boolean;
			readonly vector?: Uint8Array;
	  }
	| { readonly kind: 'deleted' };

/** What is sent to tabs without knowing of any: the browser copies it even for nobody. */
const mostBytesUnasked = 2 ** 16;

export interface RelayOptions {
	readonly workbook: WorkbookId;
	readonly doc: Y.Doc;
	readonly ledger: RowLedger;
	/** True where all that the document holds is stored. */
	readonly isStored: () => boolean;
	/** Another tab stored rows of this many bytes. */
	readonly onStored: (bytes: number) => void;
	/** Another tab did the upkeep. */
	readonly onKept: (kept: Kept) => void;
	readonly onDeleted: () => void;
}

export class TabRelay {
	readonly #options: RelayOptions;
	readonly #channel: BroadcastChannel;
	/** What was heard while the document was being read. */
	#early: Message[] | undefined = [];

	constructor(options: RelayOptions) {
		this.#options = options;
		this.#channel = new BroadcastChannel(options.workbook);
		this.#channel.onmessage = (event: MessageEvent<unknown>) => {
			const message = event.data as Message;
			if (this.#early) this.#early.push(message);
			else this.#hear(message);
		};
	}

	/** The document was read: takes what was heard meanwhile and asks for the rest. */
	begin(): void {
		const early = this.#early ?? [];
		this.#early = undefined;
		for (const message of early) this.#hear(message);
		this.catchUp();
	}

	/** These rows are stored; the other tabs may show them. */
	tellStored(rows: readonly NewRow[]): void {
		const bytes = rows.reduce((sum, { update }) => sum + update.length, 0);
		if (bytes <= mostBytesUnasked) this.#tell({ kind: 'stored', rows });
		else this.#tell({ kind: 'stored-much', bytes });
	}

	/** Upkeep is done for all tabs. */
	tellKept(kept: Kept): void {
		this.#tell({ kind: 'kept', kept });
	}

	/** Asks the other tabs for what this one lacks. */
	catchUp(): void {
		this.#tell({ kind: 'hello', vector: Y.encodeStateVector(this.#options.doc) });
	}

	close(): void {
		this.#channel.close();
	}

	#tell(message: Message): void {
		this.#channel.postMessage(message);
	}

	#hear(message: Message): void {
		const { doc, isStored, onKept } = this.#options;
		if (message.kind === 'stored') this.#takeRows(message.rows);
		else if (message.kind === 'stored-much') {
			this.catchUp();
			this.#options.onStored(message.bytes);
		} else if (message.kind === 'kept') onKept(message.kept);
		else if (message.kind === 'deleted') this.#options.onDeleted();
		else if (message.kind === 'hello') {
			const update = Y.encodeStateAsUpdate(doc, message.vector);
			const vector = Y.encodeStateVector(doc);
			this.#tell({ kind: 'state', update, isStored: isStored(), vector });
		} else this.#takeState(message);
	}

	#takeState({ update, isStored, vector }: Extract<Message, { kind: 'state' }>): void {
		const { doc } = this.#options;
		if (isUpdate(update)) Y.applyUpdate(doc, update, isStored ? tabOrigin : otherTabMemoryOrigin);
		if (!vector || !hasMore(doc, vector)) return;
		const lacked = Y.encodeStateAsUpdate(doc, vector);
		this.#tell({ kind: 'state', update: lacked, isStored: this.#options.isStored() });
	}

	#takeRows(rows: readonly NewRow[]): void {
		const { doc, ledger, onStored } = this.#options;
		let bytes = 0;
		for (const row of rows) {
			if (!isUpdate(row.update)) continue;
			Y.applyUpdate(doc, row.update, tabOrigin);
			ledger.add(row);
			bytes += row.update.length;
		}
		onStored(bytes);
	}
}

/** Tells every open tab of the workbook that it was deleted for good. */
export function tellDeleted(workbook: WorkbookId): void {
	const channel = new BroadcastChannel(workbook);
	channel.postMessage({ kind: 'deleted' } satisfies Message);
	channel.close();
}

/** True where `doc` holds insertions that a document with state vector `vector` lacks. */
function hasMore(doc: Y.Doc, vector: Uint8Array): boolean {
	const theirs = Y.decodeStateVector(vector);
	const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
	return [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
}
