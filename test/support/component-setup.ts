/** Gives component tests the DOM matchers (`toBeVisible`, `toHaveFocus`, …), and keys as a browser has. */
import { webcrypto } from 'node:crypto';
import '@testing-library/jest-dom/vitest';

// jsdom makes random values only.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
