/**
 * Splits delimited text into records (RFC 4180), forgiving what people and programs write: quotes
 * in the middle of a field, spaces before an opening quote, a quote that is never closed, any line
 * break. Fields stay text.
 */

/** The records of `text` one by one; a blank line gives a record of one empty field. */
export function* delimitedRecords(text: string, separator: string): Generator<string[]> {
	const fields = new FieldReader(text, separator);
	if (text === '') return;
	let record: string[] = [];
	for (;;) {
		record.push(fields.read());
		const next = text.charAt(fields.end);
		if (next === separator) {
			fields.end += 1;
			continue;
		}
		yield record;
		if (next === '') return;
		fields.end += next === '\r' && text.charAt(fields.end + 1) === '\n' ? 2 : 1;
		if (fields.end >= text.length) return;
		record = [];
	}
}

/** A field with the offsets of what is written for it, quotes included. */
export interface WrittenField {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** As `delimitedRecords`, for a writer that changes single fields. */
export function* writtenRecords(text: string, separator: string): Generator<WrittenField[]> {
	const fields = new FieldReader(text, separator);
	let start = 0;
	for (const values of delimitedRecords(text, separator)) {
		const record: WrittenField[] = [];
		for (let left = values.length; left > 0; left -= 1) {
			fields.end = start;
			const value = fields.read();
			record.push({ text: value, start, end: fields.end });
			start = fields.end + 1;
		}
		if (text.charAt(start - 1) === '\r' && text.charAt(start) === '\n') start += 1;
		yield record;
	}
}

const quote = '"';

class FieldReader {
	/** Offset of the separator or line break after the field read last; where the next begins. */
	end = 0;
	readonly #text: string;
	readonly #separator: string;
	readonly #stop: RegExp;
	/** False once a quote was found that no later one closes: then none after it is. */
	#quotesClose = true;

	constructor(text: string, separator: string) {
		this.#text = text;
		this.#separator = separator;
		this.#stop = new RegExp(`[\\r\\n${separator === '\t' ? '\\t' : `\\${separator}`}]`, 'g');
	}

	read(): string {
		return this.#quoted() ?? this.#bare();
	}

	#bare(): string {
		this.#stop.lastIndex = this.end;
		const start = this.end;
		this.end = this.#stop.exec(this.#text)?.index ?? this.#text.length;
		return this.#text.slice(start, this.end);
	}

	/** The content of a quoted field; undefined where the field is not one. */
	#quoted(): string | undefined {
		const text = this.#text;
		let open = this.end;
		while (text.charAt(open) === ' ') open += 1;
		if (!this.#quotesClose || text.charAt(open) !== quote) return undefined;
		let content = '';
		for (let from = open + 1; ;) {
			const close = text.indexOf(quote, from);
			if (close < 0) {
				this.#quotesClose = false;
				return undefined;
			}
			content += text.slice(from, close);
			const after = this.#afterSpaces(close + 1);
			if (this.#endsField(after)) {
				this.end = after;
				return content.replace(/\r\n?/g, '\n');
			}
			// Doubled it stands for one quote; alone in the middle it is taken as it stands.
			content += quote;
			from = text.charAt(close + 1) === quote ? close + 2 : close + 1;
		}
	}

	#endsField(at: number): boolean {
		const next = this.#text.charAt(at);
		return next === '' || next === this.#separator || next === '\r' || next === '\n';
	}

	#afterSpaces(at: number): number {
		let after = at;
		while (this.#text.charAt(after) === ' ') after += 1;
		return this.#endsField(after) ? after : at;
	}
}
