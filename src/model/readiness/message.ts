/** The sentence of a finding: the message of its check with what was found in the place of its braces. */
import { grouped } from '../../base/counted.ts';
import { checkById } from '../catalog/checks.ts';
import type { Finding } from './finding.ts';

/** What is said of several, and of one. */
const ofOne: Readonly<Record<string, string>> = {
	days: 'day',
	rows: 'row',
	samples: 'sample',
	columns: 'column',
	'user duties': 'user duty',
	'people have': 'person has',
	'removals decided': 'removal decided',
};
const place = new RegExp(`\\{(\\w+)\\}(?: (${Object.keys(ofOne).join('|')})\\b)?`, 'g');

/** In words for people, with a capital and a full stop: “AC-05 has no owner.” */
export function messageOf({ check, values }: Pick<Finding, 'check' | 'values'>): string {
	const message = checkById(check)?.message ?? check;
	const filled = message.replace(place, (whole, name: string, counted: string | undefined) => {
		const value = values[name];
		if (value === undefined) return whole;
		const words = typeof value === 'number' ? grouped(value) : value;
		if (counted === undefined) return words;
		return `${words} ${value === 1 ? (ofOne[counted] ?? counted) : counted}`;
	});
	return filled.slice(0, 1).toUpperCase() + filled.slice(1);
}
