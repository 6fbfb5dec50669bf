/** What people call a part of the document that its shared map holds. */
import { registers } from '../../../model/registers/registers.ts';

const otherParts: Readonly<Record<string, string>> = {
	controls: 'controls',
	columns: 'own columns',
	imports: 'imports',
	views: 'shared views',
	scope: 'the scope',
	assessments: 'what is said of criteria',
	acceptances: 'accepted warnings',
	settings: 'settings',
	activity: 'the activity list',
};

/** `controls/edits` → “controls”. */
export function partWords(map: string): string {
	const name = map.split('/')[0] ?? map;
	const register = Object.values(registers).find((each) => each.name === name);
	return otherParts[name] ?? register?.title.toLowerCase() ?? 'a part of a newer version';
}
