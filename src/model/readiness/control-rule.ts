/** Rules about controls: those that do not apply, for a reason, raise nothing. */
import type { Control } from '../records/control.ts';
import { nothing, type RecordRule } from './check-rule.ts';
import type { Facts } from './facts.ts';
import type { Found } from './finding.ts';
import { called, foundAbout } from './found-about.ts';
import { isNotApplicable } from './score/control-standing.ts';

/** A rule about each control that applies. */
export function controlRule(
	check: string,
	find: (control: Control, facts: Facts) => readonly Found[],
): RecordRule<'controls'> {
	return {
		check,
		about: 'controls',
		find: (control, facts) => (isNotApplicable(control) ? nothing : find(control, facts)),
	};
}

/** A finding whose message begins with the control. */
export function foundAboutControl(
	control: Control,
	field: string,
	values: Found['values'] = {},
	more: Partial<Found> = {},
): Found {
	const all = { control: called('controls', control), ...values };
	return foundAbout('controls', control, field, all, more);
}
