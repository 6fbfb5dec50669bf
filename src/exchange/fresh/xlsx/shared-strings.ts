/**
 * `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4): each text once, cells name it by its index. Excel
 * writes text this way, and some viewers show cells with inline text as blank.
 */
import { xmlDeclaration } from '../xml-text.ts';
import { textElement } from './string-value.ts';

export class SharedStrings {
	readonly #indexes = new Map<string, number>();
	#references = 0;

	/** The index of a text, which is added if it is new. */
	index(text: string): number {
		this.#references += 1;
		const known = this.#indexes.get(text);
		if (known !== undefined) return known;
		const index = this.#indexes.size;
		this.#indexes.set(text, index);
		return index;
	}

	/** The part; to be written when all sheets are. */
	*part(): Generator<string> {
		yield xmlDeclaration;
		yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#references}" uniqueCount="${this.#indexes.size}">`;
		for (const text of this.#indexes.keys()) yield `<si>${textElement(text)}</si>`;
		yield '</sst>';
	}
}
