/** Finds the tags of an HTML text in one pass, however damaged it is. */
export interface HtmlTag {
	/** Lower case; '' for a comment or declaration. */
	readonly name: string;
	readonly closing: boolean;
	/** What stands between name and `>`. */
	readonly attributes: string;
	/** Offset of `<` and the offset after `>`. */
	readonly start: number;
	readonly end: number;
}

const tagName = /(\/?)([a-z][\w:-]*)/iy;

/** The tags of `html` in order; a `<` that begins none is text. */
export function* htmlTags(html: string): Generator<HtmlTag> {
	const quotes = new QuoteSearch(html);
	for (let at = html.indexOf('<'); at >= 0;) {
		const tag = tagAt(html, at, quotes);
		if (tag) yield tag;
		at = html.indexOf('<', tag?.end ?? at + 1);
	}
}

function tagAt(html: string, start: number, quotes: QuoteSearch): HtmlTag | undefined {
	if (html.startsWith('<!', start)) {
		const closing = html.startsWith('<!--', start) ? '-->' : '>';
		const found = html.indexOf(closing, start + 2);
		const end = found < 0 ? html.length : found + closing.length;
		return { name: '', closing: false, attributes: '', start, end };
	}
	tagName.lastIndex = start + 1;
	const match = tagName.exec(html);
	if (!match) return undefined;
	const close = quotes.skipTo('>', tagName.lastIndex);
	return {
		name: (match[2] ?? '').toLowerCase(),
		closing: match[1] === '/',
		attributes: html.slice(tagName.lastIndex, close),
		start,
		end: Math.min(close + 1, html.length),
	};
}

/** Looks past quoted values; a quote that nothing closes counts as a plain character. */
class QuoteSearch {
	readonly #text: string;
	/** Quotes that are known to have no partner further on, so that they are not looked for again. */
	readonly #hopeless = new Set<string>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Offset of the next `character` outside quotes, or the length of the text. */
	skipTo(character: string, from: number): number {
		for (let at = from; at < this.#text.length; at += 1) {
			const found = this.#text.charAt(at);
			if (found === character) return at;
			if (found !== '"' && found !== "'") continue;
			const partner = this.#hopeless.has(found) ? -1 : this.#text.indexOf(found, at + 1);
			if (partner < 0) this.#hopeless.add(found);
			else at = partner;
		}
		return this.#text.length;
	}
}
