/** What the commands of the matrix work with. */
import type { ControlId } from '../../../model/records/control.ts';
import type { ChosenRecords } from '../bulk/chosen-records.svelte.ts';
import type { RegisterAsks } from '../register-asks.svelte.ts';
import type { RegisterDeeds } from '../register-deeds.ts';
import type { RegisterState } from '../register-state.svelte.ts';

export interface RegisterWork {
	readonly matrix: RegisterState;
	readonly deeds: RegisterDeeds;
	readonly chosen: ChosenRecords;
	readonly asks: RegisterAsks;
	readonly onopen: (control: ControlId) => void;
	readonly onfind: () => void;
	readonly onreplace: () => void;
	/** Exports, with the choice of what is shown just now. */
	readonly onexport: () => void;
	/** Shows where the active cell's value came from. */
	readonly onsource: () => void;
}

/** Why a command about controls cannot be given. */
export const nothingChosen = 'There is no control yet';
