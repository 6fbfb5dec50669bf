/**
 * Branded ids: a readable prefix and a random part (`control:3f9k2…`). Created records get random
 * ids so that two devices never create the same one; published ids (CC6.1) are not branded here.
 */
export type Id<Kind extends string> = `${Kind}:${string}`;

/** Where randomness comes from: returns a random part of at least 72 bits, URL-safe. */
export interface IdSource {
	next(): string;
}

/** A new id of the given kind. */
export function newId<Kind extends string>(kind: Kind, source: IdSource): Id<Kind> {
	return `${kind}:${source.next()}`;
}

/** True where `value` is an id of `kind` with a non-empty random part and no separator in it. */
export function isId<Kind extends string>(kind: Kind, value: unknown): value is Id<Kind> {
	return (
		typeof value === 'string' &&
		value.startsWith(`${kind}:`) &&
		value.length > kind.length + 1 &&
		!value.includes('/')
	);
}
