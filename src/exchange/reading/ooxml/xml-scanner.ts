/**
 * Walks the tags of an XML text and knows the offset of each, so that a writer can later replace
 * just that stretch. Names are local names: prefixes differ between writers. It checks nothing
 * that a reader does not need, never resolves entities of its own, and moves forward with every
 * call, however damaged the text.
 */
import { decodeContent, decodeReferences } from './xml-text.ts';

const bang = 33;
const quote = 34;
const apostrophe = 39;
const slash = 47;
const colon = 58;
const less = 60;
const equals = 61;
const greater = 62;
const question = 63;

/** Attributes of one tag that are noted; no element of ours has half as many. */
const mostAttributes = 64;
/** Characters walked before a search asks the platform. */
const nearby = 16;

export class XmlScanner {
	readonly text: string;
	/** What the tag found last is. */
	kind: 'open' | 'empty' | 'close' = 'open';
	/** Its local name. */
	name = '';
	/** Offset of its `<`. */
	start = 0;
	/** Offset after its `>`. */
	end = 0;
	/** True once the text stopped in the middle of a tag or section. */
	cutShort = false;
	/** Four offsets an attribute: name start (after any prefix), name end, value start, value end. */
	readonly #attributes = new Int32Array(4 * mostAttributes);
	#attributeCount = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** Moves to the next tag; false at the end. */
	next(): boolean {
		let at = this.end;
		for (;;) {
			const start = this.find(less, at);
			if (start < 0) return this.#stop();
			const code = this.text.charCodeAt(start + 1);
			if (code === bang || code === question) {
				at = this.#sectionEnd(start);
				if (at < 0) return this.#stop(true);
			} else if (code === slash) {
				return this.#closeTag(start);
			} else if (isNameStart(code)) {
				return this.#openTag(start);
			} else {
				at = start + 1;
			}
		}
	}

	/** True at an opening (or empty) tag of this local name. */
	opens(name: string): boolean {
		return this.kind !== 'close' && this.name === name;
	}

	closes(name: string): boolean {
		return this.kind === 'close' && this.name === name;
	}

	/** The value of an attribute by local name, references resolved. */
	attribute(name: string): string | undefined {
		const raw = this.rawAttribute(name);
		return raw === undefined ? undefined : decodeReferences(raw);
	}

	/** As `attribute`, for values that cannot hold references (numbers, cell references). */
	rawAttribute(name: string): string | undefined {
		const index = this.#attributeIndex(name);
		if (index < 0) return undefined;
		return this.text.slice(this.#attributes[index + 2], this.#attributes[index + 3]);
	}

	/** Offset at which the value of an attribute begins (its quote ends it); -1 where it is absent. */
	valueOffset(name: string): number {
		const index = this.#attributeIndex(name);
		return index < 0 ? -1 : (this.#attributes[index + 2] ?? -1);
	}

	/** A boolean attribute (xsd:boolean: 1, true, 0, false). */
	flag(name: string): boolean {
		const value = this.rawAttribute(name);
		return value === '1' || value === 'true';
	}

	/** The text from here up to the next tag, which the next call finds. */
	readText(): string {
		const from = this.end;
		if (!this.next()) return decodeContent(this.text.slice(from));
		this.stepBack();
		return decodeContent(this.text.slice(from, this.start));
	}

	/** From an opening tag, moves to its closing tag (elements of the same name may nest). */
	skipElement(): void {
		if (this.kind !== 'open') return;
		const { name } = this;
		let depth = 1;
		while (depth > 0 && this.next()) depth += this.#nesting(name);
	}

	/** Lets the next call find the present tag once more. */
	stepBack(): void {
		this.end = this.start;
	}

	#attributeIndex(name: string): number {
		const attributes = this.#attributes;
		for (let index = 0; index < this.#attributeCount; index += 4) {
			const start = attributes[index] ?? 0;
			const length = (attributes[index + 1] ?? 0) - start;
			if (length === name.length && this.text.startsWith(name, start)) return index;
		}
		return -1;
	}

	/** Offset of a character from an offset on, or -1; it is mostly near, so a short walk is tried. */
	find(code: number, from: number): number {
		const { text } = this;
		const near = from + nearby;
		for (let at = from; at < near; at += 1) {
			const found = text.charCodeAt(at);
			if (found === code) return at;
			if (Number.isNaN(found)) return -1;
		}
		return text.indexOf(String.fromCharCode(code), near);
	}

	/** How many levels of elements of this name the present tag opens. */
	#nesting(name: string): number {
		if (this.name !== name || this.kind === 'empty') return 0;
		return this.kind === 'open' ? 1 : -1;
	}

	#stop(cutShort = false): false {
		if (cutShort) this.cutShort = true;
		this.start = this.end = this.text.length;
		this.kind = 'close';
		this.name = '';
		return false;
	}

	/** The offset after a comment, CDATA section, declaration or processing instruction; -1 if none. */
	#sectionEnd(start: number): number {
		const closing = this.text.startsWith('<!--', start)
			? '-->'
			: this.text.startsWith('<![CDATA[', start)
				? ']]>'
				: this.text.startsWith('<?', start)
					? '?>'
					: '>';
		const end = this.text.indexOf(closing, start + 2);
		return end < 0 ? -1 : end + closing.length;
	}

	#closeTag(start: number): boolean {
		const end = this.find(greater, start);
		if (end < 0) return this.#stop(true);
		let nameEnd = start + 2;
		let nameStart = nameEnd;
		for (; nameEnd < end && !isSpace(this.text.charCodeAt(nameEnd)); nameEnd += 1) {
			if (this.text.charCodeAt(nameEnd) === colon) nameStart = nameEnd + 1;
		}
		this.kind = 'close';
		this.name = this.text.slice(nameStart, nameEnd);
		this.start = start;
		this.end = end + 1;
		this.#attributeCount = 0;
		return true;
	}

	#openTag(start: number): boolean {
		const { text } = this;
		this.#attributeCount = 0;
		this.start = start;
		let at = this.#nameEnd(start + 1);
		this.name = text.slice(this.#localStart, at);
		for (;;) {
			const code = text.charCodeAt(at);
			if (code === greater) {
				this.kind = text.charCodeAt(at - 1) === slash ? 'empty' : 'open';
				this.end = at + 1;
				return true;
			}
			if (Number.isNaN(code)) return this.#stop(true);
			if (isSpace(code) || code === slash) {
				at += 1;
				continue;
			}
			at = this.#readAttribute(at);
			if (at < 0) return this.#stop(true);
		}
	}

	/** Where the local part of the name read last begins. */
	#localStart = 0;

	#nameEnd(start: number): number {
		const { text } = this;
		this.#localStart = start;
		for (let at = start; ; at += 1) {
			const code = text.charCodeAt(at);
			if (code === colon) this.#localStart = at + 1;
			else if (
				Number.isNaN(code) ||
				code === greater ||
				code === slash ||
				code === equals ||
				isSpace(code)
			) {
				return at;
			}
		}
	}

	/** Notes the attribute that starts here and returns the offset after it; -1 if it never ends. */
	#readAttribute(start: number): number {
		const { text } = this;
		const nameEnd = this.#nameEnd(start);
		let at = nameEnd;
		while (isSpace(text.charCodeAt(at))) at += 1;
		// A name without a value is no XML; it is stepped over.
		if (text.charCodeAt(at) !== equals) return Math.max(at, start + 1);
		at += 1;
		while (isSpace(text.charCodeAt(at))) at += 1;
		const code = text.charCodeAt(at);
		if (code !== quote && code !== apostrophe) return at;
		const valueEnd = this.find(code, at + 1);
		if (valueEnd < 0) return -1;
		const attributes = this.#attributes;
		const count = this.#attributeCount;
		if (count === attributes.length) return valueEnd + 1;
		attributes[count] = this.#localStart;
		attributes[count + 1] = nameEnd;
		attributes[count + 2] = at + 1;
		attributes[count + 3] = valueEnd;
		this.#attributeCount = count + 4;
		return valueEnd + 1;
	}
}

function isSpace(code: number): boolean {
	return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Letters, `_`, `:` and everything past ASCII. */
function isNameStart(code: number): boolean {
	return (
		(code >= 97 && code <= 122) ||
		(code >= 65 && code <= 90) ||
		code === 95 ||
		code === colon ||
		code > 127
	);
}
