/**
 * The limits that checks go by until a workbook sets its own. All of them are practice, none is a
 * standard.
 */
export const defaultLimits = {
	/** Months; 89 days are three calendar months when they run from a first to a last day. */
	shortestPeriodMonths: 3,
	longestPeriodMonths: 12,
	/** Days: policies, plans, the risk assessment, the privacy notice. */
	documentAgeDays: 365,
	/** Days between captures of a configuration. */
	configurationAgeDays: 90,
	bridgeLetterDays: 92,
	criteriaPerControl: 8,
	/** Share of tested items, 0 to 1, above which a result is lowered. */
	deviationRate: 0.1,
	evidenceReviewDays: 14,
	backupAgeDays: 30,
	/** Overlap of words, 0 to 1, from which two descriptions look like one. */
	duplicateSimilarity: 0.9,
} as const;
