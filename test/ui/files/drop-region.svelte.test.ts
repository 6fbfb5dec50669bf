import { createEvent, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import DropRegion from '../../../src/ui/files/DropRegion.svelte';

const plan = new File(['a'], 'plan.xlsx');

it('keeps what is dropped on it from the page around', async () => {
	const onfiles = vi.fn();
	const around = vi.fn();
	window.addEventListener('drop', around);
	const children = createRawSnippet(() => ({ render: () => '<p>Drop it here</p>' }));
	render(DropRegion, { label: 'Plans', onfiles, children });
	const over = screen.getByText('Drop it here');
	for (const [at, times] of [
		[over, 0],
		[window, 1],
	] as const) {
		const event = createEvent.drop(at);
		Object.defineProperty(event, 'dataTransfer', {
			value: { types: ['Files'], files: [plan], dropEffect: 'none' },
		});
		await fireEvent(at, event);
		expect(around).toHaveBeenCalledTimes(times);
	}
	window.removeEventListener('drop', around);
	expect(onfiles.mock.calls).toEqual([[[plan]]]);
	expect(screen.getByRole('group', { name: 'Plans' })).toContainElement(over);
});
