/**
 * The example: a software company in the middle of its first Type 2 period for Security, Availability
 * and Confidentiality, built by the same commands people use, so it can never be out of date.
 */
import { addDays, addMonths, type CalendarDate } from '../../base/calendar-date.ts';
import { assessCriteria } from '../commands/assess-criteria.ts';
import { addRecords } from '../commands/records/add-records.ts';
import { editRecords } from '../commands/records/edit-records.ts';
import { setScope } from '../commands/set-scope.ts';
import type { Workbook } from '../workbook.ts';
import { addNamed, carryOut } from './carry-out.ts';
import { addExampleControls } from './controls.ts';
import { exampleEvidence, exampleGaps } from './evidence.ts';
import { examplePeople } from './people.ts';
import {
	exampleBoundary,
	exampleCommitments,
	exampleComplementary,
	examplePolicies,
	exampleRisks,
	exampleSystems,
	exampleVendors,
} from './registers.ts';

export const exampleName = 'Lanternfish Software (example)';

/** Fills an empty workbook. `today` lies four months into a period of six. */
export function buildExample(workbook: Workbook, today: CalendarDate): void {
	const start = addMonths(`${today.slice(0, 7)}-01` as CalendarDate, -4);
	setTheScope(workbook, start);
	addNamed(workbook, 'people', examplePeople(today));
	const policies = addNamed(workbook, 'policies', examplePolicies(today));
	const vendors = addNamed(workbook, 'vendors', exampleVendors(today));
	const systems = addNamed(workbook, 'systems', exampleSystems(vendors));
	addNamed(workbook, 'boundary', exampleBoundary());
	addNamed(workbook, 'commitments', exampleCommitments());
	addExampleControls(workbook, today, start, { policies, systems });
	addNamed(workbook, 'complementary', exampleComplementary(vendors));
	addNamed(workbook, 'risks', exampleRisks(today));
	linkRisks(workbook);
	carryOut(workbook, addRecords, {
		register: 'evidence',
		rows: exampleEvidence(workbook.controls.all(), start, today),
	});
	const gaps = addNamed(
		workbook,
		'gaps',
		exampleGaps((id) => controlId(workbook, id), start, today),
	);
	carryOut(workbook, editRecords, {
		register: 'gaps',
		edits: [
			{ record: gaps['exercise'] ?? '', column: 'dependsOn', value: [gaps['restore'] ?? ''] },
		],
	});
	assess(workbook);
}

function setTheScope(workbook: Workbook, start: CalendarDate): void {
	carryOut(workbook, setScope, {
		values: {
			organization: 'Lanternfish Software',
			service: 'Scheduling for field teams',
			description:
				'A web and mobile service that plans the day of field teams, run in two zones of one AWS region.',
			categories: ['security', 'availability', 'confidentiality'],
			reportType: 'type2',
			periodStart: start,
			periodEnd: addDays(addMonths(start, 6), -1),
			firstReport: 'yes',
			auditFirm: 'Harrow & Finch, CPAs',
			dataRole: 'processor',
			allRelevant: 'yes',
			company: [
				'hosting',
				'developers',
				'customerLogIn',
				'subserviceOrganizations',
				'serviceLevels',
			],
			saidYes: [
				...['availability.hours', 'availability.asked'],
				...['confidentiality.marked', 'confidentiality.return', 'confidentiality.asked'],
			],
			saidNo: ['availability.trial', 'confidentiality.public', 'processing', 'privacy.collects'],
		},
		reasons: {
			availability: 'The service level agreement promises 99.9 %.',
			confidentiality: 'Contracts promise deletion after they end.',
			privacy: 'We process personal data for customers only.',
		},
		label: 'Set the scope',
	});
}

function linkRisks(workbook: Workbook): void {
	const treats: Readonly<Record<string, readonly string[]>> = {
		'R-01': ['AC-01', 'AC-05'],
		'R-02': ['BC-04', 'BC-06'],
		'R-04': ['CM-02', 'CM-03'],
	};
	const risks = workbook.registers.of('risks').all();
	carryOut(workbook, editRecords, {
		register: 'risks',
		edits: risks.flatMap(({ id, riskId }) => {
			const controls = treats[riskId];
			if (!controls) return [];
			const value = controls.map((control) => controlId(workbook, control));
			return [{ record: id, column: 'controls', value }];
		}),
		label: 'Link risks to controls',
	});
}

function assess(workbook: Workbook): void {
	carryOut(workbook, assessCriteria, {
		edits: [
			{ criterion: 'CC1.1', field: 'conclusion', value: 'met' },
			{ criterion: 'CC6.1', field: 'conclusion', value: 'partlyMet' },
			{ criterion: 'CC6.1', field: 'note', value: 'Service accounts are next.' },
			{ criterion: 'A1.3', field: 'conclusion', value: 'notMet' },
		],
		label: 'Assess criteria',
	});
}

function controlId(workbook: Workbook, id: string): string {
	const control = workbook.controls.all().find((each) => each.controlId === id);
	if (!control) throw new Error(`The example has no control ${id}`);
	return control.id;
}
