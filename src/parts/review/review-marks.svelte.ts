/**
 * What the grids show of the review on their cells: who is where, open threads, waiting suggestions.
 * Somebody who moves makes two rows be drawn at most, an entry the row it is about. Call it where
 * effects may be made; one serves the grids of all registers, as ids of records tell them apart.
 */
import type { LiveReview } from '../../live/live-review.svelte.ts';
import { columnIdOf } from '../../model/review/signed-content.ts';
import type { Subject } from '../../model/review/subject.ts';
import type { GridMarks } from '../../ui/grid/marks/grid-marks.ts';
import {
	MarksByRow,
	type NotePlace,
	type PersonPlace,
} from '../../ui/grid/marks/marks-by-row.svelte.ts';
import { personColour } from '../../ui/people/person.ts';

/** `review` gives undefined until the review is open. */
export function reviewMarks(review: () => LiveReview | undefined): GridMarks {
	const marks = new MarksByRow();
	$effect(() => {
		const open = review();
		marks.showPeople(open ? peoplePlaces(open) : []);
	});
	$effect(() => {
		const open = review();
		marks.showNotes(open ? notePlaces(open) : []);
	});
	return marks;
}

function peoplePlaces(review: LiveReview): readonly PersonPlace[] {
	return review.presence.people.flatMap(({ device, name, colour, presence }) => {
		const { place, state, run } = presence;
		if (place.record === undefined || state === 'gone') return [];
		return [
			{
				rowId: place.record,
				columnKey: columnOf(place.field),
				// One person may have several tabs open.
				person: { id: `${device}/${run}`, name, colour: personColour(colour), presence: state },
			},
		];
	});
}

function notePlaces({ state }: LiveReview): readonly NotePlace[] {
	const places: NotePlace[] = [];
	for (const { subject, state: turn } of state.threads.values()) {
		const place = turn === 'open' ? placeOf(subject) : undefined;
		if (place) places.push({ ...place, threads: 1, suggestions: 0 });
	}
	for (const { subject, state: turn } of state.suggestions.values()) {
		const place = turn === 'pending' ? placeOf(subject) : undefined;
		if (place) places.push({ ...place, threads: 0, suggestions: 1 });
	}
	return places;
}

/** The test of a control is no cell: it is marked at the row. */
function placeOf(subject: Subject): Pick<NotePlace, 'rowId' | 'columnKey'> | undefined {
	if (!('record' in subject)) return undefined;
	const columnKey = subject.kind === 'cell' ? columnOf(subject.field) : undefined;
	return { rowId: subject.record, columnKey };
}

function columnOf(field: string | undefined): string | undefined {
	return field === undefined ? undefined : (columnIdOf(field) ?? field);
}
