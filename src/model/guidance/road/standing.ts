/** Where a workbook stands on the road: each step with its state and why, from a few plain facts. */
import { readableDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { sentence } from '../sentence.ts';
import type { RoadStepId } from './road-step.ts';
import { roadSteps } from './road.ts';

/** Done, under way, not yet; or a step that the workbook cannot see. */
export type StandingState = 'done' | 'now' | 'later' | 'unknown';

/** Where in the workbook a step is worked on. */
export type RoadPlace = 'scope' | 'criteria' | 'gaps' | 'evidence';

export interface RoadStanding {
	readonly id: RoadStepId;
	readonly label: string;
	readonly state: StandingState;
	/** One sentence, empty where there is nothing to say yet. */
	readonly why: string;
	readonly place?: RoadPlace;
}

export interface RoadFacts {
	readonly today: CalendarDate;
	readonly reportType: 'type1' | 'type2' | undefined;
	/** What the scope still lacks, in words: “categories”, “service commitments”. */
	readonly scopeLacks: readonly string[];
	readonly criteriaInScope: number;
	/** In scope and answered by a control. */
	readonly criteriaAnswered: number;
	readonly controls: number;
	/** Whose design was judged. */
	readonly controlsJudged: number;
	readonly openGaps: number;
	readonly asOfDate?: CalendarDate | undefined;
	readonly periodStart?: CalendarDate | undefined;
	readonly periodEnd?: CalendarDate | undefined;
}

interface Standing {
	readonly state: StandingState;
	readonly why: string;
}

const placeOf: Partial<Record<RoadStepId, RoadPlace>> = {
	scope: 'scope',
	assessment: 'criteria',
	remediation: 'gaps',
	'type-1': 'scope',
	period: 'evidence',
};

const namedAtMost = 3;

/** All steps in order. What comes after the dates is not recorded here, and says so. */
export function standOnRoad(facts: RoadFacts): readonly RoadStanding[] {
	return roadSteps.map(({ id, label }) => {
		const place = placeOf[id];
		return { id, label, ...standingOf(id, facts), ...(place && { place }) };
	});
}

function standingOf(id: RoadStepId, facts: RoadFacts): Standing {
	switch (id) {
		case 'scope':
			return scopeStanding(facts);
		case 'assessment':
			return assessmentStanding(facts);
		case 'remediation':
			return remediationStanding(facts);
		case 'type-1':
			return typeOneStanding(facts);
		case 'period':
			return periodStanding(facts);
		default:
			return afterwards(facts);
	}
}

function scopeStanding({ scopeLacks }: RoadFacts): Standing {
	if (scopeLacks.length === 0) return { state: 'done', why: 'The scope is written down.' };
	const named = scopeLacks.slice(0, namedAtMost);
	const others = scopeLacks.length - named.length;
	const lacks = others > 0 ? [...named, `${others} more`] : named;
	return { state: 'now', why: `The scope still lacks ${inWords(lacks)}.` };
}

function assessmentStanding(facts: RoadFacts): Standing {
	const { criteriaInScope, criteriaAnswered, controls, controlsJudged } = facts;
	if (controls === 0) return { state: 'later', why: 'There are no controls yet.' };
	const open = [
		...(criteriaAnswered < criteriaInScope
			? [`${criteriaInScope - criteriaAnswered} of ${criteriaInScope} criteria have no control`]
			: []),
		...(controlsJudged < controls
			? [`the design of ${controls - controlsJudged} of ${controls} controls is not judged`]
			: []),
	];
	if (open.length > 0) return { state: 'now', why: sentence(inWords(open)) };
	return {
		state: 'done',
		why: 'Each criterion has a control, and the design of each control is judged.',
	};
}

function remediationStanding(facts: RoadFacts): Standing {
	const { openGaps } = facts;
	if (openGaps > 0) {
		return {
			state: 'now',
			why: openGaps === 1 ? 'One gap is open.' : `${openGaps} gaps are open.`,
		};
	}
	return assessmentStanding(facts).state === 'done'
		? { state: 'done', why: 'No gap is open.' }
		: { state: 'later', why: 'No gap is open; the assessment may find some.' };
}

function typeOneStanding({ reportType, asOfDate, today }: RoadFacts): Standing {
	if (reportType === 'type2') {
		return { state: 'unknown', why: 'Optional. This workbook prepares a Type 2.' };
	}
	if (reportType === undefined) return { state: 'later', why: 'The report type is not chosen.' };
	if (!asOfDate) return { state: 'later', why: 'No as-of date is set.' };
	const day = readableDate(asOfDate);
	return today < asOfDate
		? { state: 'now', why: `The as-of date is ${day}.` }
		: { state: 'done', why: `The as-of date was ${day}.` };
}

function periodStanding({ reportType, periodStart, periodEnd, today }: RoadFacts): Standing {
	if (reportType === 'type1') {
		return { state: 'unknown', why: 'This workbook prepares a Type 1, which has no period.' };
	}
	if (!periodStart || !periodEnd) return { state: 'later', why: 'No period is set.' };
	const [start, end] = [readableDate(periodStart), readableDate(periodEnd)];
	if (today < periodStart) return { state: 'later', why: `The period starts on ${start}.` };
	return today <= periodEnd
		? { state: 'now', why: `The period runs from ${start} to ${end}.` }
		: { state: 'done', why: `The period ended on ${end}.` };
}

/** Steps of the examination and after it. */
function afterwards({ reportType, asOfDate, periodEnd, today }: RoadFacts): Standing {
	const last = reportType === 'type1' ? asOfDate : periodEnd;
	if (last && last < today) {
		return { state: 'unknown', why: 'This workbook does not record this step.' };
	}
	return { state: 'later', why: '' };
}

function inWords(parts: readonly string[]): string {
	const [last = '', ...before] = parts.toReversed();
	return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}
