/** Gives component tests the DOM matchers (`toBeVisible`, `toHaveFocus`, …), and keys as a browser has. */
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream, ReadableStream } from 'node:stream/web';
import '@testing-library/jest-dom/vitest';

// jsdom makes random values only.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
// And no streams, which sealing packs with.
const streams = { CompressionStream, DecompressionStream, ReadableStream };
for (const [name, value] of Object.entries(streams)) {
	Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
