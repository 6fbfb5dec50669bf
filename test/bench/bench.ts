/** `npm run bench`: prints one JSON object a line; exits 1 where a ratio passes its target. */
import { documentBenches } from './document-benches.ts';
import { exchangeBenches } from './exchange-benches.ts';
import { firstPaintBenches } from './grid/first-paint-benches.ts';
import { gridBenches } from './grid/grid-benches.ts';
import { eachInFront, openGridStage } from './grid/grid-stage.ts';
import { handBackBenches } from './hand-back-benches.ts';
import { historyBenches } from './history-benches.ts';
import { measure, type BenchCase } from './measure.ts';
import { readinessBenches } from './readiness-benches.ts';
import { openAppSession } from './session/app-session.ts';
import { sessionBenches } from './session/session-benches.ts';
import { openSessionStage } from './session/session-stage.ts';
import { writeBackBenches } from './write-back-benches.ts';

/** `npm run bench -- grid` runs one group. */
const [only] = process.argv.slice(2);
let missed = 0;

if (isWanted('document')) await run(documentBenches());
if (isWanted('history')) await run(historyBenches());
if (isWanted('readiness')) await run(readinessBenches());
if (isWanted('exchange')) await run(await exchangeBenches());
if (isWanted('write-back')) await run(writeBackBenches());
if (isWanted('hand-back')) await run(await handBackBenches());
if (isWanted('grid')) await runGrid();
if (isWanted('session')) await runSession();
process.exitCode = missed ? 1 : 0;

function isWanted(group: string): boolean {
	return only === undefined || only === group;
}

async function runGrid(): Promise<void> {
	const stage = await openGridStage();
	try {
		await run(firstPaintBenches(stage).map((bench) => eachInFront(stage, bench)));
		await run((await gridBenches(stage)).map((bench) => eachInFront(stage, bench)));
	} finally {
		await stage.close();
	}
}

async function runSession(): Promise<void> {
	const stage = await openSessionStage();
	const app = await openAppSession(stage);
	try {
		await run(sessionBenches(stage, app));
	} finally {
		await app.close();
		await stage.close();
	}
}

async function run(benches: readonly BenchCase[]): Promise<void> {
	for (const bench of benches) {
		const outcome = await measure(bench);
		if (outcome.ratio > outcome.target) missed++;
		process.stdout.write(`${JSON.stringify(outcome)}\n`);
	}
}
