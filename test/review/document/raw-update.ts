/** Writes Yjs updates (format 1) that no honest program would, byte by byte. */
import * as encoding from 'lib0/encoding';

export interface RawChange {
	/** 0x80 origin, 0x40 right origin, 0x20 key, and the kind of content. */
	readonly info?: number;
	readonly origin?: readonly [client: number, clock: number];
	readonly rightOrigin?: readonly [client: number, clock: number];
	/** The name of a root map; or the id of the change that holds it. */
	readonly parent?: string | readonly [client: number, clock: number];
	readonly key?: string | undefined;
	/** Writes the content; one text where it is left out. */
	readonly content?: (encoder: encoding.Encoder) => void;
}

export interface RawClient {
	readonly client: number;
	readonly clock?: number;
	/** What it says its count is, where that is a lie. */
	readonly count?: number;
	readonly changes: readonly RawChange[];
}

export const kinds = {
	collected: 0,
	overwritten: 1,
	json: 2,
	binary: 3,
	string: 4,
	embed: 5,
	format: 6,
	type: 7,
	any: 8,
	doc: 9,
	skip: 10,
} as const;

export interface RawRange {
	readonly client: number;
	readonly ranges: readonly (readonly [clock: number, length: number])[];
}

export function rawUpdate(
	clients: readonly RawClient[],
	removed: readonly RawRange[] = [],
): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, clients.length);
	for (const { client, clock = 0, changes, count = changes.length } of clients) {
		encoding.writeVarUint(encoder, count);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		for (const change of changes) writeChange(encoder, change);
	}
	encoding.writeVarUint(encoder, removed.length);
	for (const { client, ranges } of removed) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, ranges.length);
		for (const [clock, length] of ranges) {
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarUint(encoder, length);
		}
	}
	return encoding.toUint8Array(encoder);
}

function writeChange(encoder: encoding.Encoder, change: RawChange): void {
	const { origin, rightOrigin, parent = 'controls' } = change;
	const key = 'key' in change ? change.key : 'control:x';
	const bits = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
	encoding.writeUint8(encoder, bits | (change.info ?? kinds.any));
	if (change.info === kinds.collected || change.info === kinds.skip) {
		change.content?.(encoder);
		return;
	}
	for (const id of [origin, rightOrigin]) {
		for (const part of id ?? []) encoding.writeVarUint(encoder, part);
	}
	if (!origin && !rightOrigin) {
		encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
		if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
		else for (const part of parent) encoding.writeVarUint(encoder, part);
		if (key !== undefined) encoding.writeVarString(encoder, key);
	}
	(change.content ?? oneText)(encoder);
}

function oneText(encoder: encoding.Encoder): void {
	values('text')(encoder);
}

/** Content of kind `any`: these values. */
export function values(...all: readonly unknown[]): (encoder: encoding.Encoder) => void {
	return (encoder) => {
		encoding.writeVarUint(encoder, all.length);
		for (const value of all) encoding.writeAny(encoder, value as encoding.AnyEncodable);
	};
}

/** Content that is only a length: of overwritten values, or of what was collected or skipped. */
export function lengthOf(length: number): (encoder: encoding.Encoder) => void {
	return (encoder) => encoding.writeVarUint(encoder, length);
}
