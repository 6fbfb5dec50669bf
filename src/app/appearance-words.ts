/** What people read about the appearance: in its dialog, and as commands of the palette. */
import type { UiCommand } from '../ui/commands/ui-command.ts';
import {
	appearanceChoices,
	appearanceSettings,
	type Appearance,
	type AppearanceSetting,
} from './appearance.svelte.ts';

export const settingWords: Readonly<Record<AppearanceSetting, string>> = {
	theme: 'Theme',
	density: 'Density',
	motion: 'Motion',
};

const choiceWords: Readonly<Record<AppearanceSetting, Readonly<Record<string, string>>>> = {
	theme: { system: 'System', light: 'Light', dark: 'Dark' },
	density: { comfortable: 'Comfortable', compact: 'Compact' },
	motion: { system: 'System', reduce: 'Reduced' },
};

/** The choices of a setting with their words. */
export function choicesOf(
	setting: AppearanceSetting,
): readonly { readonly value: string; readonly label: string }[] {
	return appearanceChoices[setting].map((value) => ({
		value,
		label: choiceWords[setting][value] ?? value,
	}));
}

/** One command a choice: “Theme: dark”. */
export function appearanceCommands(appearance: Appearance): readonly UiCommand[] {
	return appearanceSettings.flatMap((setting) =>
		choicesOf(setting).map(({ value, label }) => ({
			id: `${setting}-${value}`,
			label: `${settingWords[setting]}: ${label.toLowerCase()}`,
			group: 'Appearance',
			checked: appearance.of(setting) === value,
			run: () => appearance.choose(setting, value),
		})),
	);
}
