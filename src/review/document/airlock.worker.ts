/** The airlock worker's entry: what others sent meets Yjs behind this door first. */
import '../../workbook/quick-decoding.ts';

import { serveAirlock } from './serve-airlock.ts';

serveAirlock({
	postMessage: (message, transfer) => self.postMessage(message, { transfer }),
	addEventListener: (type, listener) => self.addEventListener(type, listener),
});
