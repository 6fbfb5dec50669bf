import { expect, test, vi } from 'vitest';
import FileText from '@lucide/svelte/icons/file-text';
import { RecordSearch } from '../../src/app/record-search.ts';
import { controls as register } from '../../src/model/registers/controls.ts';
import { aControl } from '../features/registers/some-records.ts';

const controls = [
	aControl({ controlId: 'AC-05', title: 'Quarterly user access review' }),
	aControl({ controlId: 'AC-07', title: 'Privileged access reviewed' }),
	aControl({
		controlId: 'AC-06',
		title: 'Access review of vendors',
		retired: { at: '2026-11-21T09:00:00Z', by: 'Ruth', reason: 'twice' },
	}),
	aControl({ controlId: '', title: 'Backups are restored every quarter' }),
];

function found(
	typed: string,
	search = new RecordSearch(register, FileText, 30, () => undefined),
	all = controls,
) {
	return search.find(all, typed).map(({ label, hint }) => [label, hint].filter(Boolean).join(': '));
}

test('finds by id and by title, retired ones last and said to be', () => {
	expect(found('ac-07')).toEqual(['AC-07: Privileged access reviewed']);
	expect(found('access review')).toEqual([
		'AC-07: Privileged access reviewed',
		'AC-05: Quarterly user access review',
		'AC-06: Access review of vendors (retired)',
	]);
	expect(found('restored')).toEqual(['Backups are restored every quarter']);
	expect(found('zebra')).toEqual([]);
	expect(found('  ')).toEqual([]);
});

test('typing on, typing back and another list find what a fresh search finds', () => {
	const search = new RecordSearch(register, FileText, 30, () => undefined);
	for (const typed of ['a', 'ac', 'acc', 'access v', 'acc', 'q', '']) {
		expect(found(typed, search)).toEqual(found(typed));
	}
	found('acc', search);
	const others = [...controls, aControl({ controlId: 'AC-08', title: 'Access granted' })];
	expect(found('access gra', search, others)).toEqual(['AC-08: Access granted']);
});

test('of very many, the best thirty are listed, and it says so', () => {
	const many = Array.from({ length: 500 }, (_, index) =>
		aControl({ controlId: `CC-${index}`, title: 'Access' }),
	);
	const opened: string[] = [];
	const commands = new RecordSearch(register, FileText, 30, (id) => opened.push(id)).find(
		many,
		'cc-49',
	);
	expect(commands[0]?.label).toBe('CC-49');
	expect(new RecordSearch(register, FileText, 30, () => undefined).find(many, 'cc')[0]?.group).toBe(
		'Controls, best 30 of 500',
	);
	commands[0]?.run();
	expect(opened).toEqual([many[49]?.id]);
});

test('while nothing is typed yet, the texts are made ready for the first letter', async () => {
	let reads = 0;
	const watched = Array.from({ length: 250 }, () =>
		Object.defineProperty({ ...aControl({ controlId: 'AC-05' }) }, 'title', {
			get: () => {
				reads += 1;
				return 'Access';
			},
		}),
	);
	const search = new RecordSearch(register, FileText, 30, () => undefined);
	search.find(watched, '');
	await vi.waitFor(() => expect(reads).toBe(250));
	expect(found('zebra', search, watched)).toEqual([]);
	expect(reads).toBe(250);
});
