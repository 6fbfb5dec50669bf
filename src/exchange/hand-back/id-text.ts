/**
 * Takes ids out of a cell's text and puts others in; the rest of it stays as somebody wrote it:
 * order, separators, spelling, remarks.
 */
import { compareCriteria, isCriterionId } from '../../model/catalog/criterion-ids.ts';
import { usualSeparator, type IdColumn } from './id-column.ts';
import {
	idPieces,
	idsAfter,
	isBare,
	joinedPieces,
	lastCriterion,
	type IdPiece,
} from './id-pieces.ts';

export interface PatchedIds {
	readonly text: string;
	/** Words that stood beside an id and went with it. */
	readonly lost: readonly string[];
}

/** The text with exactly the `wanted` ids; undefined where it cannot be made to say these. */
export function patchedIds(
	text: string,
	wanted: readonly string[],
	column: IdColumn,
): PatchedIds | undefined {
	const pieces = idPieces(text, column.read);
	const lost: string[] = [];
	const kept = pieces.flatMap((piece) => keptPiece(piece, wanted, column, lost));
	const held = new Set(kept.flatMap(({ ids }) => ids));
	const added = wanted.filter((id) => !held.has(id));
	const separator = usualSeparator(pieces) ?? column.separator;
	const joined = joinedPieces(readable(withAdded(kept, added, separator, column), column));
	// Brackets and bullets alone say nothing.
	const patched = /[\p{L}\p{N}]/u.test(joined) ? joined : '';
	if (says(column, patched, wanted)) return { text: patched, lost };
	const listed = column.list(wanted);
	const remarks = pieces.filter(({ ids }) => ids.length === 0).map((piece) => piece.text);
	const anew = [listed, ...remarks].filter((part) => part !== '').join(separator);
	return says(column, anew, wanted) ? { text: anew, lost } : undefined;
}

function keptPiece(
	piece: IdPiece,
	wanted: readonly string[],
	column: IdColumn,
	lost: string[],
): readonly IdPiece[] {
	const stays = piece.ids.filter((id) => wanted.includes(id));
	if (stays.length === piece.ids.length) return [piece];
	if (stays.length > 0) return [{ ...piece, text: column.list(stays), ids: stays }];
	const [id = ''] = piece.ids;
	if (piece.ids.length > 1 || isBare(piece.text, id)) return [];
	const spelling = spellingIn(piece.text, id);
	if (!spelling) return [];
	// What follows an id at the start of its piece is about it; a sentence that names it is not.
	const leads = /^[^\p{L}\p{N}]*$/u.test(piece.text.slice(0, spelling.start));
	const rest = piece.text.slice(0, spelling.start) + piece.text.slice(spelling.end);
	if (!leads) return [{ ...piece, text: rest.replace(/ {2,}/g, ' ').trim(), ids: [] }];
	const words = rest.replace(/^[^\p{L}\p{N}]+|\s+$/gu, '');
	if (words !== '') lost.push(words);
	return [];
}

function spellingIn(text: string, id: string): { start: number; end: number } | undefined {
	const parts = /^([A-Z]+)(\d+)\.(\d+)$/.exec(id);
	const shape =
		isCriterionId(id) && parts
			? `${parts[1]}[ .\\-_]?0*${parts[2]}\\s?\\.\\s?0*${parts[3]}(?:\\.\\d+|-POF\\d+)*`
			: id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const match = new RegExp(shape, 'i').exec(text);
	return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** Criteria go where the catalogue's order puts them, if the cell keeps it; other ids come last. */
function withAdded(
	kept: readonly IdPiece[],
	added: readonly string[],
	separator: string,
	column: IdColumn,
): readonly IdPiece[] {
	const pieces = [...kept];
	const model = kept.find(({ text, ids: [id, ...more] }) => {
		return id !== undefined && more.length === 0 && isCriterionId(id) && isBare(text, id);
	})?.text;
	for (const id of added) {
		const piece = { separator, text: column.spelled(id, model), ids: [id] };
		const inOrder = pieces.findIndex(({ ids: [first] }) => isBefore(id, first));
		const last = pieces.findLastIndex(({ ids }) => ids.length > 0);
		const at = inOrder >= 0 && isInOrder(pieces) ? inOrder : last + 1;
		// The piece that was first has no separator yet.
		if (at === 0 && pieces[0]) pieces[0] = { ...pieces[0], separator };
		pieces.splice(at, 0, piece);
	}
	return pieces;
}

function isBefore(id: string, other: string | undefined): boolean {
	if (other === undefined || !isCriterionId(id) || !isCriterionId(other)) return false;
	return compareCriteria(id, other) < 0;
}

function isInOrder(pieces: readonly IdPiece[]): boolean {
	const ids = pieces.flatMap((piece) => piece.ids).filter(isCriterionId);
	return ids.every((id, at) => at === 0 || !isBefore(id, ids[at - 1]));
}

/** A bare "6.2" whose CC6.1 was taken out is written in full; a joining word needs no first place. */
function readable(pieces: readonly IdPiece[], column: IdColumn): readonly IdPiece[] {
	let last: string | undefined;
	return pieces.map((piece, at) => {
		const text = at === 0 ? piece.text.replace(/^(?:and|und|y|et|e)\s+/i, '') : piece.text;
		const found = new Set(idsAfter(last, text, column.read));
		const isRead = piece.ids.length === found.size && piece.ids.every((id) => found.has(id));
		last = lastCriterion(piece.ids, last);
		return { ...piece, text: isRead || piece.ids.length === 0 ? text : column.list(piece.ids) };
	});
}

function says(column: IdColumn, text: string, wanted: readonly string[]): boolean {
	const ids = new Set(column.read(text));
	return ids.size === wanted.length && wanted.every((id) => ids.has(id));
}
