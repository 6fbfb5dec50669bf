/** The menu items that choose a theme, for every menu that offers it. */
import type { MenuItem } from '../ui/actions/menu-state.svelte.ts';
import type { Theme, ThemeChoice } from './theme.svelte.ts';

const labels: readonly (readonly [Theme, string])[] = [
	['system', 'Theme of the system'],
	['light', 'Light'],
	['dark', 'Dark'],
];

export function themeItems(theme: ThemeChoice): readonly MenuItem[] {
	return labels.map(([key, label], place) => ({
		key: `theme-${key}`,
		label,
		separated: place === 0,
		checked: theme.current === key,
		onselect: () => theme.choose(key),
	}));
}
