/** How a column writes ids: what it puts between them, how it spells them, which words go with them. */
import { isPointOfFocus } from '../recognise/criteria-ids.ts';
import { idPieces, isBare, type IdPiece, type ReadIds } from './id-pieces.ts';

/** Texts looked at for the style: more say nothing new. */
const mostTexts = 2_000;

export class IdColumn {
	readonly read: ReadIds;
	/** What stands between two ids most often. */
	readonly separator: string;
	/** Id → the column's most used piece for it. */
	readonly #pieces = new Map<string, string>();
	readonly #model: string | undefined;

	/** `texts` are the column's distinct texts, most frequent first. */
	constructor(texts: readonly string[], read: ReadIds) {
		this.read = read;
		const pieces = texts.slice(0, mostTexts).flatMap((text) => idPieces(text, read));
		this.separator = usualSeparator(pieces) ?? ', ';
		const single = pieces.filter(({ text, ids: [id], ids }) => {
			const isOne = ids.length === 1 && id !== undefined && isSame(read(text), [id]);
			// CC6.1.2 says more than the criterion it is read as.
			return isOne && !isPointOfFocus(text.trim());
		});
		const bare = single.filter(({ text, ids: [id = ''] }) => isBare(text, id));
		this.#model = bare[0]?.text;
		const counts = new Map<string, Map<string, number>>();
		for (const { text, ids } of bare.length * 2 < single.length ? single : bare) {
			const [id = ''] = ids;
			const ofId = counts.get(id) ?? new Map<string, number>();
			counts.set(id, ofId.set(text, (ofId.get(text) ?? 0) + 1));
		}
		for (const [id, ofId] of counts) {
			const [most] = [...ofId].sort(([, a], [, b]) => b - a);
			if (most) this.#pieces.set(id, most[0]);
		}
	}

	/** An id as the column writes it; `model` is how a neighbour in the cell is written. */
	spelled(id: string, model = this.#model): string {
		const known = this.#pieces.get(id);
		if (known !== undefined) return known;
		const like = model === undefined ? undefined : spelledLike(model, id);
		return like !== undefined && isSame(this.read(like), [id]) ? like : id;
	}

	/** A cell of nothing but these ids. */
	list(ids: readonly string[]): string {
		return ids.map((id) => this.spelled(id)).join(this.separator);
	}
}

/** The separator used most between two pieces with ids; undefined where there is none. */
export function usualSeparator(pieces: readonly IdPiece[]): string | undefined {
	const counts = new Map<string, number>();
	for (const [at, { separator, ids }] of pieces.entries()) {
		// The first piece of a cell has none before it.
		if (separator === '' || ids.length === 0 || pieces[at - 1]?.ids.length === 0) continue;
		counts.set(separator, (counts.get(separator) ?? 0) + 1);
	}
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	return most?.[0];
}

/** A criterion spelled as the one in `model`: letter case, what stands between letters and number. */
function spelledLike(model: string, id: string): string | undefined {
	const parts = /^([A-Z]+)(\d+)\.(\d+)$/.exec(id);
	if (!parts) return undefined;
	const [, letters = '', series = '', number = ''] = parts;
	const spelling = /(CC|PI|[ACP])([ .\-_]?)(\d{1,2})(\s?\.\s?)(\d{1,2})/i;
	if (!spelling.test(model)) return undefined;
	return model.replace(spelling, (_, like: string, gap: string, _series, point: string) => {
		const written = like === like.toLowerCase() ? letters.toLowerCase() : letters;
		return written + gap + series + point + number;
	});
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
	return ids.length === others.length && ids.every((id) => others.includes(id));
}
