import { createEvent, fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import FileDrop from '../../../src/ui/files/FileDrop.svelte';

const plan = new File(['a'], 'plan.xlsx');
const notes = new File(['b'], 'notes.csv');

async function dragOverWindow(kind: 'dragenter' | 'drop', types: string[], files: File[]) {
	const event = createEvent[kind === 'drop' ? 'drop' : 'dragEnter'](window);
	Object.defineProperty(event, 'dataTransfer', { value: { types, files, dropEffect: 'none' } });
	await fireEvent(window, event);
	return event;
}

it('hands over the files that are chosen, also the same one twice', async () => {
	const onfiles = vi.fn();
	render(FileDrop, { label: 'Choose a spreadsheet', onfiles });
	const input = screen.getByLabelText<HTMLInputElement>('Choose a spreadsheet', {
		selector: 'input',
	});
	await userEvent.upload(input, plan);
	await userEvent.upload(input, plan);
	expect(onfiles.mock.calls).toEqual([[[plan]], [[plan]]]);
});

it('takes files dropped anywhere in the window: one, or all where it may', async () => {
	const onfiles = vi.fn();
	const { rerender } = render(FileDrop, { label: 'Choose', onfiles });
	await dragOverWindow('drop', ['Files'], [plan, notes]);
	await rerender({ multiple: true });
	await dragOverWindow('drop', ['Files'], [plan, notes]);
	expect(onfiles.mock.calls).toEqual([[[plan]], [[plan, notes]]]);
});

it('leaves dragged text to the browser', async () => {
	const onfiles = vi.fn();
	render(FileDrop, { label: 'Choose', onfiles });
	const event = await dragOverWindow('drop', ['text/plain'], []);
	expect(event.defaultPrevented).toBe(false);
	expect(onfiles).not.toHaveBeenCalled();
});

it('says that it can be dropped while files are over the window', async () => {
	render(FileDrop, { label: 'Choose', onfiles: vi.fn() });
	expect(screen.queryByText('Drop to open')).toBeNull();
	await dragOverWindow('dragenter', ['Files'], []);
	expect(screen.getByText('Drop to open')).toBeVisible();
	await dragOverWindow('drop', ['Files'], [plan]);
	expect(screen.queryByText('Drop to open')).toBeNull();
});
