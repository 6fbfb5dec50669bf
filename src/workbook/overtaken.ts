/**
 * Values written on this device whose place somebody else's change took (law 6). Yjs keeps one value
 * a cell; here the person whose value is not shown hears of both, so that neither is lost unseen.
 */
import * as Y from 'yjs';
import { canonicalJson } from '../base/canonical-json.ts';
import { Listeners } from '../base/observable.ts';
import type { ActivityChange } from './activity.ts';
import type { Actor } from './actor.ts';
import { recordMaps, splitEditKey, type RecordMapName } from './layout.ts';
import type { Workbook } from './workbook.ts';

export interface OvertakenValue {
	/** `before` is what was written here, `after` what is shown now. */
	readonly change: ActivityChange & { readonly table: RecordMapName };
	/** Whose change it was; undefined until their entry in the activity list is here. */
	readonly by: Actor | undefined;
	/** True where they did not know of the value written here: it was never weighed against theirs. */
	readonly isUnseen: boolean;
}

/** What moves without anybody having typed it. */
const untyped = new Set(['order', 'source']);

/** What stands in the document already is no news. */
export class Overtaken {
	readonly #workbook: Workbook;
	/** By the map that Yjs says was changed. */
	readonly #edits: ReadonlyMap<unknown, Edits>;
	readonly #listeners = new Listeners<readonly OvertakenValue[]>();

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
		this.#edits = new Map(
			workbook.tables.map(({ kind: { name: table } }) => {
				const { edits } = recordMaps(workbook.doc, table);
				return [edits, { table, edits }];
			}),
		);
		workbook.doc.on('afterTransaction', this.#look);
	}

	/** Called after each change from elsewhere that took the place of values written here. */
	subscribe(listener: (values: readonly OvertakenValue[]) => void): () => void {
		return this.#listeners.add(listener);
	}

	destroy(): void {
		this.#workbook.doc.off('afterTransaction', this.#look);
	}

	readonly #look = (transaction: Y.Transaction): void => {
		if (transaction.local) return;
		const found: Candidate[] = [];
		for (const [type, keys] of transaction.changed) {
			const edited = this.#edits.get(type);
			if (!edited) continue;
			for (const key of keys) {
				const candidate = key !== null && this.#candidate(edited, key, transaction);
				if (candidate) found.push(candidate);
			}
		}
		if (found.length === 0) return;
		const writings = this.#writingsOf(found);
		const values = found.flatMap((candidate) => {
			const value = this.#overtaken(candidate, writings.get(cellKey(candidate.change)) ?? []);
			return value ? [value] : [];
		});
		if (values.length > 0) this.#listeners.call(values);
	};

	/** A cell whose value changed, where the value before may be of this device. */
	#candidate(
		{ table, edits }: Edits,
		key: string,
		transaction: Y.Transaction,
	): Candidate | undefined {
		const replaced = replacedItem(edits, key, transaction);
		const place = splitEditKey(key);
		if (!replaced || !place || untyped.has(place.path)) return undefined;
		const { item, isUnseen } = replaced;
		const before: unknown = item.content.getContent().at(-1);
		const after = edits.get(key);
		const isOfThisSession = item.id.client === this.#workbook.doc.clientID;
		// What was written here before a restart counts where nobody else knew of it.
		if (isSame(before, after) || (!isOfThisSession && !isUnseen)) return undefined;
		return { change: { table, ...place, before, after }, isUnseen, isOfThisSession };
	}

	#overtaken(
		{ change, isUnseen, isOfThisSession }: Candidate,
		writings: readonly Writing[],
	): OvertakenValue | undefined {
		const { device } = this.#workbook.actor;
		const of = (value: unknown) => writings.filter(({ after }) => isSame(after, value));
		const isMine = ({ by }: Writing): boolean => by.device === device;
		if (!isOfThisSession && !of(change.before).some(isMine)) return undefined;
		const theirs = of(change.after);
		const by = theirs.find((writing) => !isMine(writing))?.by;
		// The same person, in another tab.
		if (!by && theirs.length > 0) return undefined;
		return { change, by, isUnseen };
	}

	/** What the activity list says was written into these cells, newest first; in one pass. */
	#writingsOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Writing[]> {
		const writings = new Map<string, Writing[]>(
			candidates.map(({ change }) => [cellKey(change), []]),
		);
		// Most of a long list is about other records: their keys need not be made.
		const records = new Set(candidates.map(({ change }) => change.id));
		for (const { by, changes } of this.#workbook.activity.latest()) {
			for (const change of changes) {
				if (!records.has(change.id)) continue;
				writings.get(cellKey(change))?.push({ by, after: change.after });
			}
		}
		return writings;
	}
}

interface Candidate {
	readonly change: OvertakenValue['change'];
	readonly isUnseen: boolean;
	readonly isOfThisSession: boolean;
}

interface Writing {
	readonly by: Actor;
	readonly after: unknown;
}

function cellKey({ table, id, path }: ActivityChange): string {
	return `${table}/${id}/${path}`;
}

interface Edits {
	readonly table: RecordMapName;
	readonly edits: Y.Map<unknown>;
}

interface Replaced {
	readonly item: Y.Item;
	readonly isUnseen: boolean;
}

/**
 * The item that was shown before a transaction which brought another in its place. The values of a
 * key are a list whose last one is shown; each names the one its writer saw (`origin`).
 */
function replacedItem(
	edits: Y.Map<unknown>,
	key: string,
	{ beforeState }: Y.Transaction,
): Replaced | undefined {
	const isNew = ({ id }: Y.Item): boolean => id.clock >= (beforeState.get(id.client) ?? 0);
	const shown = edits._map.get(key);
	if (!shown || shown.deleted || !isNew(shown)) return undefined;
	const brought: Y.Item[] = [];
	let item: Y.Item | null = shown;
	for (; item && isNew(item); item = item.left) brought.push(item);
	// Deleted before already: nobody saw it.
	if (!item || item.content instanceof Y.ContentDeleted) return undefined;
	let seen = shown.origin;
	for (const each of brought) if (seen && holds(each, seen)) seen = each.origin;
	return { item, isUnseen: !seen || !holds(item, seen) };
}

/** Items next to one another are joined, and then hold several ids. */
function holds({ id, length }: Y.Item, sought: Y.ID): boolean {
	return (
		sought.client === id.client && sought.clock >= id.clock && sought.clock < id.clock + length
	);
}

function isSame(left: unknown, right: unknown): boolean {
	return Object.is(left, right) || canonicalJson(left) === canonicalJson(right);
}
