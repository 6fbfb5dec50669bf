import { render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { readinessOf } from '../../../src/live/live-readiness.svelte.ts';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import WhenReady from '../../../src/parts/readiness/WhenReady.svelte';
import { addControls } from '../../../src/workbook/commands/add-controls.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';

const children = createRawSnippet(() => ({ render: () => '<input aria-label="Note" />' }));

function shown(stays: boolean) {
	const workbook = aWorkbook();
	const add = (count: number): void => {
		const rows = Array.from({ length: count }, (_, at) => ({ controlId: `${count}-${at}` }));
		done(workbook, addControls, { rows });
	};
	add(300);
	const readiness = readinessOf(new LiveWorkbook(workbook));
	render(WhenReady, { readiness, copyAgeDays: 0, stays, children });
	return {
		importMany: (): void => {
			add(400);
			flushSync();
		},
		workedOut: async (): Promise<void> => {
			await readiness.workOut();
			flushSync();
		},
	};
}

const note = () => screen.queryByRole('textbox', { name: 'Note' });
const progress = () => screen.queryByRole('progressbar', { name: 'Working out checks and scores' });

it('shows how far checks and scores are instead of its content, and so again after an import', async () => {
	const { importMany, workedOut } = shown(false);
	expect(progress()).toBeVisible();
	expect(note()).toBeNull();
	await workedOut();
	expect(note()).toBeVisible();
	expect(progress()).toBeNull();

	importMany();
	expect(progress()).toBeVisible();
	expect(note()).toBeNull();
	await workedOut();
	expect(note()).toBeVisible();
	expect(progress()).toBeNull();
});

it('takes nothing away from whom types there: how far it is stands beside', async () => {
	const { importMany, workedOut } = shown(true);
	await workedOut();
	const typedInto = screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' });
	typedInto.focus();
	typedInto.value = 'half a sent';

	importMany();
	expect(progress()).toBeVisible();
	expect(screen.getByText('Until then, figures are as they were.')).toBeVisible();
	await workedOut();
	expect(progress()).toBeNull();
	expect(note()).toBe(typedInto);
	expect(typedInto).toHaveFocus();
	expect(typedInto.value).toBe('half a sent');
});

it('lets a small workbook show its content at once', () => {
	const workbook = aWorkbook();
	const readiness = readinessOf(new LiveWorkbook(workbook));
	render(WhenReady, { readiness, copyAgeDays: 0, children });
	expect(note()).toBeVisible();
	expect(progress()).toBeNull();
});
