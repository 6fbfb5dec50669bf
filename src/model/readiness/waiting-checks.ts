/** Checks of the catalogue that do not run: most wait for facts that the workbook does not hold. */

export interface WaitingChecks {
	/** What they wait for, or why there is nothing to find; a sentence. */
	readonly reason: string;
	/** Their ids in the catalogue. */
	readonly checks: readonly string[];
}

export const waitingChecks: readonly WaitingChecks[] = [
	{
		reason:
			'They wait for lists of what happened in the period, samples drawn from these, and what was seen in each.',
		checks: [
			...['POP-01', 'POP-02', 'POP-03', 'POP-04', 'POP-06', 'POP-08', 'POP-09'],
			...['ACC-04', 'CHG-02', 'CHG-03', 'CHG-04'],
		],
	},
	{
		reason: 'They wait for access reviews account by account, with each decision.',
		checks: ['ACC-05', 'ACC-07'],
	},
	{
		reason: 'They wait for the files of evidence: so far an item says where its file is.',
		checks: ['EVD-05', 'EVD-07'],
	},
	{
		reason: 'They wait for a register of incidents.',
		checks: ['INC-03', 'INC-04', 'INC-06'],
	},
	{
		reason: 'They wait for ended contracts and for requests of individuals, with their dates.',
		checks: ['CNF-02', 'PRV-02'],
	},
	{
		reason: 'They wait for the system description in its parts, DC 1 to DC 9.',
		checks: ['DSC-01', 'DSC-02', 'DSC-03'],
	},
	{
		reason: 'Nothing: every export already escapes a cell that could run as a formula',
		checks: ['WKB-04'],
	},
];
