/** What the company of the example has collected by the middle of its period, and what it plans to mend. */
import { addDays, type CalendarDate } from '../../base/calendar-date.ts';
import { evidenceTypeLabel } from '../../model/catalog/evidence-types.ts';
import type { Control } from '../../model/records/control.ts';
import type { RecordValues } from '../commands/records/add-records.ts';
import { ownerOf } from './people.ts';

/** An item for most controls in place: accepted, waiting for review, or returned; one is too old. */
export function exampleEvidence(
	controls: readonly Control[],
	start: CalendarDate,
	today: CalendarDate,
): readonly RecordValues[] {
	const shown = controls.filter(({ status, retired }) => status === 'implemented' && !retired);
	return shown
		.flatMap((control, place): readonly RecordValues[] => {
			const [kind] = control.evidenceKinds;
			if (kind === undefined || place % 6 === 5) return [];
			const state = place % 8 === 4 ? 'submitted' : place % 13 === 9 ? 'returned' : 'accepted';
			const effective = addDays(start, place % 17 === 2 ? -430 : 24 + ((place * 7) % 60));
			return [
				{
					title: `${evidenceTypeLabel(kind)}: ${control.controlId}`,
					kind,
					controls: [control.id],
					systems: control.systems,
					state,
					effective,
					captured: addDays(effective, 1),
					preparer: control.owner || ownerOf('Compliance lead'),
					submitted: addDays(effective, 2),
					...(state === 'accepted'
						? { reviewer: ownerOf('Compliance lead'), reviewed: addDays(effective, 5) }
						: {}),
					...(control.itemsTested === '10' ? { items: '10' } : {}),
					...(state === 'returned' ? { note: 'The list does not show when it was run.' } : {}),
				},
			];
		})
		.map((item) => (String(item['effective']) > today ? { ...item, effective: today } : item));
}

/** Gaps found in the assessment: some closed, some late, one that waits for another. */
export function exampleGaps(
	idOf: (controlId: string) => string,
	start: CalendarDate,
	today: CalendarDate,
): Readonly<Record<string, RecordValues>> {
	const gap = (gapId: string, title: string, more: RecordValues): RecordValues => ({
		gapId,
		title,
		foundBy: 'assessment',
		opened: addDays(start, -35),
		status: 'open',
		periodEffect: 'none',
		...more,
	});
	return {
		restore: gap('G-01', 'Restores were never tested end to end', {
			kind: 'operating',
			severity: 'high',
			criteria: ['A1.3'],
			controls: [idOf('BC-03')],
			owner: ownerOf('Platform lead'),
			due: addDays(today, 10),
			status: 'inProgress',
			steps:
				'[x] Write the runbook\n[ ] Restore the customer database in a test account\n[ ] Record time and result',
			proof: 'Signed record of a full restore with times',
		}),
		leavers: gap('G-02', 'Contractors are not in the HR system, so leavers are missed', {
			kind: 'design',
			severity: 'high',
			criteria: ['CC6.2', 'CC6.3'],
			controls: [idOf('AC-04')],
			owner: ownerOf('IT lead'),
			due: addDays(today, -6),
			status: 'inProgress',
			foundBy: 'test',
			rootCause: 'Contracts are kept by Finance in a spreadsheet',
			steps: '[x] List all contractors\n[ ] Add them to the HR system\n[ ] Connect it to log-in',
			periodEffect: 'deviation',
		}),
		vendor: gap('G-03', 'Vendor procedure is over a year old', {
			kind: 'documentation',
			severity: 'low',
			criteria: ['CC9.2'],
			owner: ownerOf('Legal lead'),
			due: addDays(today, 20),
		}),
		exercise: gap('G-04', 'No recovery exercise in the last year', {
			kind: 'operating',
			severity: 'medium',
			criteria: ['A1.3'],
			controls: [idOf('BC-05')],
			owner: ownerOf('Platform lead'),
			due: addDays(today, 45),
			status: 'waiting',
		}),
		training: gap('G-05', 'Security training had no record of completion', {
			kind: 'evidence',
			severity: 'medium',
			criteria: ['CC1.4'],
			controls: [idOf('HR-04')],
			owner: ownerOf('Head of People'),
			due: addDays(today, -50),
			status: 'closed',
			closed: addDays(today, -58),
			verifiedBy: ownerOf('Compliance lead'),
			verified: addDays(today, -55),
		}),
		logs: gap('G-06', 'Logs were kept for 30 days only', {
			kind: 'design',
			severity: 'medium',
			criteria: ['CC7.2'],
			controls: [idOf('LM-01')],
			owner: ownerOf('Platform lead'),
			due: addDays(today, -70),
			status: 'closed',
			closed: addDays(today, -81),
			verifiedBy: ownerOf('Security lead'),
			verified: addDays(today, -80),
		}),
		scans: gap('G-07', 'Findings of scans had no owner', {
			kind: 'operating',
			severity: 'medium',
			criteria: ['CC7.1'],
			controls: [idOf('VM-02')],
			owner: ownerOf('Engineering lead'),
			opened: addDays(today, -20),
			due: addDays(today, 4),
			status: 'toVerify',
			closed: addDays(today, -2),
		}),
	};
}
