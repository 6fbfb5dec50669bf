/** The ways between the places of an open workbook, as screens ask for them. */
import type { RegisterName } from '../model/registers/register.ts';
import type { CommandBoard } from '../ui/commands/command-board.svelte.ts';
import type { WorkbookId } from '../workbook/ports.ts';
import type { Router } from './router.svelte.ts';
import { hashToRoute, placeOfRegister, routeToHash, type WorkbookRoute } from './routes.ts';

export interface Ways {
	/**
	 * To a place by its name in the address, and what is opened there: 'library', 'CC7.3'. What makes a
	 * workbook safe is a deed, not a place yet: `safety` saves a copy of everything.
	 */
	readonly toPlace: (place: string, detail?: string) => void;
	/** To a record in the grid of its register, at a cell of it where one is named. */
	readonly toRecord: (register: RegisterName, id: string, field?: string) => void;
	readonly hrefOfPlace: (place: string, detail?: string) => string;
	readonly hrefOfRecord: (register: RegisterName, id: string, field?: string) => string;
}

/** A place that does not exist leads to the overview. */
export function waysOf(router: Router, workbook: WorkbookId, commands: CommandBoard): Ways {
	const place = (name: string, detail?: string): WorkbookRoute => {
		const address = [workbook.slice(workbook.indexOf(':') + 1), name, ...(detail ? [detail] : [])];
		const route = hashToRoute(`#/${address.map(encodeURIComponent).join('/')}`);
		return 'workbook' in route ? route : { place: 'overview', workbook };
	};
	const record = (register: RegisterName, id: string, field?: string): WorkbookRoute => ({
		place: placeOfRegister(register),
		workbook,
		record: id,
		...(field ? { field } : {}),
	});
	return {
		toPlace: (name, detail) => {
			if (name === 'safety') commands.give('save-copy');
			else router.go(place(name, detail));
		},
		toRecord: (...where) => router.go(record(...where)),
		hrefOfPlace: (name, detail) => routeToHash(place(name, detail)),
		hrefOfRecord: (...where) => routeToHash(record(...where)),
	};
}
