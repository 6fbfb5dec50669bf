/**
 * Stands in for `lib0/logging` (vite.config.ts): what Yjs says of a fault goes to the console in plain
 * words. Yjs gives colours among them, which mean nothing here.
 */

export const ORANGE = Symbol('orange');
export const RED = Symbol('red');
export const BOLD = Symbol('bold');
export const UNBOLD = Symbol('unbold');

export function print(...said: readonly unknown[]): void {
	console.warn(...words(said));
}

export function warn(...said: readonly unknown[]): void {
	console.warn(...words(said));
}

function words(said: readonly unknown[]): readonly unknown[] {
	return said.filter((each) => typeof each !== 'symbol');
}
