/**
 * Lets a failing property be run again: `FC_SEED=… npx vitest run …`, and `FC_RUNS=10000` for a
 * long search. fast-check prints the seed of a failure itself.
 */
import fc from 'fast-check';

const seed = integerFrom('FC_SEED');
const numRuns = integerFrom('FC_RUNS');

fc.configureGlobal({
	...(seed === undefined ? {} : { seed }),
	...(numRuns === undefined ? {} : { numRuns }),
});

function integerFrom(name: string): number | undefined {
	const text = process.env[name];
	if (text === undefined) return undefined;
	const value = Number(text);
	if (!Number.isInteger(value)) throw new Error(`${name} must be an integer, not ${text}`);
	return value;
}
