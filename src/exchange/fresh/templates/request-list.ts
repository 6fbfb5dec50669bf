/**
 * The list of what an auditor asks for: one request a control's evidence. Our status begins open; the
 * auditor's is theirs and stays empty (SPEC X-3).
 */
import type { Control } from '../../../model/records/control.ts';
import { controlLabel } from './control-words.ts';
import { choice, column, forPeople, type Template, type TemplateFacts } from './template.ts';

interface Request {
	readonly number: string;
	readonly control: Control;
}

const kinds = ['Configuration', 'Population', 'Records'] as const;
const statuses = ['Open', 'In progress', 'Submitted', 'Returned', 'Accepted', 'Not applicable'];

export const requestList: Template<Request> = {
	title: 'Request list',
	columns: [
		column('Request #', 'text', 16, ({ number }) => number),
		column('Criteria', 'criteria', 20, ({ control }) => control.criteria.join(', ')),
		column('Control ID', 'text', 16, ({ control }) => control.controlId),
		column('Request', 'prose', 60, requestText),
		choice('Type', kinds, 16, kindOf),
		column('Owner', 'text', 22, ({ control }) => control.owner),
		column('Due', 'date', 14, forPeople),
		choice('Status', statuses, 16, () => 'Open'),
		choice('Auditor status', statuses, 16, forPeople),
	],
	rows: requests,
	about: [
		{
			label: 'Rows',
			text: 'One request for the evidence of each control. Retired controls and those marked as not applicable are left out. A control whose evidence is not named yet has a request that says so.',
		},
		{
			label: 'Numbers',
			text: 'Made of the control ID, so that a request keeps its number from one list to the next.',
		},
		{
			label: 'Type',
			text: 'From what the control says: Configuration where it is automated or continuous, Population where it operates daily, several times a day or per event, Records where it operates weekly or less often; else left empty.',
		},
		{
			label: 'Due, statuses',
			text: 'Due is left for people: the workbook knows when a control should be in place, not when its evidence is wanted. Status is ours and begins as Open. Auditor status belongs to the auditor and is never filled in here.',
		},
	],
};

function requests({ controls }: TemplateFacts): readonly Request[] {
	const taken = new Set<string>();
	return controls
		.filter(({ retired, status }) => !retired && status !== 'notApplicable')
		.map((control) => {
			const number = freeNumber(control.controlId.trim(), taken);
			taken.add(number);
			return { number, control };
		});
}

/** `R-AC-01`; the second control of an id has `R-AC-01-2`, one without an id `R-1`. */
function freeNumber(controlId: string, taken: ReadonlySet<string>): string {
	const base = controlId === '' ? 'R' : `R-${controlId}`;
	if (controlId !== '' && !taken.has(base)) return base;
	let count = controlId === '' ? 1 : 2;
	while (taken.has(`${base}-${count}`)) count += 1;
	return `${base}-${count}`;
}

function requestText({ control }: Request): string {
	const evidence = control.evidence.trim();
	return evidence === ''
		? `Evidence that ${controlLabel(control)} operated. What shows it is not named in the workbook yet.`
		: evidence;
}

function kindOf({ control: { nature, frequency } }: Request): (typeof kinds)[number] | '' {
	if (nature === 'automated' || frequency === 'continuous') return 'Configuration';
	if (['perEvent', 'manyTimesADay', 'daily'].includes(frequency)) return 'Population';
	return ['weekly', 'monthly', 'quarterly', 'semiAnnual', 'annual'].includes(frequency)
		? 'Records'
		: '';
}
