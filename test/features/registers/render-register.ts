/** Puts a register of a workbook on a page, with what the app gives it. */
import '../../ui/jsdom-platform.ts';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import RegisterPlace from '../../../src/features/registers/RegisterPlace.svelte';
import type { RegisterPlaceProps } from '../../../src/features/registers/register-place-props.ts';
import type { ShownRecords } from '../../../src/features/registers/shown-records.ts';
import { RegisterView } from '../../../src/features/registers/view/register-view.svelte.ts';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import type { ImportId } from '../../../src/model/records/import-record.ts';
import type { RegisterName } from '../../../src/model/registers/register.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';

export interface RegisterPage {
	readonly user: ReturnType<typeof userEvent.setup>;
	readonly view: RegisterView;
	readonly toasts: ToastQueue;
	readonly commands: CommandBoard;
	/** What was asked of the app, in order. */
	readonly asked: string[];
	readonly exported: ShownRecords[];
	/** Opens a record in the panel, or sends the person to a cell of it. */
	readonly jump: (id: string, field?: string) => Promise<void>;
	/** Gives the place other things than before. */
	readonly give: (props: Partial<RegisterPlaceProps>) => Promise<void>;
	/** The cell of a record's row (0-based, as shown) under a column's label. */
	readonly cell: (row: number, column: string) => HTMLElement;
	/** The texts of a column, top to bottom. */
	readonly texts: (column: string) => string[];
	/** The text of the newest message. */
	readonly message: () => string | undefined;
}

/** The page of the matrix of controls. */
export function renderMatrix(workbook: Workbook, more?: Partial<RegisterPlaceProps>): RegisterPage {
	return renderRegister(workbook, 'controls', more);
}

export function renderRegister(
	workbook: Workbook,
	register: RegisterName,
	more: Partial<RegisterPlaceProps> = {},
): RegisterPage {
	const items = new Map<string, string>();
	const storage = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => void items.set(key, value),
	};
	const view = new RegisterView(storage, 'one', register);
	const toasts = new ToastQueue();
	const commands = new CommandBoard();
	// As the app does.
	const pressKey = (event: KeyboardEvent): void => {
		if (commands.press(event)) event.preventDefault();
	};
	window.addEventListener('keydown', pressKey);
	onTestFinished(() => window.removeEventListener('keydown', pressKey));
	const asked: string[] = [];
	const exported: ShownRecords[] = [];
	const page = render(RegisterPlace, {
		workbook: new LiveWorkbook(workbook),
		register,
		view,
		toasts,
		commands,
		dense: false,
		opened: undefined as string | undefined,
		openedField: undefined as string | undefined,
		onopen: (opened: string | undefined) => {
			asked.push(opened ? 'open' : 'close');
			void page.rerender({ opened, openedField: undefined });
		},
		onimport: () => asked.push('import'),
		onlink: (to: RegisterName, id: string) => asked.push(`${to} ${id}`),
		onshowimport: (id: ImportId) => asked.push(`show ${id}`),
		onexport: (shown: ShownRecords) => exported.push(shown),
		...more,
	});
	const rows = (): HTMLElement[] =>
		screen.getAllByRole('row').filter((row) => row.hasAttribute('data-index'));
	const columnIndex = (label: string): string => {
		const header = screen.getByRole('columnheader', { name: label });
		return header.getAttribute('aria-colindex') ?? '';
	};
	const cell = (row: number, column: string): HTMLElement => {
		const found = rows()[row];
		if (!found) throw new Error(`There is no row ${row}`);
		const index = columnIndex(column);
		const cells = within(found).getAllByRole('gridcell');
		const match = cells.find((candidate) => candidate.getAttribute('aria-colindex') === index);
		if (!match) throw new Error(`Row ${row} has no cell under ${column}`);
		return match;
	};
	return {
		user: userEvent.setup(),
		view,
		toasts,
		commands,
		asked,
		exported,
		jump: (opened, openedField) => page.rerender({ opened, openedField }),
		give: (props) => page.rerender(props),
		cell,
		texts: (column) => rows().map((_, row) => cell(row, column).textContent.trim()),
		message: () => toasts.toasts.at(-1)?.text,
	};
}
