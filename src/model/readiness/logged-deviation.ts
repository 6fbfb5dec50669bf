/** What went wrong and cannot be undone is mended by writing it down: a gap made of the finding, with its cause. */
import type { Facts } from './facts.ts';
import { findingKey } from './finding.ts';

/** The gap made of a finding, or undefined where there is none. */
export function gapOf(facts: Facts, check: string, subject: string, of?: string) {
	const [id] = facts.said('gaps', 'findingKey', findingKey(check, subject, of));
	return id === undefined ? undefined : facts.record('gaps', id);
}

/** True where such a gap says why it came about. */
export function isLogged(facts: Facts, check: string, subject: string, of?: string): boolean {
	return (gapOf(facts, check, subject, of)?.rootCause ?? '').trim() !== '';
}
