/** Character references of HTML: all numeric ones and the named ones that spreadsheets write. */
const named = new Map(
	Object.entries({
		lt: '<',
		gt: '>',
		amp: '&',
		quot: '"',
		apos: "'",
		nbsp: '\u00a0',
		ndash: '–',
		mdash: '—',
		lsquo: '‘',
		rsquo: '’',
		ldquo: '“',
		rdquo: '”',
		hellip: '…',
		bull: '•',
		middot: '·',
		sect: '§',
		copy: '©',
		reg: '®',
		trade: '™',
		deg: '°',
		euro: '€',
		pound: '£',
		auml: 'ä',
		ouml: 'ö',
		uuml: 'ü',
		Auml: 'Ä',
		Ouml: 'Ö',
		Uuml: 'Ü',
		szlig: 'ß',
		eacute: 'é',
		egrave: 'è',
		agrave: 'à',
		ccedil: 'ç',
		ntilde: 'ñ',
		aacute: 'á',
		iacute: 'í',
		oacute: 'ó',
		uacute: 'ú',
	}),
);

/** Resolves references; unknown ones stay as they are. */
export function decodeHtmlReferences(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));?/g,
		(all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return named.get(name) ?? all;
			const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
				? String.fromCodePoint(code)
				: '\uFFFD';
		},
	);
}
