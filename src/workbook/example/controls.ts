/**
 * The controls of the example: from the starter library, in the middle of the work, with the loose ends
 * real workbooks have: controls without owner, late dates, a word nobody mapped, an id used twice.
 */
import { addDays, type CalendarDate } from '../../base/calendar-date.ts';
import {
	controlLibrary,
	domainTitle,
	testProcedureOf,
	type LibraryControl,
} from '../../model/catalog/control-library.ts';
import { evidenceTypeLabel } from '../../model/catalog/evidence-types.ts';
import type { ControlId } from '../../model/records/control.ts';
import type { ColumnId } from '../../model/records/own-column.ts';
import { addControls, type ControlValues } from '../commands/add-controls.ts';
import { editControls, type ControlColumn } from '../commands/edit-controls.ts';
import { addColumn } from '../commands/own-columns.ts';
import { retireControls } from '../commands/retire-controls.ts';
import type { Workbook } from '../workbook.ts';
import { carryOut } from './carry-out.ts';
import { ownerOf } from './people.ts';

/** Domains that belong to categories the example leaves out: processing integrity and privacy. */
const leftOutDomains = new Set(['IN', 'PV']);

const systemNames: Readonly<Record<string, string>> = {
	AC: 'Okta, AWS IAM',
	CM: 'GitHub',
	HR: 'BambooHR',
	EP: 'Kandji',
	IR: 'PagerDuty, Jira',
	LM: 'Datadog',
	VM: 'Snyk, AWS Inspector',
	NS: 'AWS VPC',
	DP: 'AWS KMS, RDS',
	BC: 'AWS Backup',
};

/** The policies and systems that controls name, by the names the example knows them by. */
export interface Linked {
	readonly policies: Readonly<Record<string, string>>;
	readonly systems: Readonly<Record<string, string>>;
}

/** Adds the controls; `today` sets the due dates around the present day, `live` is when most began. */
export function addExampleControls(
	workbook: Workbook,
	today: CalendarDate,
	live: CalendarDate,
	linked: Linked,
): void {
	const [system = ''] = carryOut(workbook, addColumn, { name: 'System', meaning: 'system' });
	const [ticket = ''] = carryOut(workbook, addColumn, { name: 'Ticket' });
	const picked = controlLibrary.filter(({ domain }) => !leftOutDomains.has(domain));
	const rows = picked.map((control, place) => ({
		...exampleRow(control, place, today, system as ColumnId, ticket as ColumnId),
		...judgement(control, place, live, linked),
	}));
	carryOut(workbook, addControls, {
		rows,
		label: `Add ${rows.length} controls from the starter library`,
	});
	leaveLooseEnds(workbook, today);
}

/** What was assessed and tested of a control by now, and what it is tied to. */
function judgement(
	control: LibraryControl,
	place: number,
	live: CalendarDate,
	{ policies, systems }: Linked,
): ControlValues {
	const status = statusAt(place);
	const isIn = status === 'implemented';
	const policy = policies[policyOf[control.domain] ?? ''];
	const tested = isIn && place % 4 === 0;
	const system = systems[control.domain];
	return {
		isKey: control.suggestedKey ? 'yes' : 'no',
		evidenceModel: control.evidenceModel,
		evidenceKinds: control.evidence,
		design: isIn ? (place % 7 === 3 ? 'partly' : 'met') : status === 'inProgress' ? 'partly' : '',
		...(isIn ? { liveDate: addDays(live, -30 + (place % 9) * 2) } : {}),
		...(policy ? { policies: [policy] } : { policyNeeded: 'no' }),
		...(system ? { systems: [system] } : {}),
		...(control.suggestedKey && place % 3 === 0 ? { backupOwner: ownerOf('IT lead') } : {}),
		...(tested
			? {
					tester: ownerOf('Compliance lead'),
					testedOn: addDays(live, 70),
					testMethods: ['inquiry', 'inspection'],
					itemsTested: control.evidenceModel === 'population' ? '10' : '1',
					deviations: '0',
				}
			: {}),
	};
}

const policyOf: Readonly<Record<string, string>> = {
	GV: 'security',
	HR: 'conduct',
	AC: 'access',
	CM: 'change',
	IR: 'incident',
	RA: 'risk',
	VR: 'vendor',
	BC: 'continuity',
	DP: 'data',
	CF: 'data',
};

function exampleRow(
	control: LibraryControl,
	place: number,
	today: CalendarDate,
	system: ColumnId,
	ticket: ColumnId,
): ControlValues {
	const status = statusAt(place);
	const isOpen = status !== 'implemented';
	const systemName = systemNames[control.domain];
	return {
		controlId: control.id,
		title: control.title,
		description: control.description,
		criteria: control.criteria,
		references: control.mappings.iso27001.filter((id) => id.startsWith('A.')),
		owner: ownerOf(control.ownerRole),
		type: control.type,
		nature: control.nature,
		frequency: control.frequency,
		category: domainTitle(control.domain),
		evidence: control.evidence.map(evidenceTypeLabel).join('\n'),
		testProcedure: testProcedureOf(control, 'type2'),
		status,
		testResult: isOpen ? '' : place % 4 === 0 ? 'noExceptions' : 'notTested',
		...(isOpen ? { priority: ['high', 'medium', 'critical', 'low'][place % 4]! } : {}),
		...(isOpen ? { dueDate: addDays(today, ((place * 11) % 120) - 24) } : {}),
		own: {
			...(systemName ? { [system]: systemName } : {}),
			...(isOpen ? { [ticket]: `SEC-${240 + place * 3}` } : {}),
		},
	};
}

/** Six in ten are in place; the rest is spread as it is in the middle of a readiness project. */
function statusAt(place: number): string {
	const others = ['inProgress', 'planned', 'inProgress', 'notStarted'];
	return place % 5 < 3 ? 'implemented' : others[(place >> 1) % others.length]!;
}

function leaveLooseEnds(workbook: Workbook, today: CalendarDate): void {
	edit(workbook, 'VR-04', 'owner', '');
	edit(workbook, 'BC-05', 'owner', '');
	edit(workbook, 'RA-03', 'frequency', '');
	edit(workbook, 'CM-04', 'status', 'Almost there');
	edit(workbook, 'LM-03', 'dueDate', 'end of Q3');
	edit(workbook, 'AC-09', 'criteria', ['CC6.1', 'CC6.3', 'CC6.9']);
	edit(workbook, 'NS-03', 'controlId', 'NS-02');
	edit(workbook, 'AC-06', 'testResult', 'exceptionNoted');
	edit(
		workbook,
		'AC-06',
		'notes',
		'Two leavers of the sample of 25 kept access for more than one day.\nRoot cause: contractors are not in the HR system.',
	);
	edit(workbook, 'AC-06', 'itemsTested', '25');
	edit(workbook, 'AC-06', 'deviations', '2');
	edit(workbook, 'PS-02', 'status', 'notApplicable');
	edit(
		workbook,
		'PS-02',
		'notApplicableReason',
		'No own data hall: production runs in AWS (see its SOC 2 report).',
	);
	edit(
		workbook,
		'PS-02',
		'notes',
		'No own data hall: production runs in AWS (see its SOC 2 report).',
	);
	edit(workbook, 'IR-04', 'dueDate', addDays(today, 9));
	const retired = idOf(workbook, 'PS-03');
	carryOut(workbook, retireControls, {
		controls: [retired],
		reason: 'The office has no server room since the move in spring',
	});
}

function edit(
	workbook: Workbook,
	controlId: string,
	column: ControlColumn,
	value: string | readonly string[],
): void {
	carryOut(workbook, editControls, {
		edits: [{ control: idOf(workbook, controlId), column, value }],
	});
}

function idOf(workbook: Workbook, controlId: string): ControlId {
	const control = workbook.controls.all().find((each) => each.controlId === controlId);
	if (!control) throw new Error(`The example has no control ${controlId}`);
	return control.id;
}
