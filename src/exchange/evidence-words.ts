/** The kinds of evidence by the words that sheets have for them. */
import { evidenceTypeLabel, evidenceTypes } from '../model/catalog/evidence-types.ts';

/** The kind of evidence that a text names, by its id or its words; undefined for any other text. */
export function evidenceKindOf(text: string): string | undefined {
	return evidenceByWords.get(folded(text));
}

/** The words for a kind of evidence; the value itself where it is none of the catalogue. */
export const evidenceKindLabel = evidenceTypeLabel;

const evidenceByWords: ReadonlyMap<string, string> = new Map(
	evidenceTypes.flatMap(({ id, label }) => [
		[folded(id), id],
		[folded(label), id],
	]),
);

/** Files written by earlier versions say “Organisation chart”. */
function folded(text: string): string {
	return text.trim().toLowerCase().replaceAll('organis', 'organiz');
}
