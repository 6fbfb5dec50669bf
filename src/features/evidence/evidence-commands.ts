/** What the place of evidence offers by menu and palette. */
import Plus from '@lucide/svelte/icons/plus';
import type { UiCommand } from '../../ui/commands/ui-command.ts';
import { viewWords, type EvidenceView } from './evidence-view.ts';

interface Work {
	readonly view: EvidenceView;
	readonly onview: (view: EvidenceView) => void;
	readonly onadd: () => void;
}

export function evidenceCommands({ view, onview, onadd }: Work): readonly UiCommand[] {
	const group = 'Evidence';
	return [
		{ id: 'add-evidence', label: 'Add evidence…', group, icon: Plus, run: onadd },
		...viewWords.map(({ value, label }) => ({
			id: `evidence-${value}`,
			label: `Show evidence: ${label.toLowerCase()}`,
			group,
			checked: view === value,
			run: () => onview(value),
		})),
	];
}
