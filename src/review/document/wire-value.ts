/**
 * Passes over one value of a Yjs update (lib0's "any", `lib0/decoding` readAny) and refuses whatever
 * is not plain JSON: a workbook holds nothing else.
 */
import type { DocumentLimits } from './document-limits.ts';
import { Unreadable, type WireBytes } from './wire-bytes.ts';

const kinds = {
	undefined: 127,
	null: 126,
	integer: 125,
	float32: 124,
	float64: 123,
	false: 121,
	true: 120,
	text: 119,
	object: 118,
	list: 117,
} as const;

/** Reads past the value at the present place. Throws `Unreadable`. */
export function passValue(bytes: WireBytes, limits: DocumentLimits): void {
	const from = bytes.at;
	passPart(bytes, limits.depth);
	if (bytes.at - from > limits.valueBytes) {
		throw new Unreadable('oversized', 'A value is larger than any of a workbook.');
	}
}

/** Gives the kind of what was passed. `depth`: how many levels may still follow. */
function passPart(bytes: WireBytes, depth: number): number {
	const kind = bytes.byte();
	switch (kind) {
		case kinds.undefined:
		case kinds.null:
		case kinds.false:
		case kinds.true:
			break;
		case kinds.integer:
			bytes.skipInt();
			break;
		case kinds.float32:
		case kinds.float64:
			if (!Number.isFinite(bytes.float(kind === kinds.float32 ? 4 : 8))) {
				throw new Unreadable('unsafe', 'A number in it is none that JSON can say.');
			}
			break;
		case kinds.text:
			bytes.skipText();
			break;
		case kinds.object:
		case kinds.list:
			passMembers(bytes, kind, depth - 1);
			break;
		default:
			throw new Unreadable('unsafe', 'It holds a kind of value that no workbook has.');
	}
	return kind;
}

function passMembers(bytes: WireBytes, kind: number, depth: number): void {
	if (depth < 0) throw new Unreadable('unsafe', 'A value in it is nested too deeply.');
	const count = bytes.uint();
	// Each member takes a byte at least, so a false count ends with the bytes.
	for (let place = 0; place < count; place++) {
		if (kind === kinds.list) passPart(bytes, depth);
		else passMember(bytes, depth);
	}
}

const prototypeKey = '__proto__';

function passMember(bytes: WireBytes, depth: number): void {
	const isPrototype = bytes.nextTextIs(prototypeKey);
	bytes.skipText();
	const kind = passPart(bytes, depth);
	// lib0 assigns members, and assigning this one gives the object another prototype, unless it is
	// a text or number: then nothing happens.
	const sets = kind === kinds.object || kind === kinds.list || kind === kinds.null;
	if (isPrototype && sets) {
		throw new Unreadable('unsafe', 'A value in it would pass for something else (__proto__).');
	}
}
