/**
 * What was decided the last time a sheet with the same columns came in, and when: offered to the
 * person, never taken without asking.
 */
import {
	applyLayout,
	layoutFingerprint,
	layoutProfileSchema,
	rememberLayout,
} from '../../../exchange/proposal/layout-profile.ts';
import type { ImportDecisions, SheetProposal } from '../../../exchange/proposal/proposal.ts';
import type { OpenedSheet } from '../../../exchange/worker/protocol.ts';
import type { ImportId } from '../../../model/records/import-record.ts';
import type { LayoutProfilesPort } from '../../../workbook/ports.ts';
import type { ImportPorts } from './import-ports.ts';

export interface RememberedLayout {
	/** ISO 8601 instant of that import. */
	readonly at: string;
	readonly fileName: string;
	/** Those choices, for the sheet at hand. */
	readonly decisions: ImportDecisions;
}

/** The choices of last time where they differ from what is proposed now; undefined where none do. */
export async function recallLayout(
	profiles: LayoutProfilesPort,
	proposal: SheetProposal,
	proposed: ImportDecisions,
): Promise<RememberedLayout | undefined> {
	const fingerprint = layoutFingerprint(proposal);
	const kept = await profiles.find(fingerprint).catch(notRemembered);
	if (typeof kept !== 'object' || kept === null) return undefined;
	const { at, fileName, layout } = kept as Readonly<Record<string, unknown>>;
	const parsed = layoutProfileSchema.safeParse(layout);
	// Kept by another version or damaged: the proposal stands on its own.
	if (!parsed.success || typeof at !== 'string' || typeof fileName !== 'string') return undefined;
	const decisions = applyLayout(parsed.data, proposal);
	return sameChoices(decisions, proposed) ? undefined : { at, fileName, decisions };
}

/** The choices of last time, or what is proposed where there are none. */
export function decisionsFor(
	profiles: LayoutProfilesPort,
): (sheet: OpenedSheet) => Promise<ImportDecisions> {
	return async ({ proposal, decisions }) =>
		(await recallLayout(profiles, proposal, decisions))?.decisions ?? decisions;
}

/** Keeps the choices of an import for the next file with these columns. */
export async function keepLayout(
	{ workbook, profiles }: Pick<ImportPorts, 'workbook' | 'profiles'>,
	id: ImportId,
	{ sheet, decisions }: { readonly sheet: OpenedSheet; readonly decisions: ImportDecisions },
): Promise<void> {
	const record = workbook.importRecord(id);
	if (!record) return;
	const { at, fileName } = record;
	const layout = rememberLayout(sheet.proposal, decisions);
	await profiles.remember(layout.fingerprint, { at, fileName, layout }).catch(notRemembered);
}

/** A convenience that failed is no reason to hold an import up. */
function notRemembered(cause: unknown): void {
	console.warn('The choices for this layout of columns could not be read or kept.', cause);
}

function sameChoices(a: ImportDecisions, b: ImportDecisions): boolean {
	return (
		a.dayFirst === b.dayFirst &&
		a.idsAreCriteria === b.idsAreCriteria &&
		sameEntries(a.targets, b.targets) &&
		Object.keys(b.words).every((field) => sameEntries(b.words[field], a.words[field]))
	);
}

/** Every entry of `a` stands in `b` too. */
function sameEntries(
	a: Readonly<Record<string, unknown>> = {},
	b: Readonly<Record<string, unknown>> = {},
): boolean {
	return Object.entries(a).every(
		([key, value]) => JSON.stringify(value) === JSON.stringify(b[key]),
	);
}
