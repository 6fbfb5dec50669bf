/**
 * One text for one value, so that a signature over it can be checked anywhere: RFC 8785 (keys sorted
 * by UTF-16 units, no blanks, numbers as ECMAScript writes them). Properties that are undefined are
 * left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value)
			.filter(([, part]) => part !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
		return `{${members.join(',')}}`;
	}
	if (typeof value === 'number' && !Number.isFinite(value)) {
		throw new Error('A number that JSON cannot say cannot be signed');
	}
	// JSON says nothing of undefined; in a list it stands as null.
	return value === undefined ? 'null' : JSON.stringify(value);
}
