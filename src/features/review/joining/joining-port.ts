/** What the app gives the screen on which somebody joins a review. */
import type { Result } from '../../../base/result.ts';
import type { Role } from '../../../model/review/member.ts';
import type { PortProblem, WorkbookId } from '../../../workbook/ports.ts';

/** An invitation that was answered, until its workbook is here. */
export interface JoiningPort {
	/** What the host pastes. */
	readonly code: string;
	readonly role: Role;
	/** Six words that the host sees too, and those of the host. */
	readonly words: readonly string[];
	readonly hostWords: readonly string[];
	readonly state: JoiningState;
	subscribe(listener: () => void): () => void;
	cancel(): void;
}

export type JoiningState =
	/** The answer is to be handed back; then the link stands and the welcome is on its way. */
	| { readonly kind: 'answering' | 'linked' }
	| { readonly kind: 'joined'; readonly workbook: WorkbookId }
	| { readonly kind: 'failed'; readonly text: string };

export interface JoinReviewProps {
	/** The invitation, where the address held one. */
	readonly invitation: string | undefined;
	/** What this person is called so far. */
	readonly name: string;
	/** Answers a pasted invitation under this name. */
	readonly begin: (invitation: string, name: string) => Promise<Result<JoiningPort, PortProblem>>;
	readonly onjoined: (workbook: WorkbookId) => void;
	readonly onleave: () => void;
}
