import { utf8TextDecoder } from 'lib0/string';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import '../../src/workbook/quick-decoding.ts';

describe('the decoder that Yjs reads documents with', () => {
	it('is the quick one, so that a new lib0 that goes another way is noticed', () => {
		const doc = new Y.Doc();
		doc.getMap('controls').set('control:1', { owner: 'Ann', title: 'Zugänge prüfen 🔑' });
		const copy = new Y.Doc();
		let decoded = 0;
		const quick = utf8TextDecoder!.decode.bind(utf8TextDecoder);
		utf8TextDecoder!.decode = (input) => {
			decoded += 1;
			return quick(input);
		};
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		utf8TextDecoder!.decode = quick;
		expect(decoded).toBeGreaterThan(4);
		expect(Object.hasOwn(utf8TextDecoder!, 'decode')).toBe(true);
		expect(copy.getMap('controls').toJSON()).toEqual(doc.getMap('controls').toJSON());
	});

	it('still refuses what is no UTF-8 and takes what others give it', () => {
		expect(() => utf8TextDecoder!.decode(new Uint8Array([0x61, 0xff]))).toThrow(TypeError);
		expect(utf8TextDecoder!.decode(new Uint8Array([0x61]).buffer)).toBe('a');
		expect(utf8TextDecoder!.decode()).toBe('');
	});
});
