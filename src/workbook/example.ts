/**
 * The example: a software company in mid-readiness for Security, Availability and Confidentiality,
 * built by the same commands people use, so it can never be out of date. It has the loose ends real
 * workbooks have: controls without owner, late dates, a word nobody mapped, an id used twice.
 */
import { addDays, type CalendarDate } from '../base/calendar-date.ts';
import {
	controlLibrary,
	domainTitle,
	testProcedureOf,
	type LibraryControl,
} from '../model/catalog/control-library.ts';
import { evidenceTypeLabel } from '../model/catalog/evidence-types.ts';
import type { ControlId } from '../model/records/control.ts';
import type { ColumnId } from '../model/records/own-column.ts';
import { addControls, type ControlValues } from './commands/add-controls.ts';
import { editControls, type ControlColumn } from './commands/edit-controls.ts';
import { addColumn } from './commands/own-columns.ts';
import { retireControls } from './commands/retire-controls.ts';
import type { CommandDefinition } from './command.ts';
import type { Workbook } from './workbook.ts';

export const exampleName = 'Lanternfish Software (example)';

/** Domains that belong to categories the example leaves out: processing integrity and privacy. */
const leftOutDomains = new Set(['IN', 'PV']);

const people: Readonly<Record<string, string>> = {
	'Chief Executive Officer': 'Ruth Adeyemi',
	'Chief Operating Officer': 'Tomas Lindqvist',
	'Compliance lead': 'Dana Whitfield',
	'Engineering lead': 'Priya Raman',
	'Finance lead': 'Oskar Brandt',
	'Head of People': 'Marisol Vega',
	'Head of Support': 'Jun Takahashi',
	'IT lead': 'Callum Reid',
	'Legal lead': 'Ines Cardoso',
	'Platform lead': 'Farid Haddad',
	'Product lead': 'Noor Jansen',
	'Security lead': 'Elena Petrova',
	'Workplace lead': 'Sam Okafor',
};

const systems: Readonly<Record<string, string>> = {
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

/** Fills an empty workbook. `today` sets the due dates around the present day. */
export function buildExample(workbook: Workbook, today: CalendarDate): void {
	const system = run(workbook, addColumn, { name: 'System', meaning: 'system' }) as ColumnId;
	const ticket = run(workbook, addColumn, { name: 'Ticket' }) as ColumnId;
	const picked = controlLibrary.filter(({ domain }) => !leftOutDomains.has(domain));
	const rows = picked.map((control, place) => exampleRow(control, place, today, system, ticket));
	run(workbook, addControls, {
		rows,
		label: `Add ${rows.length} controls from the starter library`,
	});
	leaveLooseEnds(workbook, today);
}

function exampleRow(
	control: LibraryControl,
	place: number,
	today: CalendarDate,
	system: ColumnId,
	ticket: ColumnId,
): ControlValues {
	const status = statusAt(place);
	const isOpen = status !== 'implemented';
	const systemName = systems[control.domain];
	return {
		controlId: control.id,
		title: control.title,
		description: control.description,
		criteria: control.criteria,
		references: control.mappings.iso27001.filter((id) => id.startsWith('A.')),
		owner: people[control.ownerRole] ?? control.ownerRole,
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
	edit(workbook, 'PS-02', 'status', 'notApplicable');
	edit(
		workbook,
		'PS-02',
		'notes',
		'No own data hall: production runs in AWS (see its SOC 2 report).',
	);
	edit(workbook, 'IR-04', 'dueDate', addDays(today, 9));
	const retired = idOf(workbook, 'PS-03');
	run(workbook, retireControls, {
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
	run(workbook, editControls, { edits: [{ control: idOf(workbook, controlId), column, value }] });
}

function idOf(workbook: Workbook, controlId: string): ControlId {
	const control = workbook.controls.all().find((each) => each.controlId === controlId);
	if (!control) throw new Error(`The example has no control ${controlId}`);
	return control.id;
}

/** Runs a command of the example; a refusal is a fault of this file. Returns the first new id. */
function run<Input>(
	workbook: Workbook,
	definition: CommandDefinition<Input>,
	input: Input,
): string | undefined {
	const outcome = workbook.run(definition, input);
	if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('; '));
	return outcome.value.created[0];
}
