/**
 * Makes Yjs read documents faster: most of opening a large one is lib0's calls into the browser's
 * text decoder, half a million for 10,000 controls. Imported before any document is opened.
 */
import { utf8TextDecoder } from 'lib0/string';
import { withShortWords } from '../base/utf8-words.ts';

if (utf8TextDecoder) {
	const native = utf8TextDecoder.decode.bind(utf8TextDecoder);
	const quick = withShortWords(native);
	// This one decoder belongs to lib0; the prototype that everybody shares stays as it is.
	utf8TextDecoder.decode = (input, options) =>
		input instanceof Uint8Array && options === undefined ? quick(input) : native(input, options);
}
