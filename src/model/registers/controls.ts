/** The control matrix as a register: its fields stand in `records/control-fields`. */
import { controlFields } from '../records/control-fields.ts';
import type { Register } from './register.ts';

export const controls: Register<'controls', 'control'> = {
	name: 'controls',
	idKind: 'control',
	one: 'control',
	many: 'controls',
	title: 'Matrix',
	fields: controlFields,
	naming: ['controlId', 'title'],
};
