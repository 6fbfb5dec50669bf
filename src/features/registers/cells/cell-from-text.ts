/** What a cell stores for text that was typed into it. What is no date or term is kept (SPEC V-2). */
import { termToken } from '../../../model/records/vocabulary.ts';
import { dateFromText } from '../../../ui/fields/date-text.ts';
import type { RegisterColumn } from '../columns/register-column.ts';

export function cellFromText({ value: kind }: RegisterColumn, text: string): string {
	if (kind.kind === 'date') return dateFromText(text) ?? text.trim();
	if (kind.kind === 'term') return termToken(kind.vocabulary, text) ?? text.trim();
	// A text that is nothing but blanks looks empty, so it is.
	return text.trim() === '' ? '' : text;
}
