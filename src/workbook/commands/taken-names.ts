/** Names that people give what they make in a register: own columns, shared views. */
import type { RegisterName } from '../../model/registers/register.ts';

interface Named {
	readonly id: string;
	readonly name: string;
	readonly register: RegisterName;
	readonly retired: boolean;
}

/**
 * True where another of the register that is not taken out has the name; spaces around it and capitals
 * make no other one. `except`: the one that is to be renamed.
 */
export function isTaken(
	name: string,
	{
		among,
		register,
		except,
	}: {
		readonly among: readonly Named[];
		readonly register: RegisterName;
		readonly except?: string | undefined;
	},
): boolean {
	const wanted = name.trim().toLowerCase();
	return among.some(
		(other) =>
			!other.retired &&
			other.register === register &&
			other.id !== except &&
			other.name.toLowerCase() === wanted,
	);
}
