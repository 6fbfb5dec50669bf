/** Operation: did it work each time it was tested? What is due and untested counts as 0 to 1. */
import type { Control } from '../../records/control.ts';
import { wholeNumber } from '../evidence-due.ts';
import type { Range, Reason } from './score.ts';

export function operationPart(control: Control): Range & { readonly reasons: readonly Reason[] } {
	const records = [{ register: 'controls', id: control.id } as const];
	const tested = wholeNumber(control.itemsTested);
	const deviations = Math.min(tested, wholeNumber(control.deviations));
	if (tested > 0) {
		const value = (tested - deviations) / tested;
		const text =
			deviations === 0
				? `${tested} of ${tested} tested items without deviation`
				: `${deviations} of ${tested} tested items deviate`;
		const holds = deviations === 0 ? 'yes' : value === 0 ? 'no' : 'half';
		return { low: value, high: value, reasons: [{ text, holds, records, field: 'deviations' }] };
	}
	switch (control.testResult) {
		case 'noExceptions':
			return known(1, 'Tested, no exceptions noted', 'yes');
		case 'exceptionNoted':
			return known(0, 'An exception was noted, and not how many items were tested', 'no');
		default: {
			const text = 'Due and not tested yet';
			return {
				low: 0,
				high: 1,
				reasons: [{ text, holds: 'unknown', records, field: 'testResult' }],
			};
		}
	}

	function known(value: 0 | 1, text: string, holds: Reason['holds']) {
		return { low: value, high: value, reasons: [{ text, holds, records, field: 'testResult' }] };
	}
}
