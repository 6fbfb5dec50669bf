/** Finding, replacing, going to a record, and asking where a value came from. */
import Info from '@lucide/svelte/icons/info';
import Replace from '@lucide/svelte/icons/replace';
import Search from '@lucide/svelte/icons/search';
import TextSearch from '@lucide/svelte/icons/text-search';
import type { UiCommand } from '../../../ui/commands/ui-command.ts';
import { withArticle } from '../register-words.ts';
import { nothingChosen, type RegisterWork } from './register-work.ts';

export function findCommands({
	register,
	asks,
	onfind,
	onreplace,
	onsource,
}: RegisterWork): readonly UiCommand[] {
	const group = 'Find';
	const unavailable = register.everything.length ? undefined : nothingChosen(register.about);
	return [
		// The browser's own search knows only the rows that are drawn.
		{ id: 'find', label: 'Find', group, keys: 'Mod+F', icon: Search, unavailable, run: onfind },
		{
			id: 'replace',
			label: 'Find and replace',
			group,
			keys: 'Mod+H',
			icon: Replace,
			unavailable,
			run: onreplace,
		},
		{
			id: 'go-to-record',
			label: `Go to ${withArticle(register.about)}…`,
			group,
			keys: 'Mod+G',
			icon: TextSearch,
			unavailable,
			run: () => asks.ask({ kind: 'goTo' }),
		},
		{
			id: 'value-source',
			label: 'Show where this value came from',
			group,
			keys: 'Mod+I',
			icon: Info,
			unavailable,
			run: onsource,
		},
	];
}
