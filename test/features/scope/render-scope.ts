/** Puts the scope of a workbook on a page, with what the app gives it. */
import '../../ui/jsdom-platform.ts';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import Scope from '../../../src/features/scope/Scope.svelte';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import {
	emptyScope,
	scopeId,
	type Scope as ScopeRecord,
} from '../../../src/model/records/scope.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';

export interface ScopePage {
	readonly user: ReturnType<typeof userEvent.setup>;
	readonly toasts: ToastQueue;
	readonly commands: CommandBoard;
	/** What was asked of the app, in order. */
	readonly asked: string[];
	readonly scope: () => ScopeRecord;
	/** The title of the section shown. */
	readonly section: () => string;
}

export function renderScope(workbook: Workbook, section?: string): ScopePage {
	const toasts = new ToastQueue();
	const commands = new CommandBoard();
	const asked: string[] = [];
	const page = render(Scope, {
		workbook: new LiveWorkbook(workbook),
		toasts,
		commands,
		section,
		onsection: (next: string | undefined) => {
			asked.push(`section ${next}`);
			void page.rerender({ section: next });
		},
		onplace: (place: string) => asked.push(`place ${place}`),
	});
	return {
		user: userEvent.setup(),
		toasts,
		commands,
		asked,
		scope: () => workbook.scope.get(scopeId) ?? emptyScope,
		section: () => screen.getAllByRole('heading', { level: 2 })[0]?.textContent.trim() ?? '',
	};
}
