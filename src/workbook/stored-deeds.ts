/**
 * The entries of the activity list as they stand stored, for those who put them under seal: the text
 * of each is what two devices that hold the same entry agree on.
 */
import type * as Y from 'yjs';
import { canonicalJson } from '../base/canonical-json.ts';
import { wellFormed } from '../base/well-formed.ts';
import { activityMap } from './layout.ts';

export interface StoredDeed {
	readonly id: string;
	/** Who did it, by the device the entry names; '' where it names none. */
	readonly device: string;
	/** The canonical JSON of what is stored; what cannot be said in JSON has a text of its own. */
	readonly text: () => string;
}

/** Every stored entry, in no order. */
export function* storedDeeds(doc: Y.Doc): Generator<StoredDeed> {
	for (const [id, value] of activityMap(doc).entries()) {
		yield { id, device: deviceOf(value), text: () => textOf(value) };
	}
}

/** How an entry stands: here, taken out of the document, or never seen in it. */
export function standingOfDeed(doc: Y.Doc, id: string): 'here' | 'removed' | 'unknown' {
	const entries = activityMap(doc);
	if (entries.has(id)) return 'here';
	return entries._map.has(id) ? 'removed' : 'unknown';
}

/** Called when something that was done here, in this tab, adds an entry. Returns how to stop. */
export function onDeedHere(doc: Y.Doc, listener: () => void): () => void {
	const entries = activityMap(doc);
	const hear = (_: unknown, { local }: Y.Transaction): void => {
		if (local) listener();
	};
	entries.observe(hear);
	return () => {
		entries.unobserve(hear);
	};
}

function deviceOf(value: unknown): string {
	if (!isPlain(value) || !isPlain(value['by'])) return '';
	const { device } = value['by'];
	return typeof device === 'string' ? device : '';
}

function textOf(value: unknown): string {
	try {
		return canonicalJson(wellFormed(value));
	} catch {
		return 'not JSON';
	}
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
