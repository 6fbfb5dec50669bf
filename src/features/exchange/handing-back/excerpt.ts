/** A text that changed, on one line: what was taken out and put in, with a little around it. */
import type { Stretch, TextDifference } from '../word-difference.ts';

export interface Piece {
	readonly text: string;
	/** Where the text has it: on one side only, or on both. */
	readonly on: 'both' | 'before' | 'after';
}

/** Characters that stay around a change. */
const kept = 24;
/** Texts no longer than this are easier to read side by side. */
const short = 32;
/** A line shows no more than this. */
const longest = 240;

/** True for texts that have most in common, which are better read as one with its changes. */
export function isOneText({ before, after }: TextDifference): boolean {
	const lengths = [before, after].map((side) =>
		side.reduce((sum, { text }) => sum + text.length, 0),
	);
	return Math.max(...lengths) > short && before.some(isShared) && after.some(isShared);
}

/** Both texts as one, each change as what goes and then what comes; the rest cut short. */
export function excerpt(difference: TextDifference): readonly Piece[] {
	const pieces = woven(difference);
	return firstOf(
		pieces.map(({ text, on }, at) => {
			const isLast = at === pieces.length - 1;
			const cut = on === 'both' ? shortened(text, at === 0, isLast) : withBreaks(text);
			return { on, text: cut.replace(/\s+/g, ' ') };
		}),
	);
}

/** One side on one line. */
export function side(stretches: readonly Stretch[]): readonly Stretch[] {
	const pieces = stretches.map(({ text, changed }) => ({
		changed,
		text: (changed ? withBreaks(text) : text).replace(/\s+/g, ' '),
	}));
	return firstOf(pieces);
}

function woven({ before, after }: TextDifference): readonly Piece[] {
	const pieces: Piece[] = [];
	const left = before.map((stretch) => ({ ...stretch }));
	const right = after.map((stretch) => ({ ...stretch }));
	for (;;) {
		const [a] = left;
		const [b] = right;
		if (a?.changed) pieces.push({ text: left.shift()!.text, on: 'before' });
		else if (b?.changed) pieces.push({ text: right.shift()!.text, on: 'after' });
		else if (!a || !b) return pieces;
		else {
			// What both have is one text, cut at other places.
			const text = a.text.length < b.text.length ? a.text : b.text;
			pieces.push({ text, on: 'both' });
			for (const [side, stretch] of [
				[left, a],
				[right, b],
			] as const) {
				if (stretch.text.length === text.length) side.shift();
				else stretch.text = stretch.text.slice(text.length);
			}
		}
	}
}

/** What stands unchanged, as far as it is near a change. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
	if (text.length <= 2 * kept || (isFirst && isLast)) return text;
	const head = isFirst ? '' : text.slice(0, kept).replace(/\S+$/, '');
	const tail = isLast ? '' : text.slice(-kept).replace(/^\S+/, '');
	return `${head}…${tail}`;
}

/** A line break that came or went can be seen. */
function withBreaks(text: string): string {
	return text.replace(/\r?\n/g, '↵ ');
}

function firstOf<Part extends { readonly text: string }>(parts: readonly Part[]): readonly Part[] {
	const shown: Part[] = [];
	let room = longest;
	for (const part of parts) {
		if (room <= 0) break;
		const isCut = part.text.length > room;
		shown.push(isCut ? { ...part, text: `${part.text.slice(0, room)}…` } : part);
		room -= part.text.length;
	}
	return shown;
}

function isShared({ changed }: Stretch): boolean {
	return !changed;
}
