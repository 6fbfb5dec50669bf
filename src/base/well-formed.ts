/**
 * A value as it comes back from storage and from others: half of a surrogate pair does not survive
 * UTF-8, and what holds one must say the same before and after.
 */
export function wellFormed(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(loneSurrogate, '\ufffd');
	if (Array.isArray(value)) return value.map(wellFormed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [
			key.replace(loneSurrogate, '\ufffd'),
			wellFormed(part),
		]),
	);
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
