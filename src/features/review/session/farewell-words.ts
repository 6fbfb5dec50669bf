/** What is said when somebody's page goes away: who it was, and who is still linked. */
import { wordList } from '../../../base/word-list.ts';

/** So many are named; the rest are counted. */
const mostNames = 3;

export interface FarewellFacts {
	/** Who is gone. */
	readonly name: string;
	/** True where they said goodbye. */
	readonly hasLeft: boolean;
	/** True while their computer may only be asleep, and is waited for. */
	readonly mayWake: boolean;
	/** Who is linked with this page still. */
	readonly linked: readonly string[];
	/** True where this person may bring members back by a code. */
	readonly mayInvite: boolean;
}

export function farewellWords({
	name,
	hasLeft,
	mayWake,
	linked,
	mayInvite,
}: FarewellFacts): string {
	if (mayWake) return `${name}’s computer does not answer. ${mayWakeWords(linked)}`;
	const what = hasLeft
		? `${name}’s page was closed or left the session.`
		: `The link with ${name} broke.`;
	return `${what} ${linked.length > 0 ? stillWords(linked) : aloneWords(mayInvite)}`;
}

function mayWakeWords(linked: readonly string[]): string {
	const comes = 'The connection comes back by itself where it wakes within ten minutes.';
	return `${comes} ${linked.length > 0 ? stillWords(linked) : 'What you write is kept here and sent then.'}`;
}

function stillWords(linked: readonly string[]): string {
	const named = linked.slice(0, linked.length > mostNames ? mostNames - 1 : mostNames);
	const rest = linked.length - named.length;
	const all = rest > 0 ? [...named, `${rest} others`] : named;
	return `You are still linked with ${wordList(all)}, and nothing is lost.`;
}

function aloneWords(mayInvite: boolean): string {
	const make = mayInvite ? ', or make one for them' : '';
	return `Nobody is linked with you now. What you write is kept here. To go on, take a code of any member but a viewer${make}.`;
}
