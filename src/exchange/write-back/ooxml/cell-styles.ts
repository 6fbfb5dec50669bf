/**
 * The cell styles of a workbook (`xl/styles.xml`) for a writer: what number format a style has,
 * whether it locks, and the same style as a date, added only where the file has none like it.
 */
import { readCellFormats } from '../../reading/ooxml/cell-formats.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import { NumberFormat } from '../../reading/number-format.ts';
import { splice, type Patch } from '../splice.ts';
import { withAttribute } from './tag.ts';

/** Built-in formats that follow the reader's region (ECMA-376 part 1, 18.8.30). */
const dateFormats = { date: '14', dateTime: '22' } as const;

interface StyleText {
	readonly text: string;
	readonly tagLength: number;
	readonly locked: boolean;
}

export class CellStyles {
	readonly formats: readonly NumberFormat[];
	readonly general: NumberFormat;
	readonly #xml: string;
	readonly #styles: StyleText[] = [];
	readonly #added: string[] = [];
	/** Offset of the closing tag of the list of styles; -1 where the file has none. */
	#listEnd = -1;
	#count: Patch | undefined;

	/** `xml` is '' for a workbook without styles. */
	constructor(xml: string, date1904: boolean) {
		this.#xml = xml;
		this.formats = readCellFormats(xml, date1904);
		this.general = new NumberFormat('General', date1904);
		this.#readStyles();
	}

	format(style: number): NumberFormat {
		return this.formats[style] ?? this.general;
	}

	/** Whether a protected sheet locks cells of a style: all are unless they say otherwise. */
	locks(style: number): boolean {
		return this.#styles[style]?.locked ?? true;
	}

	/** The style that is like another but shows dates; undefined where the file has no styles. */
	asDate(style: number, as: keyof typeof dateFormats): number | undefined {
		const base = this.#styles[style];
		if (!base || this.#listEnd < 0) return undefined;
		const tag = base.text.slice(0, base.tagLength);
		const withFormat = withAttribute(tag, 'numFmtId', dateFormats[as]);
		const text =
			withAttribute(withFormat, 'applyNumberFormat', '1') + base.text.slice(base.tagLength);
		const known = [...this.#styles.map((own) => own.text), ...this.#added].indexOf(text);
		return known >= 0 ? known : this.#styles.length + this.#added.push(text) - 1;
	}

	/** The part with the added styles; undefined where none was added. */
	changed(): string | undefined {
		if (this.#added.length === 0) return undefined;
		const patches: Patch[] = [
			{ start: this.#listEnd, end: this.#listEnd, text: this.#added.join('') },
		];
		if (this.#count) {
			patches.push({ ...this.#count, text: String(this.#styles.length + this.#added.length) });
		}
		return splice(this.#xml, patches);
	}

	#readStyles(): void {
		const scanner = new XmlScanner(this.#xml);
		while (scanner.next() && !scanner.opens('cellXfs'));
		if (scanner.kind !== 'open') return;
		const count = scanner.valueOffset('count');
		if (count >= 0) {
			const length = scanner.rawAttribute('count')?.length ?? 0;
			this.#count = { start: count, end: count + length, text: '' };
		}
		while (scanner.next() && !scanner.closes('cellXfs')) {
			if (scanner.opens('xf')) this.#styles.push(this.#readStyle(scanner));
		}
		this.#listEnd = scanner.start;
	}

	#readStyle(scanner: XmlScanner): StyleText {
		const { start, end } = scanner;
		let locked = true;
		if (scanner.kind === 'open') {
			while (scanner.next() && !scanner.closes('xf')) {
				const lock = scanner.opens('protection') && scanner.rawAttribute('locked');
				if (lock === '0' || lock === 'false') locked = false;
			}
		}
		return { text: this.#xml.slice(start, scanner.end), tagLength: end - start, locked };
	}
}
