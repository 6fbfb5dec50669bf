/** What people read of a suggestion: where it stands, and its values. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { cellWords } from '../../model/review/content-changes.ts';
import type { CellValue } from '../../model/review/entry.ts';
import {
	suggestionStanding,
	type Suggestion,
	type SuggestionStanding,
} from '../../model/review/review-items.ts';
import { fieldOf } from '../../model/review/subject-words.ts';
import type { CellSubject } from '../../model/review/subject.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';
import { cellNow } from './cell-now.ts';

export const standingLooks: Readonly<
	Record<SuggestionStanding, { readonly state: PillState; readonly label: string }>
> = {
	pending: { state: 'planned', label: 'Waiting' },
	stale: { state: 'late', label: 'The cell changed since' },
	taken: { state: 'met', label: 'The cell says so already' },
	accepted: { state: 'met', label: 'Accepted' },
	overtaken: { state: 'late', label: 'Accepted, the cell differs' },
	refused: { state: 'blocked', label: 'Refused' },
	withdrawn: { state: 'none', label: 'Taken back' },
};

/** Where a suggestion stands as its cell is now; stale where its record is gone. */
export function standingNow(workbook: LiveWorkbook, suggestion: Suggestion): SuggestionStanding {
	const now = cellNow(workbook, suggestion.subject);
	if (now !== undefined) return suggestionStanding(suggestion, now);
	return suggestion.state === 'pending' ? 'stale' : suggestion.state;
}

/** A value of a cell as people read it; '' where it is empty. */
export function valueText(workbook: LiveWorkbook, subject: CellSubject, value: CellValue): string {
	return cellWords(fieldOf(subject), value, (id) => workbook.names.record(id));
}
