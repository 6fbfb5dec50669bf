/** The limits that checks use where the scope sets none (facts pack, checks.md, Thresholds). */
import type { Scope, ThresholdKey } from './scope.ts';

export const defaultThresholds: Readonly<Record<ThresholdKey, number>> = {
	leastPeriodMonths: 3,
	mostPeriodMonths: 12,
	reviewAgeDays: 365,
	configurationAgeDays: 90,
	bridgeDays: 92,
	criteriaPerControl: 8,
	deviationPercent: 10,
	waitingDays: 14,
	copyAgeDays: 30,
	accessRemovalDays: 1,
};

/**
 * The limit in force: the workbook's own where it is a whole number from 0 to 9,999, else the default.
 * More would lead out of the calendar.
 */
export function threshold(scope: Scope, key: ThresholdKey): number {
	const own = scope[key].trim();
	return /^\d{1,4}$/.test(own) ? Number(own) : defaultThresholds[key];
}
