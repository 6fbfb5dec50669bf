/** What a signature covers, in a sentence. */
import { counted } from '../../base/counted.ts';
import type { SignedContent } from '../../model/review/signed-content.ts';

export function coverWords(content: SignedContent): string {
	switch (content.kind) {
		case 'workbook':
			return 'It covers what the workbook says now: all registers, what was said of criteria, the scope and accepted findings. It does not cover what happened in it (the activity list), imports and shared views.';
		case 'criterion': {
			const { controls, fields } = content;
			return `It covers ${counted(Object.keys(fields).length, 'filled field')} of the criterion and all values of ${counted(controls.length, 'active control')} that name it.`;
		}
		case 'cell':
			return 'It covers this one value.';
		case 'test':
			return `It covers ${counted(Object.keys(content.fields).length, 'filled field')} of what was tested and what came of it.`;
		case 'record': {
			const own = content.own.length;
			const columns = own === 0 ? '' : ` and ${counted(own, 'value')} of own columns`;
			return `It covers ${counted(Object.keys(content.fields).length, 'filled field')}${columns}, and nothing that is empty.`;
		}
	}
}
