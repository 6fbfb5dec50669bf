/** Clauses as sentences. */

/** With a full stop, and a capital unless the clause goes on after a colon. */
export function sentence(clause: string, begins: 'upper' | 'lower' = 'upper'): string {
	const first = clause.charAt(0);
	const start = begins === 'upper' ? first.toUpperCase() : first;
	return `${start}${clause.slice(1)}${/[.?]$/.test(clause) ? '' : '.'}`;
}
