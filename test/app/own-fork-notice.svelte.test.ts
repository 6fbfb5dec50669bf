import '../ui/jsdom-platform.ts';

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import OwnForkNotice from '../../src/app/OwnForkNotice.svelte';

it('[P-23] says what is at stake and leads to a copy and to the steps, until it is sent away', async () => {
	const user = userEvent.setup();
	const asked: string[] = [];
	render(OwnForkNotice, {
		oncopy: () => asked.push('copy'),
		onsteps: () => asked.push('steps'),
	});
	expect(screen.getByRole('alert')).toHaveTextContent('join again as another device');
	await user.click(screen.getByRole('button', { name: 'Save a copy now' }));
	await user.click(screen.getByRole('button', { name: 'See the steps' }));
	expect(asked).toEqual(['copy', 'steps']);
	await user.click(screen.getByRole('button', { name: 'Dismiss' }));
	expect(screen.queryByRole('alert')).toBeNull();
});
