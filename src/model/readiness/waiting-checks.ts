/** Checks of the catalogue that do not run: most wait for facts that the workbook does not hold. */

export interface WaitingChecks {
	/** What they wait for, or why there is nothing to wait for; a heading. */
	readonly reason: string;
	/** Their ids in the catalogue. */
	readonly checks: readonly string[];
}

export const waitingChecks: readonly WaitingChecks[] = [
	{
		reason:
			'Lists of what happened in the period, samples drawn from them, and what was seen in each',
		checks: [
			...['POP-01', 'POP-02', 'POP-03', 'POP-04', 'POP-06', 'POP-08', 'POP-09'],
			...['ACC-04', 'CHG-02', 'CHG-03', 'CHG-04'],
		],
	},
	{
		reason: 'Access reviews account by account, with each decision',
		checks: ['ACC-05', 'ACC-07'],
	},
	{
		reason: 'The files of evidence: so far an item says where its file is',
		checks: ['EVD-05', 'EVD-07'],
	},
	{
		reason: 'A register of incidents',
		checks: ['INC-03', 'INC-04', 'INC-06'],
	},
	{
		reason: 'Ended contracts and requests of individuals, with their dates',
		checks: ['CNF-02', 'PRV-02'],
	},
	{
		reason: 'The system description in its parts, DC 1 to DC 9',
		checks: ['DSC-01', 'DSC-02', 'DSC-03'],
	},
	{
		reason: 'Nothing: every export escapes such a cell itself, so there is none to find',
		checks: ['WKB-04'],
	},
];
