/**
 * What a signature of the whole workbook stands over: what it says, part by part: every register, what
 * was said of criteria, the scope and accepted findings. What happened in it (the activity list), where
 * it came from (imports), shared views and the order of rows are no part of it (SPEC P-14).
 */
import * as z from 'zod/mini';
import { counted, grouped } from '../../base/counted.ts';
import { isRegisterName } from '../registers/register.ts';
import { registers } from '../registers/registers.ts';

const workbookPartSchema = z.object({
	/** How many records it holds, retired ones too; what nothing was said of is none. */
	records: z.number(),
	/** SHA-256 of what they say (workbook/said-digest.ts). */
	digest: z.string(),
	/**
	 * Four characters for what each record says, sorted: they tell how many changed, and prove nothing.
	 * None where there are too many records for them to be kept with the signature.
	 */
	marks: z.optional(z.string()),
});

/** By the name of a register, or of another part of the workbook. */
export const workbookPartsSchema = z.record(z.string(), workbookPartSchema);

export type WorkbookPart = z.infer<typeof workbookPartSchema>;
export type WorkbookParts = z.infer<typeof workbookPartsSchema>;

/** Characters of one record's mark. */
export const markLength = 4;

/** Marks are kept for so many records: they have to fit beside the signature. */
export const mostMarked = 14_000;

/** A part that says something else: what it is called, and how much of it changed, in words. */
export interface ChangedPart {
	readonly part: string;
	readonly label: string;
	readonly before: string;
	readonly after: string;
}

/** The parts that differ, in the order of `now`. */
export function changedParts(signed: WorkbookParts, now: WorkbookParts): readonly ChangedPart[] {
	const names = [...new Set([...Object.keys(now), ...Object.keys(signed)])];
	return names.flatMap((part): ChangedPart[] => {
		const [then, present] = [partIn(signed, part), partIn(now, part)];
		if (then?.digest === present?.digest) return [];
		if (part === 'scope') {
			return [{ part, label: 'Scope', before: 'As it was signed', after: 'Says something else' }];
		}
		const { many } = recordWords(part);
		const label = many.charAt(0).toUpperCase() + many.slice(1);
		const before = countWords(part, then, without(then, present), 'changed or gone since');
		const after = countWords(part, present, without(present, then), 'changed or new');
		return [{ part, label, before, after }];
	});
}

function partIn(parts: WorkbookParts, name: string): WorkbookPart | undefined {
	return Object.hasOwn(parts, name) ? parts[name] : undefined;
}

/** What one record of a part and several are called. */
function recordWords(part: string): { readonly one: string; readonly many: string } {
	if (isRegisterName(part)) return registers[part];
	if (part === 'assessments') return { one: 'criterion', many: 'criteria' };
	if (part === 'acceptances') return { one: 'accepted finding', many: 'accepted findings' };
	// A part that a later version of this program knows.
	return { one: 'record', many: part };
}

/** “90 controls, 2 of them changed or gone since”; '' for none. */
function countWords(
	name: string,
	part: WorkbookPart | undefined,
	changed: number | undefined,
	how: string,
): string {
	if (!part || part.records === 0) return '';
	const { one, many } = recordWords(name);
	const all = counted(part.records, one, many);
	if (changed === undefined) return `${all}, some of them ${how}`;
	if (changed === 0) return all;
	if (part.records === 1) return `${all}, ${how}`;
	return `${all}, ${changed === part.records ? 'all' : grouped(changed)} of them ${how}`;
}

/** How many marks of one part the other has not; undefined where one of them has none. */
function without(part: WorkbookPart | undefined, other: WorkbookPart | undefined) {
	if (part?.marks === undefined || (other && other.marks === undefined)) return undefined;
	const left = new Map<string, number>();
	for (const mark of marksOf(other?.marks ?? '')) left.set(mark, (left.get(mark) ?? 0) + 1);
	return marksOf(part.marks).filter((mark) => {
		const count = left.get(mark) ?? 0;
		if (count > 0) left.set(mark, count - 1);
		return count === 0;
	}).length;
}

function marksOf(marks: string): readonly string[] {
	return marks.match(/.{4}/gsu) ?? [];
}
