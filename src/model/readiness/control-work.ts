/**
 * What controls do, where a check asks whether any does a certain work: known by the kinds of evidence
 * they leave, else by English words of their title and description. It helps and does not judge: a
 * control in other words is missed, and found once it names its evidence.
 */
import type { Control } from '../records/control.ts';
import type { Facts } from './facts.ts';
import { isNotApplicable } from './score/control-standing.ts';

export interface Work {
	/** Kinds of evidence that only such controls leave. */
	readonly kinds: readonly string[];
	/** All of them have to be found in one control's title and description. */
	readonly words: readonly RegExp[];
	/** Criteria whose controls are read for the words. */
	readonly criteria: readonly string[];
}

/** Active controls that apply and do this work; found one by one, so that the first is enough to ask for. */
export function* controlsDoing(work: Work, facts: Facts): Generator<Control, void> {
	const known = new Set<string>();
	for (const kind of work.kinds) {
		for (const id of facts.linkedIds('controls', 'evidenceKinds', kind)) {
			const control = facts.record('controls', id);
			if (!control || known.has(id) || isNotApplicable(control)) continue;
			known.add(id);
			yield control;
		}
	}
	for (const criterion of work.criteria) {
		for (const control of facts.answering(criterion)) {
			if (known.has(control.id) || !speaksOf(work, control)) continue;
			known.add(control.id);
			yield control;
		}
	}
}

/** True where at least one control does it. */
export function isWorkDone(work: Work, facts: Facts): boolean {
	return controlsDoing(work, facts).next().done !== true;
}

/** What was read of a record: it never changes, a changed one is another. */
const read = new WeakMap<Work, WeakMap<Control, boolean>>();

function speaksOf(work: Work, control: Control): boolean {
	const known = read.get(work) ?? new WeakMap<Control, boolean>();
	read.set(work, known);
	const before = known.get(control);
	if (before !== undefined) return before;
	const speaks = hasWords(work, control);
	known.set(control, speaks);
	return speaks;
}

/** A control that keeps a document current does not do what the document says. */
function hasWords({ words }: Work, { title, description, evidenceKinds }: Control): boolean {
	const keepsDocument =
		evidenceKinds.length > 0 && evidenceKinds.every((kind) => kind === 'ev-policy-doc');
	const text = `${title}\n${description}`;
	return !keepsDocument && words.every((word) => word.test(text));
}
