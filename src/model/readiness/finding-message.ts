/** What a finding says: the sentence of its check with the values that were found in place. */
import { checkById } from '../catalog/checks.ts';
import type { Finding } from './finding.ts';

/** A value that is missing leaves its name in braces, so that a test notices it. */
export function findingMessage({ check, values }: Pick<Finding, 'check' | 'values'>): string {
	const message = checkById(check)?.message ?? check;
	return message.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
