/** Documents that must be current: a plan or a notice, as a policy on record or as an item of evidence. */
import type { Policy } from '../registers/policies.ts';
import { nothing } from './check-rule.ts';
import { isCurrent, isCurrentlyShown } from './evidence-at-hand.ts';
import type { Facts } from './facts.ts';
import type { Found } from './finding.ts';
import { foundMissing } from './found-missing.ts';

export interface KeptDocument {
	/** Its kind among the policies. */
	readonly policy: string;
	/** How policies are called that nobody gave a kind. */
	readonly words: RegExp;
	/** Kinds of evidence that show it. */
	readonly evidence: readonly string[];
	/** Criteria it serves. */
	readonly criteria: readonly string[];
}

/** Nothing where the document was approved in the last 12 months. */
export function foundNotCurrent(facts: Facts, document: KeptDocument): readonly Found[] {
	const policies = facts.records('policies').filter((policy) => isSuch(policy, document));
	const isKept = policies.some(
		({ approved, status }) =>
			status !== 'draft' && status !== 'withdrawn' && isCurrent(approved, facts),
	);
	if (isKept || isCurrentlyShown(facts, document.evidence)) return nothing;
	const { criteria } = document;
	const [last] = [...policies].sort((a, b) => (a.approved > b.approved ? -1 : 1));
	if (!last) return [foundMissing(facts, { kind: 'register', register: 'policies' }, criteria)];
	const record = { register: 'policies', id: last.id } as const;
	const isPut = last.status === 'draft' || last.status === 'withdrawn';
	const field = isPut && isCurrent(last.approved, facts) ? 'status' : 'approved';
	return [foundMissing(facts, { kind: 'cell', record, field }, criteria, [record])];
}

function isSuch({ kind, name }: Policy, { policy, words }: KeptDocument): boolean {
	return kind === policy || ((kind === '' || kind === 'other') && words.test(name));
}
