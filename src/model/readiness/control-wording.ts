/** How the description of a control is worded: several rules and the score ask, and it is read once. */
import { wordingOf, type Wording } from '../catalog/vague-words.ts';
import type { Control } from '../records/control.ts';

/** By record: one that did not change stays the same record (SPEC R-5). */
const known = new WeakMap<Control, Wording>();

export function controlWording(control: Control): Wording {
	let wording = known.get(control);
	if (!wording) {
		wording = wordingOf(control.description);
		known.set(control, wording);
	}
	return wording;
}
