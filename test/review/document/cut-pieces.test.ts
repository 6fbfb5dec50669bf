/** Pieces that are made once, whoever asks for them and in whatever order. */
import { expect, test } from 'vitest';
import { CutPieces } from '../../../src/review/document/cut-pieces.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const nothing: Bytes = new Uint8Array([0]);
const present = (): Bytes => new Uint8Array([1]);

test('whoever asks while they are made ahead gets those, and the rest as it is made', () => {
	const { pieces, cuts } = pieced();
	const ahead = pieces.ahead(nothing, present);
	ahead.next();
	ahead.next();
	expect(all(pieces.from(nothing, present))).toEqual([10, 11, 12, 13, 11, 12, 13]);
	expect([...ahead]).toEqual([]);
	// Once for all of it, once for what came since.
	expect(cuts).toEqual([0, 1]);
});

test('ahead goes on where they are being made for somebody already', () => {
	const { pieces, cuts } = pieced();
	const asked = pieces.from(nothing, present);
	asked.next();
	const ahead = pieces.ahead(nothing, present);
	ahead.next();
	expect(all(asked)).toEqual([11, 12, 13]);
	expect([...ahead]).toEqual([]);
	expect(cuts).toEqual([0]);
});

test('somebody who asks from elsewhere gets their own', () => {
	const { pieces, cuts } = pieced();
	pieces.ahead(nothing, present).next();
	expect(all(pieces.from(new Uint8Array([2]), present))).toEqual([12, 13]);
	expect(cuts).toEqual([0, 2]);
});

/** Pieces of one byte, from 10 and the vector's byte up to 13; `cuts`: from where each cut began. */
function pieced() {
	const cuts: number[] = [];
	const pieces = new CutPieces(
		function* (vector) {
			const from = vector[0] ?? 0;
			cuts.push(from);
			for (let byte = 10 + from; byte <= 13; byte += 1) yield new Uint8Array([byte]);
		},
		(piece) => piece,
	);
	return { pieces, cuts };
}

function all(pieces: Iterable<Bytes>): readonly number[] {
	return [...pieces].flatMap((piece) => [...piece]);
}
