/** Design: would the control do its part for its criteria if it ran perfectly? */
import type { Control } from '../../records/control.ts';
import type { Range, Reason } from './score.ts';

export function designPart(control: Control): Range & { readonly reasons: readonly Reason[] } {
	const value = control.design === 'met' ? 1 : control.design === 'partly' ? 0.5 : 0;
	return { low: value, high: value, reasons: [reasonOf(control)] };
}

function reasonOf({ id, design }: Control): Reason {
	const records = [{ register: 'controls', id } as const];
	const field = 'design';
	switch (design) {
		case 'met':
			return { text: 'Design is met', holds: 'yes', records, field };
		case 'partly':
			return { text: 'Design is partly met', holds: 'half', records, field };
		case 'notMet':
			return { text: 'Design is not met', holds: 'no', records, field };
		default:
			return { text: 'Design is not assessed', holds: 'no', records, field };
	}
}
