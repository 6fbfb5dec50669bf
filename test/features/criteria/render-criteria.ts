/** The place of criteria over a workbook; `asked` fills with where a person was led. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import Criteria from '../../../src/features/criteria/Criteria.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';

export function renderCriteria(workbook: Workbook, opened?: string) {
	const asked: string[] = [];
	const toasts = new ToastQueue();
	const commands = new CommandBoard();
	const live = new LiveWorkbook(workbook);
	const page = render(Criteria, {
		workbook: live,
		toasts,
		commands,
		opened,
		onopen: (id: string | undefined) => {
			asked.push(id ?? 'closed');
			void page.rerender({ opened: id });
		},
		onplace: (...place: readonly (string | undefined)[]) =>
			void asked.push(place.filter(Boolean).join('/')),
		onrecord: (register: string, id: string) => void asked.push(`${register} ${id}`),
	});
	return { live, asked, toasts, commands, user: userEvent.setup() };
}

/** A tile of the map, by the id of its criterion. */
export function tile(id: string): HTMLElement {
	return screen.getByRole('gridcell', { name: new RegExp(`^${id.replace('.', '\\.')} `) });
}
