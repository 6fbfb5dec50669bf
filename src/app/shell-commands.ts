/** What can be done wherever one is: go to another part of the screen, open the palette and the like. */
import type { UiCommand } from '../ui/commands/ui-command.ts';
import type { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';
import type { Regions } from '../ui/navigation/regions.ts';
import CircleUser from '@lucide/svelte/icons/circle-user';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import LogIn from '@lucide/svelte/icons/log-in';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import type { Router } from './router.svelte.ts';

export type ShellDialog = 'palette' | 'keys' | 'appearance' | 'person';

interface Shell {
	readonly router: Router;
	readonly regions: Regions;
	readonly toasts: ToastQueue;
	readonly open: ShellDialog | undefined;
	readonly onopen: (dialog: ShellDialog) => void;
}

const group = 'Everywhere';

export const paletteKeys = 'Mod+K';

export function shellCommands(shell: Shell): readonly UiCommand[] {
	const { router, regions, toasts, open, onopen } = shell;
	const palette = {
		id: 'palette',
		label: 'Go to a place, a record or a command',
		group,
		keys: paletteKeys,
		run: () => onopen('palette'),
	};
	return [
		{
			id: 'place-shelf',
			label: 'All workbooks',
			group: 'Go to',
			icon: LayoutGrid,
			unavailable: router.current.place === 'shelf' ? 'You are there' : undefined,
			run: () => router.go({ place: 'shelf' }),
		},
		{
			id: 'join-review',
			label: 'Join a review…',
			group: 'Go to',
			icon: LogIn,
			run: () => router.go({ place: 'join' }),
		},
		// The palette does not offer itself.
		...(open === 'palette' ? [] : [palette]),
		{
			id: 'keyboard-sheet',
			label: 'Keyboard shortcuts',
			group,
			keys: 'Mod+/ ?',
			icon: Keyboard,
			run: () => onopen('keys'),
		},
		{
			id: 'next-region',
			label: 'Next part of the screen',
			group,
			keys: 'F6',
			run: () => regions.go(1),
		},
		{
			id: 'previous-region',
			label: 'Part of the screen before',
			group,
			keys: 'Shift+F6',
			run: () => regions.go(-1),
		},
		{
			id: 'messages',
			label: 'Go to the messages',
			group,
			keys: 'F8',
			unavailable: toasts.toasts.length > 0 ? undefined : 'There are none',
			run: () => regions.goTo('messages'),
		},
		{ id: 'person', label: 'Your name…', group, icon: CircleUser, run: () => onopen('person') },
		{
			id: 'appearance',
			label: 'Appearance…',
			group: 'Appearance',
			icon: SunMoon,
			run: () => onopen('appearance'),
		},
	];
}
