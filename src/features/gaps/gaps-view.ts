/** Three views of the same gaps. */
export type GapsView = 'board' | 'plan' | 'table';

export const gapsViews = ['board', 'plan', 'table'] as const;

export const viewWords = [
	{ value: 'board', label: 'Board' },
	{ value: 'plan', label: 'Plan' },
	{ value: 'table', label: 'Table' },
] as const;
