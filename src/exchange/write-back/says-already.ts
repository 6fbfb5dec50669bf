/** Whether a cell already says what is to be written into it. */
import type { SheetCell } from '../sheet.ts';
import type { CellContent } from './ooxml/cell-content.ts';

/** `seen` is what a person sees in the cell; what is worked out anew never stands there already. */
export function saysAlready(
	seen: SheetCell | undefined,
	content: CellContent | { readonly kind: 'stale' },
): boolean {
	switch (content.kind) {
		case 'empty':
			return (seen?.text ?? '') === '';
		case 'text':
			return seen?.kind === 'text' && seen.text === content.text;
		case 'isoDate':
			return seen?.kind === 'date' && seen.text === content.text;
		case 'number':
		case 'boolean':
			return seen?.value === content.value;
		case 'formula':
		case 'stale':
			return false;
	}
}
