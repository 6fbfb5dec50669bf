/**
 * Gaps as they are first written, from what shows them: a finding of a check, an assessment, a test with
 * exceptions, a common gap. Each is a draft that people adapt; what it does not know stays empty.
 */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import { checkById } from '../../catalog/checks.ts';
import type { CommonGap } from '../../catalog/common-gaps.ts';
import { criterionById } from '../../catalog/criteria.ts';
import type { Finding } from '../../readiness/finding.ts';
import { messageOf } from '../../readiness/message.ts';
import type { Assessment } from '../../records/assessment.ts';
import { controlName } from '../../records/control-name.ts';
import type { Control } from '../../records/control.ts';
import type { Gap } from '../../registers/gaps.ts';
import { kindOfCheck } from './gap-kind.ts';
import { severityOfFinding } from './gap-severity.ts';
import { asSteps, stepsOfFix } from './gap-steps.ts';

/** Values of a new gap by field; absent ones are empty. */
export type GapDraft = Partial<Omit<Gap, 'id' | 'order' | 'own' | 'source' | 'retired'>>;

/** What has to be known of the workbook to write a gap of a finding. */
export interface GapFacts {
	readonly today: CalendarDate;
	readonly control: (id: string) => Control | undefined;
	/** True where at least one control that counts answers the criterion. */
	readonly isAnswered: (criterion: string) => boolean;
}

/** The gap that a finding stands for: its message, kind, severity, fix, and what it is about. */
export function gapFromFinding(finding: Finding, facts: GapFacts): GapDraft {
	const controls = finding.records.flatMap(({ register, id }) =>
		register === 'controls' ? (facts.control(id) ?? []) : [],
	);
	const kind = kindOfCheck(finding.check);
	const severity = severityOfFinding({
		check: finding.severity,
		kind,
		isAboutKeyControl: controls.some(({ isKey }) => isKey === 'yes'),
		leavesCriterionOpen: finding.criteria.some((criterion) => !facts.isAnswered(criterion)),
	});
	return {
		...opened(facts.today, 'check'),
		// A title is no sentence.
		title: messageOf(finding).replace(/\.$/, ''),
		kind,
		severity,
		criteria: [...finding.criteria],
		controls: controls.map(({ id }) => id),
		steps: stepsOfFix(checkById(finding.check)?.fix ?? ''),
		findingKey: finding.key,
	};
}

/** The gap of a criterion that an assessment calls not or partly met; its kind is asked, not guessed. */
export function gapFromAssessment(
	{ id, conclusion, note }: Assessment,
	today: CalendarDate,
): GapDraft {
	const isPartly = conclusion === 'partlyMet';
	const label = criterionById(id)?.label;
	return {
		...opened(today, 'assessment'),
		title: `${id} is ${isPartly ? 'only partly met' : 'not met'}${label ? `: ${label}` : ''}`,
		severity: isPartly ? 'medium' : 'critical',
		criteria: [id],
		finding: note,
	};
}

/** The gap of a control whose test found exceptions. */
export function gapFromTest(control: Control, today: CalendarDate): GapDraft {
	const { deviations, itemsTested, isKey, criteria, notes } = control;
	const count =
		deviations !== '' && itemsTested !== ''
			? `${deviations} of ${itemsTested} items did not work as described`
			: 'the test found an exception';
	return {
		...opened(today, 'test'),
		title: `${controlName(control)}: ${count}`,
		kind: 'operating',
		severity: isKey === 'yes' ? 'high' : 'medium',
		criteria: [...criteria],
		controls: [control.id],
		finding: notes,
		steps: asSteps([
			'Find the cause, and how far it reaches',
			'Mend the cause and run the control again',
			'Write the management response',
		]),
		periodEffect: 'deviation',
	};
}

/** One of the common gaps, about those of its criteria that are in scope. */
export function gapFromCommon(
	{ label, kind, severity, signal, fix, criteria }: CommonGap,
	inScope: readonly string[],
	today: CalendarDate,
): GapDraft {
	return {
		...opened(today, 'person'),
		title: label,
		kind,
		severity,
		finding: `Sign: ${signal}`,
		criteria: criteria.filter((id) => inScope.includes(id)),
		steps: stepsOfFix(fix),
	};
}

/** A gap raised by hand. */
export function gapByHand(title: string, today: CalendarDate): GapDraft {
	return { ...opened(today, 'person'), title };
}

function opened(today: CalendarDate, foundBy: string): GapDraft {
	return { status: 'open', opened: today, foundBy };
}
