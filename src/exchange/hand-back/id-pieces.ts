/**
 * A cell of ids taken apart: one piece an id with the words beside it, and what people put between
 * them (lines, semicolons, commas, "and", blanks). Put together again it is the same text.
 */
import { isCriterionId } from '../../model/catalog/criterion-ids.ts';

/** The ids in a text, each once. */
export type ReadIds = (text: string) => readonly string[];

export interface IdPiece {
	/** What stands before it; '' for the first. */
	readonly separator: string;
	readonly text: string;
	/** More than one where it cannot be taken apart, as a range cannot; none for a remark. */
	readonly ids: readonly string[];
}

/** From what separates most to what separates least; each takes its own blanks along. */
const separators = [
	/(\s*\n\s*)/,
	/(\s*[;|]\s*)/,
	/(\s*,\s*)/,
	/(\s*[/&+]\s*|\s+(?:and|und|y|et|e)\s+)/i,
	/(\s+)(?=(?:CC|PI|[ACP])[ .\-_]?\d)/i,
	/(\s+)/,
];

/** From here on they stand inside a remark as often as between ids. */
const looseLevel = 3;

/** The pieces of a text, in order. */
export function idPieces(text: string, read: ReadIds): readonly IdPiece[] {
	return text === '' ? [] : takenApart(text, read, undefined, 0);
}

/** The text of the pieces. */
export function joinedPieces(pieces: readonly Pick<IdPiece, 'separator' | 'text'>[]): string {
	return pieces.map(({ separator, text }, at) => (at === 0 ? '' : separator) + text).join('');
}

/** The ids of a text that stands after `before`: "6.2" is CC6.2 after CC6.1. */
export function idsAfter(
	before: string | undefined,
	text: string,
	read: ReadIds,
): readonly string[] {
	const alone = read(text);
	if (before === undefined || !/^\W*(?:\d|\.\d)/.test(text)) return alone;
	return read(`${before}, ${text}`).filter((id) => id !== before || alone.includes(id));
}

/** The criterion that bare numbers after these ids go on from. */
export function lastCriterion(ids: readonly string[], before?: string): string | undefined {
	return ids.findLast(isCriterionId) ?? before;
}

function takenApart(
	text: string,
	read: ReadIds,
	before: string | undefined,
	level: number,
): readonly IdPiece[] {
	const ids = idsAfter(before, text, read);
	const separator = separators[level];
	if (ids.length === 0 || !separator || (ids.length === 1 && level >= looseLevel)) {
		return [{ separator: '', text, ids }];
	}
	const parts = text.split(separator);
	const pieces: IdPiece[] = [];
	let last = before;
	for (let at = 0; at < parts.length; at += 2) {
		const inside = takenApart(parts[at] ?? '', read, last, level + 1);
		for (const [place, piece] of inside.entries()) {
			const between = place === 0 ? (parts[at - 1] ?? '') : piece.separator;
			pieces.push({ ...piece, separator: between });
			last = lastCriterion(piece.ids, last);
		}
	}
	return isFair(pieces, ids, level) ? pieces : takenApart(text, read, before, level + 1);
}

/**
 * Apart, the pieces must say what they say together: the ends of a range do not. What stands beside
 * the only id on a line is one remark with it ("CC6.1 Access, software"), unless the id stands bare.
 */
function isFair(pieces: readonly IdPiece[], ids: readonly string[], level: number): boolean {
	const found = new Set(pieces.flatMap((piece) => piece.ids));
	if (found.size !== ids.length || !ids.every((id) => found.has(id))) return false;
	if (ids.length > 1 || level === 0) return true;
	return pieces.every(({ text, ids: [id] }) => id === undefined || isBare(text, id));
}

/** True for an id with nothing beside it but blanks, a bullet or the like. */
export function isBare(text: string, id: string): boolean {
	const inside = /^[^\p{L}\p{N}([{]*(.*?)[^\p{L}\p{N})\]}]*$/su.exec(text)?.[1] ?? text;
	return inside === id || (isCriterionId(id) && criterionSpelling.test(inside));
}

const criterionSpelling = /^(CC|PI|[ACP])([ .\-_]?)(\d{1,2})(\s?\.\s?)(\d{1,2})$/i;
