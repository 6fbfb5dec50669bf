/** What people call a control: its id, else its title. */
import type { Control } from './control.ts';

export function controlName(control: Pick<Control, 'controlId' | 'title'> | undefined): string {
	if (!control) return 'a removed control';
	return control.controlId || control.title || 'a control without id';
}
