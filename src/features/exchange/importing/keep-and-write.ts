/**
 * Keeps the source file, then runs the command that brings something of it in, in steps. Where the
 * command is refused or the person stops before it, the file goes again and nothing was changed.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import type { CommandDefinition } from '../../../workbook/command.ts';
import type { KeptSource, SourceFilesPort } from '../../../workbook/ports.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Headway, SourceFile } from './import-ports.ts';

export interface WritingPorts {
	readonly workbook: LiveWorkbook;
	readonly files: SourceFilesPort;
}

interface Writing<Input> {
	/** Given the SHA-256 of the kept file; '' for pasted cells. */
	readonly input: (sha256: string) => Input;
	readonly what: string;
	/** How far everything is when the writing begins, from 0 to 1. */
	readonly from: number;
	readonly signal: AbortSignal;
	readonly onheadway: (headway: Headway) => void;
}

/** What stands for the kept file where cells were pasted. */
const noFile: KeptSource = { sha256: '', takeBack: () => Promise.resolve() };

/** The import that was created, or why there is none; no reason where it was stopped. */
export async function keepAndWrite<Input>(
	command: CommandDefinition<Input>,
	{ bytes, name, type }: SourceFile,
	{ workbook, files }: WritingPorts,
	{ input, what, from, signal, onheadway }: Writing<Input>,
): Promise<Result<ImportId, { readonly text: string }>> {
	onheadway({ fraction: undefined, what: 'Keeping the file in this browser' });
	const kept = bytes ? await files.keep(bytes, name, type) : ok(noFile);
	if (!kept.ok) return kept;
	if (signal.aborted) {
		await kept.value.takeBack();
		return refused();
	}
	const write = (fraction: number): Promise<void> => {
		onheadway({ fraction: from + (1 - from) * fraction, what, isFinal: true });
		return nextTask();
	};
	await write(0);
	const done = await workbook.runInSteps(command, input(kept.value.sha256), write);
	if (!done.ok) {
		await kept.value.takeBack();
		return done;
	}
	return ok(done.value.created[0] as ImportId);
}

/** Lets the browser paint and answer before the page goes on. */
function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
