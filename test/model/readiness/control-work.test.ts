/** What controls do is known by their words alone, where an imported matrix names no kinds of evidence. */
import { describe, expect, it } from 'vitest';
import { libraryControlById } from '../../../src/model/catalog/control-library.ts';
import { categories } from '../../../src/model/catalog/criteria.ts';
import { aRecord } from '../../support/records.ts';
import { readinessOf } from './checks/check-case.ts';

const scope = { categories: categories.map(({ id }) => id) };

/** Whether a check is told of a workbook whose only control has the words of one of the library. */
function isTold(check: string, id: string): boolean {
	const known = libraryControlById(id);
	if (!known) throw new Error(`The library has no ${id}`);
	const { title, description, criteria } = known;
	const control = aRecord('controls', 'a', { title, description, criteria });
	const shown = aRecord('evidence', 'a', { controls: ['control:a'], state: 'accepted' });
	return readinessOf({ scope, records: [control, shown] }).findingsOf(check).length > 0;
}

describe('a control that does what a check asks for', () => {
	it.each([
		['ACC-02', ['AC-07'], ['AC-01', 'AC-04', 'AC-05', 'NS-01']],
		['CHG-01', ['CM-02', 'CM-03', 'CM-05'], ['DP-07', 'NS-03']],
		['CHG-05', ['CM-02', 'CM-03', 'CM-05'], ['CM-07', 'VM-06', 'AC-05']],
		['AVL-03', ['BC-01'], ['BC-07', 'CO-03', 'BC-03']],
		['PIN-01', ['IN-03', 'IN-04'], ['IN-01', 'IN-06']],
	])('is known by its words: %s', (check, doing, notDoing) => {
		expect(doing.filter((id) => isTold(check, id))).toEqual([]);
		expect(notDoing.filter((id) => !isTold(check, id))).toEqual([]);
	});
});
