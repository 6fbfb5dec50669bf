/** Which entries of the activity list are bound in which chain, as the entries of a review say. */
import type { ReviewEntry } from '../../model/review/entry.ts';
import type { DeviceId } from '../../model/review/member.ts';

export interface Binding {
	readonly author: DeviceId;
	/** What the author was called. */
	readonly name: string;
	readonly digest: string;
}

/** By the id of the entry of the activity list. */
export type Bindings = ReadonlyMap<string, readonly Binding[]>;

/** All that is bound. Entries are only ever added, so what was read is kept with their list. */
export function bindingsOf(entries: readonly ReviewEntry[]): Bindings {
	const known = read.get(entries);
	if (known) return known;
	const bindings = new Map<string, Binding[]>();
	for (const { author, name, body } of entries) {
		if (body.kind !== 'deeds') continue;
		for (const [id, digest] of body.items) {
			const others = bindings.get(id) ?? [];
			others.push({ author, name, digest });
			bindings.set(id, others);
		}
	}
	read.set(entries, bindings);
	return bindings;
}

export function isBound(entries: readonly ReviewEntry[], id: string): boolean {
	return bindingsOf(entries).has(id);
}

/** By the id of a deed, whoever alone put it under seal: what several did tells nothing of who did it. */
export function sealersOf(entries: readonly ReviewEntry[]): ReadonlyMap<string, DeviceId> {
	const known = sealers.get(entries);
	if (known) return known;
	const found = new Map<string, DeviceId>();
	for (const [id, bound] of bindingsOf(entries)) {
		const [first] = bound;
		if (first && bound.every(({ author }) => author === first.author)) found.set(id, first.author);
	}
	sealers.set(entries, found);
	return found;
}

const read = new WeakMap<readonly ReviewEntry[], Bindings>();
const sealers = new WeakMap<readonly ReviewEntry[], ReadonlyMap<string, DeviceId>>();
