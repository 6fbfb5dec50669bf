/** What a walk through an agenda offers by key; the keyboard sheet lists it. */
import type { UiCommand } from '../../../ui/commands/ui-command.ts';

export interface AgendaDeeds {
	readonly hasNext: boolean;
	readonly hasPrevious: boolean;
	readonly canReview: boolean;
	readonly next: () => void;
	readonly previous: () => void;
	readonly fine: () => void;
	readonly question: () => void;
	readonly sign: () => void;
	readonly open: () => void;
}

export function agendaCommands(deeds: AgendaDeeds): readonly UiCommand[] {
	const none = 'There is none';
	const reading = deeds.canReview ? undefined : 'Your role reads only';
	return [
		command('next', 'Next on the agenda', 'J ArrowRight', deeds.next, !deeds.hasNext && none),
		command(
			...(['previous', 'Previous on the agenda', 'K ArrowLeft'] as const),
			...([deeds.previous, !deeds.hasPrevious && none] as const),
		),
		command('fine', 'Looked at, fine', 'R', deeds.fine, reading),
		command('question', 'Ask a question', 'Q', deeds.question, reading),
		command('sign', 'Sign it', 'S', deeds.sign, reading),
		command('open', 'Open in the matrix', 'O', deeds.open, false),
	];
}

function command(
	id: string,
	label: string,
	keys: string,
	run: () => void,
	unavailable: string | false | undefined,
): UiCommand {
	const why = unavailable === false ? undefined : unavailable;
	return { id: `agenda-${id}`, label, group: 'Agenda', keys, unavailable: why, run };
}
