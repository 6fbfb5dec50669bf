/** What the page of an open workbook is called, in the browser's tab and its history. */
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import { recordName } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';
import { titleOf } from './places.ts';
import { isRegisterRoute, registerPlaces, type WorkbookRoute } from './routes.ts';
import { product } from './version.ts';

/** The record that lies open first, then its place, then the workbook by its `name`. */
export function pageTitle(route: WorkbookRoute, name: string, live: LiveWorkbook): string {
	return [openedName(route, live), titleOf(route), name, product].filter(Boolean).join(' · ');
}

/** What the record beside the grid is called. */
function openedName(route: WorkbookRoute, live: LiveWorkbook): string | undefined {
	if (!isRegisterRoute(route) || !route.record) return undefined;
	const register = registerPlaces[route.place];
	return recordName(registers[register], live.record(register, route.record));
}
