/** What the commands of a register work with. */
import type { Register } from '../../../model/registers/register.ts';
import type { ChosenRecords } from '../bulk/chosen-records.svelte.ts';
import type { RegisterAsks } from '../register-asks.svelte.ts';
import type { RegisterPlaceProps } from '../register-place-props.ts';
import type { RegisterDeeds } from '../register-deeds.ts';
import type { RegisterState } from '../register-state.svelte.ts';

export interface RegisterWork {
	readonly register: RegisterState;
	readonly deeds: RegisterDeeds;
	readonly chosen: ChosenRecords;
	readonly asks: RegisterAsks;
	readonly onopen: (record: string) => void;
	readonly onfind: () => void;
	readonly onreplace: () => void;
	/** Exports, with the choice of what is shown just now. */
	readonly onexport: () => void;
	/** Shows where the active cell's value came from. */
	readonly onsource: () => void;
	/** Whether changes, comments and suggestions are taken just now. */
	readonly review: () => Pick<RegisterPlaceProps, 'readOnly' | 'oncomment' | 'onsuggest'>;
}

/** Why a command about records cannot be given. */
export function nothingChosen({ one }: Register): string {
	return `There is no ${one} yet`;
}
