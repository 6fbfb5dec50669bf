/**
 * The ids of frameworks other than the trust services criteria, by their published shapes. In a
 * column of such ids whatever looks like an id is taken; elsewhere only the unmistakable ones.
 */
export interface TakenReferences {
	readonly ids: readonly string[];
	/** The text with the ids cut out. */
	readonly rest: string;
}

interface Shape {
	readonly pattern: RegExp;
	readonly canonical: (id: string) => string;
}

const asWritten = (id: string): string => id.trim();
const edge = '(?<![A-Za-z0-9.&-])';
const shapes: readonly Shape[] = [
	// NIST Cybersecurity Framework: PR.AC-1 (version 1.1), PR.AA-01 and PR.AA-01.1 (version 2.0).
	shape('(?:GV|ID|PR|DE|RS|RC)\\.[A-Z]{2}-\\d{1,2}(?:\\.\\d{1,2})?', (id) => id.toUpperCase()),
	// HIPAA: 164.308(a)(1)(ii)(A).
	shape('\u00a7?\\s?16[04]\\.\\d{3}(?:\\s?\\([A-Za-z0-9]{1,4}\\))*', (id) =>
		id.replace(/[\u00a7\s]/g, ''),
	),
	// ISO/IEC 27001 Annex A: A.5.15, A5.15, A 5.15, A.9.2.1 (2013).
	shape('A[. ]?\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?', isoAnnex),
	// ISO clauses: Clause 6.1.2, C.4.3.
	shape('(?:Clause\\s+\\d{1,2}(?:\\.\\d{1,2}){0,3}|C\\.\\d{1,2}(?:\\.\\d{1,2}){1,2})', asWritten),
	// COBIT 2019: APO01, DSS05.02.
	shape('(?:EDM|APO|BAI|DSS|MEA)\\d{2}(?:\\.\\d{2})?', (id) => id.toUpperCase()),
	// NIST SP 800-53: AC-2, AC-02(01), AC-2 (1).
	shape(
		'(?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-\\d{1,2}(?:\\s?\\(\\d{1,2}\\))*',
		nistControl,
	),
];

/** Cuts the references out of a text; `everyId` where the column is known to hold references. */
export function takeReferences(text: string, everyId: boolean): TakenReferences {
	const ids = new Set<string>();
	let rest = text;
	for (const { pattern, canonical } of shapes) {
		rest = rest.replace(pattern, (id) => {
			ids.add(canonical(id));
			return ' ';
		});
	}
	if (!everyId) return { ids: [...ids], rest };
	const left: string[] = [];
	for (const piece of rest.split(/[,;\n\r|]|\s\/\s|\s{2,}/)) {
		const leading = leadingId.exec(piece.trim());
		if (!leading) {
			left.push(piece);
			continue;
		}
		// "27001: 5.1" is one id, its framework in front.
		for (const id of leading[0].replace(/:\s+/g, ':').split(/\s+/))
			ids.add(id.replace(/[:.]+$/, ''));
		left.push(piece.trim().slice(leading[0].length));
	}
	return { ids: [...ids], rest: left.join(' ') };
}

/** True where a text begins with an id of unmistakable shape, whatever follows. */
export function startsWithReference(text: string): boolean {
	return shapes.some(({ pattern }) => text.slice(0, 40).search(pattern) === 0);
}

/** True for one token that has the shape of an id: short, no blank, at least one digit. */
export function isIdToken(token: string): boolean {
	return token.length <= 24 && idToken.test(token);
}

const idToken = /^[A-Za-z&\u00a7]{0,12}[A-Za-z0-9.&:/()[\]_-]*\d[A-Za-z0-9.:()[\]_/-]*$/;
const leadingId =
	/^(?:(?=\S*\d)[A-Za-z0-9.&\u00a7:/()_-]{1,24})(?:\s+(?=\S*\d)[A-Za-z0-9.&\u00a7:/()_-]{1,24})*(?=\s|$)/;

function shape(source: string, canonical: (id: string) => string): Shape {
	return { pattern: new RegExp(`${edge}${source}(?![A-Za-z0-9])`, 'gi'), canonical };
}

function isoAnnex(id: string): string {
	return `A.${id.replace(/^A[. ]?/i, '')}`;
}

function nistControl(id: string): string {
	return id
		.toUpperCase()
		.replace(/\s/g, '')
		.replace(/(?<=[-(])0+(?=\d)/g, '');
}
