/**
 * A text to be read, as data: what a page of prose is made of, and no more. A stretch between two
 * double asterisks is strong; nothing else in a text has a meaning.
 */

export type TextBlock =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'heading'; readonly text: string }
	/** What must not be overlooked. */
	| { readonly kind: 'note'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	/** In the order in which they come. */
	| { readonly kind: 'steps'; readonly items: readonly string[] }
	/** Each a word and what is said of it. */
	| { readonly kind: 'terms'; readonly items: readonly (readonly [string, string])[] }
	/** The first column names the row. */
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly columns: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  };

export interface TextRun {
	readonly text: string;
	readonly strong: boolean;
}

export const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
export const heading = (text: string): TextBlock => ({ kind: 'heading', text });
export const note = (text: string): TextBlock => ({ kind: 'note', text });
export const list = (...items: readonly string[]): TextBlock => ({ kind: 'list', items });
export const steps = (...items: readonly string[]): TextBlock => ({ kind: 'steps', items });
export const terms = (...items: readonly (readonly [string, string])[]): TextBlock => ({
	kind: 'terms',
	items,
});
export const table = (
	caption: string,
	columns: readonly string[],
	...rows: readonly (readonly string[])[]
): TextBlock => ({ kind: 'table', caption, columns, rows });

/** The stretches of a text, in order, none of them empty. Asterisks without a partner are letters. */
export function runsOf(text: string): readonly TextRun[] {
	const parts = text.split(/\*\*(.+?)\*\*/);
	return parts
		.map((part, index) => ({ text: part, strong: index % 2 === 1 }))
		.filter((run) => run.text !== '');
}

/** All the words of the blocks, a line for each piece, as for a search. */
export function plainText(blocks: readonly TextBlock[]): string {
	return blocks
		.flatMap(piecesOf)
		.map((piece) =>
			runsOf(piece)
				.map((run) => run.text)
				.join(''),
		)
		.join('\n');
}

function piecesOf(block: TextBlock): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
		case 'note':
			return [block.text];
		case 'list':
		case 'steps':
			return block.items;
		case 'terms':
			return block.items.flat();
		case 'table':
			return [block.caption, ...block.columns, ...block.rows.flat()];
	}
}
