/** What the commands of the matrix work with. */
import type { ControlId } from '../../../model/records/control.ts';
import type { ChosenControls } from '../bulk/chosen-controls.svelte.ts';
import type { MatrixAsks } from '../matrix-asks.svelte.ts';
import type { MatrixDeeds } from '../matrix-deeds.ts';
import type { MatrixState } from '../matrix-state.svelte.ts';

export interface MatrixWork {
	readonly matrix: MatrixState;
	readonly deeds: MatrixDeeds;
	readonly chosen: ChosenControls;
	readonly asks: MatrixAsks;
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
