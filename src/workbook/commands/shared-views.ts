/** Views of the matrix in the workbook: sharing one, changing it, taking it out. */
import { newId } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { RegisterName } from '../../model/registers/register.ts';
import type { SharedViewRow, ViewId } from '../../model/records/shared-view.ts';
import { sameSetting, type ViewSettings } from '../../model/records/view-settings.ts';
import type { CommandDefinition, CommandProblem } from '../command.ts';
import { ordersAtEnd } from '../row-order.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';
import { isTaken } from './taken-names.ts';

export interface SaveView {
	readonly name: string;
	/** The matrix where absent. */
	readonly register?: RegisterName;
	readonly settings: ViewSettings;
}

/** Puts a view into the workbook, where every copy has it. */
export const saveView: CommandDefinition<SaveView> = {
	name: 'saveView',
	plan: ({ name, register = 'controls', settings }, { workbook, ids }) => {
		const problem = nameProblem(workbook, register, name);
		if (problem) return refused(problem);
		const [order] = ordersAtEnd(workbook.views.all(), 1);
		const row: SharedViewRow = {
			...settings,
			name: name.trim(),
			order: order ?? '',
			...(register === 'controls' ? {} : { register }),
		};
		const id = newId('view', ids);
		return ok({
			writes: [{ kind: 'row', table: 'views', id, row }],
			label: `Share the view ${name.trim()}`,
		});
	},
};

export interface ChangeView {
	readonly view: ViewId;
	readonly name?: string;
	/** Settings that are left out stay as they are. */
	readonly settings?: Partial<ViewSettings>;
}

/** Renames a view or changes its settings, each written by itself (SPEC S-3). */
export const changeView: CommandDefinition<ChangeView> = {
	name: 'changeView',
	plan: ({ view: id, name, settings = {} }, { workbook }) => {
		const view = workbook.views.get(id);
		if (!view) return refused(goneProblem(id));
		const problem = name === undefined ? undefined : nameProblem(workbook, view.register, name, id);
		if (problem) return refused(problem);
		const writes = Object.entries(settings).flatMap(([part, after]) => {
			const before = view.settings[part as keyof ViewSettings];
			return sameSetting(before, after) ? [] : [edited(id, part, before, after)];
		});
		if (name === undefined) return ok({ writes, label: `Change the view ${view.name}` });
		return ok({
			writes: [...writes, edited(id, 'name', view.name, name.trim())],
			label: `Rename the view ${view.name} to ${name.trim()}`,
		});
	},
};

export interface RetireView {
	readonly view: ViewId;
}

/** Takes a view out of sight (law 4); undo brings it back. */
export const retireView: CommandDefinition<RetireView> = {
	name: 'retireView',
	plan: ({ view: id }, { workbook }) => {
		const view = workbook.views.get(id);
		if (!view) return refused(goneProblem(id));
		return ok({
			writes: [edited(id, 'retired', view.retired, true)],
			label: `Remove the view ${view.name}`,
		});
	},
};

function nameProblem(
	workbook: Workbook,
	register: RegisterName,
	name: string,
	except?: ViewId,
): CommandProblem | undefined {
	if (!name.trim()) return { text: 'Give the view a name.' };
	const among = workbook.views.all();
	if (!isTaken(name, { among, register, except })) return undefined;
	return { text: `A view ${name.trim()} is shared in this workbook already. Choose another name.` };
}

function goneProblem(id: ViewId): CommandProblem {
	return {
		record: id,
		text: 'This view is no longer in the workbook. Save it under a name to keep it.',
	};
}

function edited(id: ViewId, path: string, before: unknown, after: unknown): Write {
	return { kind: 'edit', table: 'views', id, path, before, after };
}
