/** People in the sample rows of the grid, and what they left there, for the gallery. */
import type { NotePlace, PersonPlace } from '../grid/marks/marks-by-row.svelte.ts';

const [ana, ben, chidi, dana] = [
	{ id: 'ana', name: 'Ana Ruiz', colour: 0 },
	{ id: 'ben', name: 'Ben Ode', colour: 1 },
	{ id: 'chidi', name: 'Chidi Anagonye', colour: 2 },
	{ id: 'dana', name: 'Dana with a name as long as names get', colour: 3 },
] as const;

export const samplePeople: readonly PersonPlace[] = [
	{ person: ana, rowId: 'row-1', columnKey: 'c2' },
	{ person: ben, rowId: 'row-3', columnKey: 'places' },
	{ person: chidi, rowId: 'row-3', columnKey: 'places' },
	{ person: dana, rowId: 'row-5', columnKey: 'c1' },
	{ person: ben, rowId: 'row-6' },
	{ person: chidi, rowId: 'row-6', columnKey: 'hidden' },
];

export const sampleNotes: readonly NotePlace[] = [
	{ rowId: 'row-1', columnKey: 'c2', threads: 2, suggestions: 0 },
	{ rowId: 'row-2', columnKey: 'c2', threads: 0, suggestions: 1 },
	{ rowId: 'row-4', columnKey: 'places', threads: 1, suggestions: 1 },
	{ rowId: 'row-4', threads: 1, suggestions: 0 },
	{ rowId: 'row-6', threads: 0, suggestions: 2 },
];
