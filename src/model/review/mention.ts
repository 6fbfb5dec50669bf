/** Names of members in what people write: `@Priya Rao`. The longest name that fits counts. */
import type { DeviceId, Member } from './member.ts';

type Named = Pick<Member, 'device' | 'name'>;

/** A run of a text: plain words, or somebody's name with its `@`. */
export interface TextPiece {
	readonly text: string;
	/** The devices of everybody called so; none for plain words. */
	readonly devices: readonly DeviceId[];
}

/** A text as plain words and names, in order; put together again they are the text. */
export function mentionPieces(text: string, members: readonly Named[]): readonly TextPiece[] {
	const names = namesOf(members);
	const pieces: TextPiece[] = [];
	let plainFrom = 0;
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		const name = beginsWord(text, at) ? nameAt(text, at + 1, names) : undefined;
		if (name === undefined) continue;
		if (at > plainFrom) pieces.push({ text: text.slice(plainFrom, at), devices: [] });
		const end = at + 1 + name.length;
		pieces.push({ text: text.slice(at, end), devices: names.get(name.toLowerCase()) ?? [] });
		plainFrom = end;
		at = end - 1;
	}
	if (plainFrom < text.length) pieces.push({ text: text.slice(plainFrom), devices: [] });
	return pieces;
}

/** Whom a text names, each once, in the order they are named. */
export function mentionsIn(text: string, members: readonly Named[]): readonly DeviceId[] {
	return [...new Set(mentionPieces(text, members).flatMap(({ devices }) => devices))];
}

/** What is being typed after an `@` before the caret: where the `@` stands, and the words so far. */
export function mentionBeingTyped(
	text: string,
	caret: number,
): { readonly from: number; readonly query: string } | undefined {
	const from = text.lastIndexOf('@', caret - 1);
	if (from < 0 || caret === 0 || !beginsWord(text, from)) return undefined;
	const query = text.slice(from + 1, caret);
	// A name has few words; a line break or a sentence means that it is none.
	return /^[^\n@]{0,40}$/u.test(query) && query.split(' ').length <= 4
		? { from, query }
		: undefined;
}

/** Members whose name, or a word of it, begins with what was typed. */
export function membersMatching<Person extends Named>(
	query: string,
	members: readonly Person[],
): readonly Person[] {
	const wanted = query.toLowerCase();
	return members.filter(({ name }) => {
		const lower = name.toLowerCase();
		return lower.startsWith(wanted) || lower.includes(` ${wanted}`);
	});
}

/** Devices by name in lower case, longest names first. */
function namesOf(members: readonly Named[]): ReadonlyMap<string, readonly DeviceId[]> {
	const byName = new Map<string, DeviceId[]>();
	const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length);
	for (const { device, name } of longestFirst) {
		const key = name.trim().toLowerCase();
		if (key !== '') byName.set(key, [...(byName.get(key) ?? []), device]);
	}
	return byName;
}

function nameAt(
	text: string,
	from: number,
	names: ReadonlyMap<string, unknown>,
): string | undefined {
	for (const name of names.keys()) {
		const written = text.slice(from, from + name.length);
		if (written.toLowerCase() === name && !isLetter(text.charAt(from + name.length))) {
			return written;
		}
	}
	return undefined;
}

/** `@` within a word is an address, not a name. */
function beginsWord(text: string, at: number): boolean {
	return at === 0 || !isLetter(text.charAt(at - 1));
}

function isLetter(character: string): boolean {
	return /[\p{L}\p{N}_]/u.test(character);
}
