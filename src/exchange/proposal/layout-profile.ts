/**
 * What was decided for a layout, remembered by its column names, so that a file with the same
 * columns (next month's export of the same tool) is offered the same decisions.
 */
import * as z from 'zod/mini';
import { columnMeanings } from '../../model/records/own-column.ts';
import { headerKey } from '../recognise/header-words.ts';
import { fieldAt } from '../destinations.ts';
import { initialDecisions } from './initial-decisions.ts';
import type { ColumnTarget, ImportDecisions, SheetProposal } from './proposal.ts';

const targetSchema = z.union([
	z.object({
		kind: z.literal('field'),
		key: z.string(),
	}),
	z.object({ kind: z.literal('own'), name: z.string(), meaning: z.enum(columnMeanings) }),
	z.object({ kind: z.literal('leaveOut') }),
]);

export const layoutProfileSchema = z.object({
	fingerprint: z.string(),
	/** Column key (name and which of equal names) → what it became. */
	targets: z.record(z.string(), targetSchema),
	/** Field key → the file's word → token; '' keeps the word. */
	words: z.record(z.string(), z.record(z.string(), z.string())),
	idsAreCriteria: z.boolean(),
	dayFirst: z.optional(z.boolean()),
});

export type LayoutProfile = Readonly<z.infer<typeof layoutProfileSchema>>;

/**
 * Equal for sheets of the same register with the same column names, in whatever order and spelling of
 * case and blanks.
 */
export function layoutFingerprint({ register, columns }: SheetProposal): string {
	const names = [...columnKeys(columns).values()].sort().join(' | ');
	return register === 'controls' ? names : `${register}: ${names}`;
}

/** What to keep of the decisions for the next file of this layout. */
export function rememberLayout(proposal: SheetProposal, decisions: ImportDecisions): LayoutProfile {
	const targets: Record<string, ColumnTarget> = {};
	for (const [index, key] of columnKeys(proposal.columns)) {
		const target = decisions.targets[index];
		if (target) targets[key] = target;
	}
	return {
		fingerprint: layoutFingerprint(proposal),
		targets,
		words: Object.fromEntries(
			Object.entries(decisions.words).map(([field, words]) => [field, { ...words }]),
		),
		idsAreCriteria: decisions.idsAreCriteria,
		...(decisions.dayFirst === undefined ? {} : { dayFirst: decisions.dayFirst }),
	};
}

/** The remembered decisions on a new file of the layout; what is new there stays as proposed. */
export function applyLayout(profile: LayoutProfile, proposal: SheetProposal): ImportDecisions {
	const initial = initialDecisions(proposal);
	const targets: Record<number, ColumnTarget> = { ...initial.targets };
	for (const [index, key] of columnKeys(proposal.columns)) {
		const target = Object.hasOwn(profile.targets, key) ? profile.targets[key] : undefined;
		const isKnown = target?.kind !== 'field' || fieldAt(proposal.register, target.key);
		if (target && isKnown) targets[index] = target;
	}
	const words: Record<string, Record<string, string>> = {};
	for (const field of new Set([...Object.keys(initial.words), ...Object.keys(profile.words)])) {
		words[field] = { ...initial.words[field], ...profile.words[field] };
	}
	return {
		...initial,
		targets,
		words,
		idsAreCriteria: profile.idsAreCriteria,
		dayFirst: profile.dayFirst,
	};
}

/** Index → name and, where a name repeats, which one it is. */
export function columnKeys(
	columns: readonly { readonly index: number; readonly header: string }[],
): ReadonlyMap<number, string> {
	const seen = new Map<string, number>();
	return new Map(
		columns.map(({ index, header }) => {
			const name = headerKey(header) || header.trim();
			const count = (seen.get(name) ?? 0) + 1;
			seen.set(name, count);
			return [index, count === 1 ? name : `${name} #${count}`];
		}),
	);
}
