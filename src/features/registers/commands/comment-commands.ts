/** Saying something about the active cell or record, and proposing a value: where the app takes it. */
import MessageSquarePlus from '@lucide/svelte/icons/message-square-plus';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { nothingChosen, type RegisterWork } from './register-work.ts';

export function commentCommands({ register, review }: RegisterWork): readonly UiCommand[] {
	const group = 'Review';
	const { place, about } = register;
	const record = place && register.record(place.record);
	const field = place?.field;
	const { oncomment: comment, onsuggest: suggest } = review();
	const none = record ? undefined : nothingChosen(about);
	const offered: UiCommand[] = [];
	if (comment) {
		offered.push({
			id: 'comment',
			label:
				field === undefined ? `Comment on ${register.nameOf(record)}…` : 'Comment on this cell…',
			group,
			// As in Google Sheets, and as in Excel.
			keys: 'Mod+Alt+M Shift+F2',
			icon: MessageSquarePlus,
			unavailable: none,
			run: () => record && comment(record.id, field),
		});
	}
	if (suggest) {
		offered.push({
			id: 'suggest-value',
			label: 'Suggest a value…',
			group,
			icon: PencilLine,
			unavailable: none ?? (field === undefined ? 'Choose a cell first' : undefined),
			run: () => record && field !== undefined && suggest(record.id, field),
		});
	}
	return offered;
}
