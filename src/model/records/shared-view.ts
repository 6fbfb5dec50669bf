/** A view of a register that was shared in the workbook: its name and its settings. */
import * as z from 'zod/mini';
import { isId, type Id } from '../../base/ids.ts';
import { isRegisterName, type RegisterName } from '../registers/register.ts';
import { readRecord, type Reading } from './read-record.ts';
import { readSettings, type ViewSettings } from './view-settings.ts';

export type ViewId = Id<'view'>;

/** The view as it was created: what the `base` map holds. Settings stand side by side, so that each is edited by itself. */
export interface SharedViewRow extends ViewSettings {
	readonly name: string;
	readonly order: string;
	/** Whose view it is; absent for the matrix. */
	readonly register?: RegisterName;
}

export interface SharedView {
	readonly id: ViewId;
	readonly name: string;
	readonly order: string;
	readonly settings: ViewSettings;
	readonly register: RegisterName;
	readonly retired: boolean;
}

const sharedViewSchema = z.object({
	id: z.custom<ViewId>((value) => isId('view', value)),
	name: z._default(z.string(), ''),
	order: z._default(z.string(), ''),
	register: z._default(z.custom<RegisterName>(isRegisterName), 'controls'),
	retired: z._default(z.boolean(), false),
});

/** The view with every setting it holds that can be read (SPEC S-1), or why it is no view. */
export function readSharedView(joined: unknown): Reading<SharedView> {
	const reading = readRecord(sharedViewSchema, joined);
	if (!('item' in reading)) return reading;
	return { item: { ...reading.item, settings: readSettings(joined) } };
}
