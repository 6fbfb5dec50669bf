/**
 * What members are called: by the member list until they take another name themselves, which they
 * alone can (SPEC P-27). Names are what people typed, and prove nothing.
 */
import type { EntryId } from './entry.ts';
import type { DeviceId, Member } from './member.ts';

export const longestName = 80;

/** What people are called who have not said their name. */
export const somebody = 'Somebody';

/** A name that somebody took. */
export interface NameTaken {
	readonly entry: EntryId;
	readonly name: string;
	/** The author's clock, ISO 8601. */
	readonly at: string;
}

/** The names that devices took, oldest first. */
export type NamesTaken = ReadonlyMap<DeviceId, readonly NameTaken[]>;

/** Without what cannot be seen or turns the text around, blanks as one, not too long; may be empty. */
export function cleanName(text: string): string {
	const plain = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
	let name = '';
	for (const letter of plain.replace(/\s+/gu, ' ').trim()) {
		if (name.length + letter.length > longestName) break;
		name += letter;
	}
	return name.trim();
}

/** True for what a person is called who has not said so yet (workbook/actor.ts). */
export function isUnnamed(name: string): boolean {
	const plain = cleanName(name).normalize('NFKC').toLowerCase();
	return plain === '' || plain === 'you' || plain === somebody.toLowerCase();
}

/** What a member is called now; “You” is nobody’s name, as everybody would read it as their own. */
export function presentName(
	{ device, name }: Pick<Member, 'device' | 'name'>,
	taken: NamesTaken,
): string {
	const present = taken.get(device)?.at(-1)?.name ?? cleanName(name);
	return isUnnamed(present) ? somebody : present;
}

/** What a member was called before, newest first, each once, with the moment when that ended. */
export function earlierNames(
	{ device, name: listed }: Pick<Member, 'device' | 'name'>,
	taken: NamesTaken,
): readonly { readonly name: string; readonly until: string }[] {
	const all = taken.get(device) ?? [];
	const now = all.at(-1)?.name;
	const seen = new Set([now]);
	const earlier: { name: string; until: string }[] = [];
	for (let at = all.length - 1; at >= 0; at--) {
		const name = all[at - 1]?.name ?? (at === 0 ? cleanName(listed) : '');
		const until = all[at]?.at;
		if (isUnnamed(name) || until === undefined || seen.has(name)) continue;
		seen.add(name);
		earlier.push({ name, until });
	}
	return earlier;
}

/** The members whose name another one has too, letter case aside: names alone do not tell them apart. */
export function namesakes(
	members: readonly Pick<Member, 'device' | 'name'>[],
	taken: NamesTaken,
): ReadonlySet<DeviceId> {
	const byName = new Map<string, DeviceId[]>();
	for (const member of members) {
		const key = presentName(member, taken).normalize('NFKC').toLowerCase();
		byName.set(key, [...(byName.get(key) ?? []), member.device]);
	}
	return new Set([...byName.values()].flatMap((same) => (same.length > 1 ? same : [])));
}
