/**
 * What to do first (readiness guide, part 4): design gaps on key controls; then what is about controls
 * with a long rhythm, because it needs calendar time; then operating, evidence, documentation. Overdue
 * first within. A gap that others wait for comes before them.
 */
import { isCalendarDate, type CalendarDate } from '../../../base/calendar-date.ts';
import { factsOfFrequency } from '../../catalog/sampling.ts';
import type { Control } from '../../records/control.ts';
import { isOpenGap, type Gap } from '../../registers/gaps.ts';
import { dueStanding } from './gap-dates.ts';
import { severityRank } from './gap-severity.ts';

export type PlanReason =
	'keyDesign' | 'rhythm' | 'design' | 'operating' | 'evidence' | 'documentation' | 'unclassified';

/** In the order of the plan. */
export const planReasons: Readonly<Record<PlanReason, string>> = {
	keyDesign: 'Design of key controls',
	rhythm: 'Controls with a long rhythm',
	design: 'Design of other controls',
	operating: 'Operation',
	evidence: 'Evidence',
	documentation: 'Documentation',
	unclassified: 'Kind not set',
};

export interface PlannedGap {
	readonly gap: Gap;
	readonly reason: PlanReason;
	/** Months of the longest rhythm among its controls; 0 where none has one. */
	readonly months: number;
	/** The gap that made it come this early, since it waits for it. */
	readonly before: Gap | undefined;
}

type ControlById = (id: string) => Control | undefined;

/** Open gaps in the order in which to work on them. */
export function planOrder(
	gaps: readonly Gap[],
	control: ControlById,
	today: CalendarDate,
): readonly PlannedGap[] {
	const open = gaps.filter(isOpenGap);
	const byId = new Map<string, Gap>(open.map((gap) => [gap.id, gap]));
	const placed = new Map<string, PlannedGap>();
	const ranked = open
		.map((gap) => ({ gap, ...reasonOf(gap, control) }))
		.sort((a, b) => compare(keyOf(a, today), keyOf(b, today)));
	const own = new Map(ranked.map((each) => [each.gap.id as string, each]));
	const place = (id: string, before: PlannedGap | undefined, way: ReadonlySet<string>): void => {
		const found = own.get(id);
		if (!found || placed.has(id) || way.has(id)) return;
		const isPulled = before !== undefined && rankOf(before.reason) < rankOf(found.reason);
		const planned: PlannedGap = isPulled
			? { gap: found.gap, reason: before.reason, months: found.months, before: before.gap }
			: { ...found, before: undefined };
		for (const next of found.gap.dependsOn) {
			if (byId.has(next)) place(next, planned, new Set([...way, id]));
		}
		placed.set(id, planned);
	};
	for (const { gap } of ranked) place(gap.id, undefined, new Set());
	return [...placed.values()];
}

/** Why a gap stands where it does in the plan. */
export function reasonOf(
	{ kind, controls }: Pick<Gap, 'kind' | 'controls'>,
	control: ControlById,
): { readonly reason: PlanReason; readonly months: number } {
	const about = controls.flatMap((id) => control(id) ?? []);
	const months = Math.max(0, ...about.map(({ frequency }) => monthsOf(frequency)));
	if (kind === 'design' && about.some(({ isKey }) => isKey === 'yes')) {
		return { reason: 'keyDesign', months };
	}
	if (months >= 3 && kind !== 'documentation') return { reason: 'rhythm', months };
	if (isReason(kind)) return { reason: kind, months };
	return { reason: 'unclassified', months };
}

function monthsOf(frequency: string): number {
	return factsOfFrequency(frequency)?.intervalMonths ?? 0;
}

function isReason(
	kind: string,
): kind is Exclude<PlanReason, 'keyDesign' | 'rhythm' | 'unclassified'> {
	return (
		kind === 'design' || kind === 'operating' || kind === 'evidence' || kind === 'documentation'
	);
}

function rankOf(reason: PlanReason): number {
	return Object.keys(planReasons).indexOf(reason);
}

function keyOf(
	{ gap, reason, months }: Omit<PlannedGap, 'before'>,
	today: CalendarDate,
): readonly (number | string)[] {
	return [
		rankOf(reason),
		// The longest rhythm first, among those that are there for it.
		reason === 'rhythm' ? -months : 0,
		dueStanding(gap, today) === 'overdue' ? 0 : 1,
		severityRank(gap.severity),
		isCalendarDate(gap.due) ? gap.due : '9999-12-31',
		gap.order,
		gap.id,
	];
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
	for (const [at, left] of a.entries()) {
		const right = b[at];
		if (right === undefined || left === right) continue;
		return left < right ? -1 : 1;
	}
	return 0;
}
