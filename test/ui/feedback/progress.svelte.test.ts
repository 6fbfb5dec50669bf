import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Progress from '../../../src/ui/feedback/Progress.svelte';

it('is indeterminate while nobody knows how far it is, also after somebody did', async () => {
	const { rerender } = render(Progress, { label: 'Importing', value: undefined });
	const bar = () => screen.getByRole('progressbar', { name: 'Importing' });
	expect(bar()).not.toHaveAttribute('value');
	await rerender({ value: 0.5 });
	expect(bar()).toHaveValue(0.5);
	await rerender({ value: undefined });
	expect(bar()).not.toHaveAttribute('value');
});
