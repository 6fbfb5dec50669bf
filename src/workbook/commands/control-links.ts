/** Links of controls are compared as names, as sheets have them; in the workbook they are ids. */
import { controls } from '../../model/registers/controls.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import type { LinkNames } from '../../model/rules/link-names.ts';
import type { Workbook } from '../workbook.ts';
import { foundMembers, linkedRegister, namesOfRegister } from './import-links.ts';

type CellValue = string | readonly string[];

export class ControlLinks {
	readonly #workbook: Workbook;
	readonly #names = new Map<RegisterName, LinkNames>();

	constructor(workbook: Workbook) {
		this.#workbook = workbook;
	}

	named(column: string, value: CellValue): CellValue {
		const names = this.#namesFor(column, value);
		if (!names || typeof value === 'string') return value;
		return value.map((member) => names.name(member));
	}

	found(column: string, value: CellValue): CellValue {
		const names = this.#namesFor(column, value);
		return !names || typeof value === 'string' ? value : foundMembers(names, value);
	}

	#namesFor(column: string, value: CellValue): LinkNames | undefined {
		const register = linkedRegister(controls, column);
		if (register === undefined || value.length === 0) return undefined;
		const names = this.#names.get(register) ?? namesOfRegister(this.#workbook, register);
		this.#names.set(register, names);
		return names;
	}
}
