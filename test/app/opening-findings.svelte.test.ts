import '../ui/jsdom-platform.ts';

import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import OpeningFindings from '../../src/app/OpeningFindings.svelte';

const altered = '1 entry of the activity list is not what Ada signed.';
const missing = '1 entry that Ada signed in this browser is missing from its storage.';

it('[N-5] says what is wrong with the history until it is sent away, and what comes later all the same', async () => {
	const user = userEvent.setup();
	let ways = 0;
	const props = { findings: [], onhistory: () => (ways += 1) };
	const { rerender } = render(OpeningFindings, { ...props, alarms: [altered] });
	expect(screen.getByRole('alert')).toHaveTextContent(altered);
	await user.click(screen.getByRole('button', { name: 'See the history' }));
	expect(ways).toBe(1);

	await user.click(screen.getByRole('button', { name: 'Dismiss' }));
	expect(screen.queryByRole('alert')).toBeNull();
	await rerender({ ...props, alarms: [altered, missing] });
	expect(screen.getByRole('alert')).toHaveTextContent(missing);
	expect(screen.getByRole('alert')).not.toHaveTextContent(altered);
});
