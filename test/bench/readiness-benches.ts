/** Checks, scores and the map of criteria at 10,000 controls: one edit against a recount from nothing. */
import type { CalendarDate } from '../../src/base/calendar-date.ts';
import { controlLibrary, testProcedureOf } from '../../src/model/catalog/control-library.ts';
import { criteria } from '../../src/model/catalog/criteria.ts';
import { Readiness } from '../../src/model/readiness/readiness.ts';
import type { RegisterRecord } from '../../src/model/registers/register.ts';
import { at } from '../support/at.ts';
import { aRecord, aScope, asChanges } from '../support/records.ts';
import { cpuOf, type BenchCase } from './measure.ts';

const today = '2026-05-15' as CalendarDate;
const controlCount = 10_000;
const editsPerRun = 20;

const scope = aScope({
	categories: ['security', 'availability', 'confidentiality', 'processing-integrity', 'privacy'],
	reportType: 'type2',
	periodStart: '2026-01-01',
	periodEnd: '2026-06-30',
});

export function readinessBenches(): readonly BenchCase[] {
	const controls = Array.from({ length: controlCount }, (_, place) => aControl(place));
	const records = [...controls, ...evidenceOf(controls), ...gapsOf(controls), ...somePeople()];
	const kept = recounted(records);
	let edits = 0;
	return [
		{
			name: 'one edit among 10,000 controls: checks, score and map up to date',
			reference: 'a recount from nothing',
			target: 0.02,
			bar: 16,
			unit: 'ms CPU an edit',
			runs: 9,
			ours: cpuOf(() => {
				for (let i = 0; i < editsPerRun; i += 1) {
					edits += 1;
					const control = at(controls, (edits * 37) % controlCount);
					const owner = edits % 2 === 0 ? '' : 'Dana';
					const design = edits % 3 === 0 ? 'partly' : 'met';
					kept.put(asChanges([{ ...control, owner, design } as typeof control]));
					look(kept);
				}
			}, editsPerRun),
			theirs: cpuOf(() => recounted(records)),
		},
	];
}

function recounted(records: readonly RegisterRecord[]): Readiness {
	const readiness = new Readiness(today);
	readiness.put({ ...asChanges(records), scope });
	look(readiness);
	return readiness;
}

/** What the overview, the map of criteria and an opened check show. */
function look(readiness: Readiness): readonly unknown[] {
	return [
		readiness.counts,
		readiness.errors,
		readiness.score,
		readiness.mainReason,
		...criteria.map(({ id }) => readiness.criterionScore(id)),
		readiness.findingsOf('CTL-01'),
	];
}

function aControl(place: number) {
	const control = at(controlLibrary, place % controlLibrary.length);
	return aRecord('controls', String(place), {
		controlId: `${control.id}.${place}`,
		title: control.title,
		// Made different enough not to be alike.
		description: `${control.description} Team ${place} of unit ${place % 89} keeps its own list ${place * 7}.`,
		criteria: control.criteria,
		owner: place % 11 === 0 ? '' : `Owner ${place % 40}`,
		frequency: control.frequency,
		type: control.type,
		nature: control.nature,
		status: place % 3 === 0 ? 'planned' : 'implemented',
		design: place % 4 === 0 ? 'partly' : 'met',
		isKey: control.suggestedKey ? 'yes' : 'no',
		testProcedure: testProcedureOf(control, 'type2'),
		evidenceKinds: control.evidence,
		evidenceModel: control.evidenceModel,
	});
}

function evidenceOf(controls: readonly RegisterRecord[]): readonly RegisterRecord[] {
	return controls.map(({ id }, place) =>
		aRecord('evidence', String(place), {
			title: `Evidence ${place}`,
			controls: [id],
			state: place % 5 === 0 ? 'submitted' : 'accepted',
			effective: place % 2 === 0 ? '2026-03-30' : '2026-04-28',
			captured: '2026-04-30',
			preparer: 'Dana',
			reviewer: 'Jun',
		}),
	);
}

function gapsOf(controls: readonly RegisterRecord[]): readonly RegisterRecord[] {
	return Array.from({ length: 300 }, (_, place) =>
		aRecord('gaps', String(place), {
			title: `Gap ${place}`,
			controls: [at(controls, place * 31).id],
			severity: place % 9 === 0 ? 'high' : 'medium',
			status: place % 2 === 0 ? 'open' : 'closed',
			due: '2026-06-01',
			owner: 'Dana',
		}),
	);
}

function somePeople(): readonly RegisterRecord[] {
	return Array.from({ length: 41 }, (_, place) =>
		aRecord('people', String(place), { name: place === 40 ? 'Dana' : `Owner ${place}` }),
	);
}
