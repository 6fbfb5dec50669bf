/** Views of the same evidence: what to do next, the period as a picture, the register. */
export type EvidenceView = 'due' | 'year' | 'table';

export const evidenceViews = ['due', 'year', 'table'] as const;

export const viewWords = [
	{ value: 'due', label: 'What is due' },
	{ value: 'year', label: 'By month' },
	{ value: 'table', label: 'Table' },
] as const;
