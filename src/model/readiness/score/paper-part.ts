/** Paper: who, how often, with what record, by which policy; the share of these four that hold. */
import { addDays, isCalendarDate } from '../../../base/calendar-date.ts';
import type { Control } from '../../records/control.ts';
import { threshold } from '../../records/thresholds.ts';
import { isTerm } from '../../records/vocabulary.ts';
import { controlWording } from '../control-wording.ts';
import type { Facts } from '../facts.ts';
import { hasLeft, peopleCalled } from '../known-people.ts';
import type { Range, Reason } from './score.ts';

export function paperPart(
	control: Control,
	facts: Facts,
): Range & { readonly reasons: readonly Reason[] } {
	const reasons = [
		owner(control, facts),
		rhythm(control),
		wording(control),
		policy(control, facts),
	];
	const value = reasons.filter(({ holds }) => holds === 'yes').length / reasons.length;
	return { low: value, high: value, reasons };
}

function owner(control: Control, facts: Facts): Reason {
	if (control.owner.trim() === '') return reason(control, 'owner', false, 'No owner');
	if (facts.hasKept('people') && peopleCalled(facts, control.owner).length === 0) {
		return reason(
			control,
			'owner',
			false,
			`The owner, ${control.owner}, is not among the people kept here`,
		);
	}
	return hasLeft(facts, control.owner)
		? reason(control, 'owner', false, `The owner, ${control.owner}, has left`)
		: reason(control, 'owner', true, `Owned by ${control.owner}`);
}

function rhythm(control: Control): Reason {
	const isSet = isTerm('frequency', control.frequency);
	const text = isSet ? 'Frequency or trigger is set' : 'No frequency or trigger is set';
	return reason(control, 'frequency', isSet, text);
}

function wording(control: Control): Reason {
	const { actor, record } = controlWording(control);
	const missing = [
		...(actor ? [] : ['who acts']),
		...(control.description.trim() === '' ? ['what is done'] : []),
		...(record ? [] : ['what record is left']),
	];
	const text =
		missing.length === 0
			? 'The description names actor, action and record'
			: `The description does not say ${missing.join(' and ')}`;
	return reason(control, 'description', missing.length === 0, text);
}

function policy(control: Control, facts: Facts): Reason {
	if (control.policyNeeded === 'no' && control.policies.length === 0) {
		return reason(control, 'policyNeeded', true, 'No policy is needed');
	}
	const linked = control.policies.flatMap((id) => facts.record('policies', id) ?? []);
	if (linked.length === 0) return reason(control, 'policies', false, 'No policy is linked');
	const oldest = addDays(facts.today, -threshold(facts.scope, 'reviewAgeDays'));
	const stale = linked.filter(
		({ approved, retired }) =>
			retired !== undefined || !isCalendarDate(approved) || approved < oldest,
	);
	const records = linked.map(({ id }) => ({ register: 'policies', id }) as const);
	if (stale.length === 0) {
		return { text: 'Its policies were reviewed in time', holds: 'yes', records, field: 'approved' };
	}
	const names = stale.map(({ name }) => name || 'a policy without name').join(', ');
	return {
		text: `Not approved in the last 12 months: ${names}`,
		holds: 'no',
		records: stale.map(({ id }) => ({ register: 'policies', id }) as const),
		field: 'approved',
	};
}

function reason({ id }: Control, field: string, holds: boolean, text: string): Reason {
	const records = [{ register: 'controls', id } as const];
	return { text, holds: holds ? 'yes' : 'no', records, field };
}
