/** The tables of all registers, typed by the register's name. */
import type * as Y from 'yjs';
import type { Control, ControlRow } from '../model/records/control.ts';
import { registerNames, type RegisterName } from '../model/registers/register.ts';
import { registers, type RecordsByRegister } from '../model/registers/registers.ts';
import { registerKind, type RegisterRow } from './record-kinds.ts';
import { Table } from './table.ts';

export type RegisterTable<Name extends RegisterName> = Table<
	Name extends 'controls' ? ControlRow : RegisterRow,
	RecordsByRegister[Name]
>;

export class RegisterTables {
	readonly #tables: ReadonlyMap<RegisterName, RegisterTable<RegisterName>>;

	constructor(doc: Y.Doc, controls: Table<ControlRow, Control>) {
		this.#tables = new Map(
			registerNames.map((name) => [
				name,
				(name === 'controls'
					? controls
					: new Table(doc, registerKind(registers[name]))) as RegisterTable<RegisterName>,
			]),
		);
	}

	/** The table of a register. */
	of<Name extends RegisterName>(name: Name): RegisterTable<Name> {
		// The map has a table for each name, made of that name's register.
		return this.#tables.get(name) as unknown as RegisterTable<Name>;
	}

	get all(): readonly RegisterTable<RegisterName>[] {
		return [...this.#tables.values()];
	}
}
