/** What holding the history against its seals came to, in words: where it is wrong, what to do. */
import { grouped } from '../../base/counted.ts';
import type { LogFault } from '../log/review-log.ts';
import type { DeedFault, HistoryCheck } from './check-history.ts';

export interface CheckedHistory extends HistoryCheck {
	/** Entries of the review itself that are not what their author signed. */
	readonly entryFaults: readonly LogFault[];
	/** Why the member list is not followed to its end. */
	readonly rosterFault: string | undefined;
}

/** One sentence: “1,240 entries bound by 3 people are as they were signed.” */
export function checkSummary({ whole, people, faults }: CheckedHistory): string {
	if (whole === 0 && faults.length === 0) return 'Nothing is under seal yet.';
	const who = people === 1 ? 'one person' : `${people} people`;
	return whole === 1
		? `1 entry bound by ${who} is as it was signed.`
		: `${grouped(whole)} entries bound by ${who} are as they were signed.`;
}

/** What is wrong, each with what to do. Empty for whatever honest work leaves behind. */
export function checkAlarms({
	faults,
	entryFaults,
	rosterFault,
}: CheckedHistory): readonly string[] {
	const alarms: string[] = [];
	for (const kind of ['altered', 'removed', 'missing'] as const) {
		const found = faults.filter((fault) => fault.kind === kind);
		if (found.length > 0) alarms.push(`${deedWords(kind, found)} ${whatToDo}`);
	}
	if (entryFaults.length > 0) {
		const [first] = entryFaults;
		const many = entryFaults.length === 1 ? '1 entry' : `${grouped(entryFaults.length)} entries`;
		const by = [...new Set(entryFaults.map(({ entry }) => entry.name))].join(', ');
		alarms.push(
			`${many} of the review by ${by} cannot be relied on. ${first?.text ?? ''} Stay connected to another member, who may have them whole.`,
		);
	}
	if (rosterFault) alarms.push(`The member list is not followed to its end: ${rosterFault}`);
	return alarms;
}

/** What is no fault of anybody: not bound yet, or not here yet. */
export function checkRemarks({ unbound, faults }: CheckedHistory): readonly string[] {
	const awaited = faults.filter(({ kind }) => kind === 'awaited');
	return [
		...(unbound > 0
			? [
					`${entries(unbound)} not under seal: done moments ago, before this workbook had a review, or in another browser.`,
				]
			: []),
		...(awaited.length > 0
			? [
					`${entries(awaited.length)} not in this copy although ${namesOf(awaited)} signed: not here yet, or gone. Connect to the others to tell.`,
				]
			: []),
	];
}

const whatToDo =
	'What stands in the activity list there cannot be relied on: compare with another member’s copy or with a saved copy from before.';

function deedWords(kind: 'altered' | 'removed' | 'missing', found: readonly DeedFault[]): string {
	const [many, by] = [
		found.length === 1 ? '1 entry' : `${grouped(found.length)} entries`,
		namesOf(found),
	];
	const is = found.length === 1 ? 'is' : 'are';
	const was = found.length === 1 ? 'was' : 'were';
	if (kind === 'altered') return `${many} of the activity list ${is} not what ${by} signed.`;
	if (kind === 'removed') return `${many} that ${by} signed ${was} taken out of the activity list.`;
	return `${many} that ${by} signed in this browser ${is} missing from its storage.`;
}

function namesOf(found: readonly DeedFault[]): string {
	return [...new Set(found.map(({ by }) => by || 'somebody'))].join(', ');
}

function entries(number: number): string {
	return number === 1 ? '1 entry is' : `${grouped(number)} entries are`;
}
