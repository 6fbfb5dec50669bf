import { expect, it } from 'vitest';
import { Desk } from '../../src/app/desk.svelte.ts';
import type { OpenWorkbook, Services } from '../../src/app/services.ts';
import { ok } from '../../src/base/result.ts';
import type { WorkbookId } from '../../src/workbook/ports.ts';

/** A desk over workbooks that note when they are opened and closed; `unsaved` cannot be stored. */
function setup(unsaved = new Set<WorkbookId>()) {
	const deeds: string[] = [];
	const openWorkbook = (id: WorkbookId) => {
		deeds.push(`open ${id}`);
		const workbook = {
			id,
			hasUnsaved: () => unsaved.has(id),
			saving: { retry: () => Promise.resolve() },
			close: () => {
				deeds.push(`close ${id}`);
				return Promise.resolve();
			},
		};
		return Promise.resolve(ok(workbook as unknown as OpenWorkbook));
	};
	const desk = new Desk({ openWorkbook } as Partial<Services> as Services);
	return { desk, deeds, unsaved };
}

it('opens one workbook at a time', async () => {
	const { desk, deeds } = setup();
	await desk.show('workbook:a');
	await desk.show('workbook:b');
	await desk.show(undefined);
	expect(deeds).toEqual([
		'open workbook:a',
		'close workbook:a',
		'open workbook:b',
		'close workbook:b',
	]);
	expect(desk.state).toEqual({ kind: 'empty' });
});

it('keeps nothing open of a workbook that was left and entered again while it opened', async () => {
	const { desk, deeds } = setup();
	await Promise.all([desk.show('workbook:a'), desk.show(undefined), desk.show('workbook:a')]);
	const opened = deeds.filter((deed) => deed.startsWith('open')).length;
	const closed = deeds.filter((deed) => deed.startsWith('close')).length;
	expect(opened - closed).toBe(1);
	expect(desk.state.kind).toBe('open');
});

it('holds a workbook whose edits could not be stored until the person lets it go', async () => {
	const { desk, deeds } = setup(new Set(['workbook:a']));
	await desk.show('workbook:a');
	await desk.show('workbook:b');
	expect(desk.state.kind).toBe('held');
	expect(desk.hasUnsaved).toBe(true);
	expect(deeds).toEqual(['open workbook:a']);

	await desk.letGo();
	expect(deeds).toEqual(['open workbook:a', 'close workbook:a', 'open workbook:b']);
	expect(desk.state).toMatchObject({ kind: 'open', workbook: { id: 'workbook:b' } });
});

it('is open again where the person stays', async () => {
	const { desk, deeds } = setup(new Set(['workbook:a']));
	await desk.show('workbook:a');
	await desk.show(undefined);
	await desk.show('workbook:a');
	expect(desk.state.kind).toBe('open');
	expect(deeds).toEqual(['open workbook:a']);
});

it('leaves without a question once the last try has stored everything', async () => {
	const { desk, deeds, unsaved } = setup(new Set(['workbook:a']));
	await desk.show('workbook:a');
	unsaved.clear();
	await desk.show(undefined);
	expect(deeds).toEqual(['open workbook:a', 'close workbook:a']);
});
