/** `npm run bench`: prints one JSON object a line; exits 1 where a ratio passes its target. */
import { documentBenches } from './document-benches.ts';
import { exchangeBenches } from './exchange-benches.ts';
import { measure } from './measure.ts';

let missed = 0;
for (const bench of [...documentBenches(), ...(await exchangeBenches())]) {
	const outcome = await measure(bench);
	if (outcome.ratio > outcome.target) missed++;
	process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
process.exitCode = missed ? 1 : 0;
