/** The history worker's entry: whole states of a workbook are opened and compared behind this door. */
import './parse-without-eval.ts';
import '../../workbook/quick-decoding.ts';

import { serveHistory } from './serve-history.ts';

serveHistory({
	postMessage: (message, transfer) => self.postMessage(message, { transfer }),
	addEventListener: (type, listener) => self.addEventListener(type, listener),
});
