/**
 * Records that another member removed and this person kept: written anew under their ids, with what was
 * edited in them, so that everybody has them again. One command, one step of undo.
 */
import { grouped } from '../../base/counted.ts';
import { ok } from '../../base/result.ts';
import type { CommandDefinition } from '../command.ts';
import { recordMaps, splitEditKey } from '../layout.ts';
import type { Write } from '../write.ts';

export interface BringBack {
	/** Where what is brought back stands now: a shared map, and a key in it. */
	readonly places: readonly { readonly map: string; readonly key: string }[];
}

export const bringBack: CommandDefinition<BringBack> = {
	name: 'bringBack',
	plan: ({ places }, { workbook }) => {
		const rows: Write[] = [];
		const edits: Write[] = [];
		const tables = workbook.tables.map(({ kind: { name } }) => ({
			...{ name, ...recordMaps(workbook.doc, name) },
		}));
		for (const { map, key } of places) {
			const of = tables.find(({ name }) => map === name || map === `${name}/edits`);
			if (!of) continue;
			const { name: table, base, edits: edited } = of;
			const place = map === table ? undefined : splitEditKey(key);
			if (map === table) rows.push({ kind: 'row', table, id: key, row: base.get(key) });
			else if (place)
				edits.push({ kind: 'edit', table, ...place, before: undefined, after: edited.get(key) });
		}
		const count = rows.length === 1 ? 'a record' : `${grouped(rows.length)} records`;
		return ok({ writes: [...rows, ...edits], label: `Keep ${count} for everybody` });
	},
};
