import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checks } from '../../../src/model/catalog/checks.ts';
import { checkRules } from '../../../src/model/readiness/checks/check-rules.ts';
import { waitingChecks } from '../../../src/model/readiness/waiting-checks.ts';

const running = new Set(checkRules.map(({ check }) => check));
const waiting = waitingChecks.flatMap((group) => group.checks);

it('gives each check of the catalogue that does not run one reason, and no other', () => {
	const silent = checks.filter(({ id }) => !running.has(id)).map(({ id }) => id);
	expect([...waiting].sort()).toEqual([...silent].sort());
});

it('counts what runs and what does not as the README does', () => {
	const readme = readFileSync('README.md', 'utf8');
	expect(readme).toContain(`${running.size} of the ${checks.length} checks of the catalogue run`);
	expect(readme).toContain(`${waiting.length} of the ${checks.length} checks do not run`);
	expect(readme).toContain(`${waiting.length - 1} wait for facts of later work`);
});
