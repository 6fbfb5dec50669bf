/** The formula of a cell in full: one that a group shares is moved to where the cell stands. */
import type { CellPlace } from '../../reading/ooxml/cell-range.ts';
import { moveFormula } from '../../reading/ooxml/shared-formula.ts';
import { plainText } from '../../reading/ooxml/shared-strings.ts';
import type { FormulaCell, SheetOutline } from './sheet-outline.ts';

/** Formulas of one sheet by place, made when first asked for. */
const places = new WeakMap<SheetOutline, Places>();

interface Places {
	readonly byPlace: ReadonlyMap<string, FormulaCell>;
	/** The cell that holds a group's text, by the group's index. */
	readonly groups: ReadonlyMap<string, FormulaCell>;
}

/** Without `=`; undefined where there is no formula, or one that fills several cells. */
export function formulaText(outline: SheetOutline, place: CellPlace): string | undefined {
	const cell = placesOf(outline).byPlace.get(key(place));
	return cell && ownText(outline, cell);
}

/** As `formulaText`, for a cell at hand. */
export function ownText(outline: SheetOutline, cell: FormulaCell): string | undefined {
	const { type, text, group } = cell.formula;
	if (type === 'array' || type === 'dataTable') return undefined;
	if (type !== 'shared' || text !== '' || group === undefined) return plainText(text);
	const first = placesOf(outline).groups.get(group);
	return first && moveFormula(plainText(first.formula.text), first, cell);
}

function placesOf(outline: SheetOutline): Places {
	const known = places.get(outline);
	if (known) return known;
	const groups = new Map<string, FormulaCell>();
	for (const cell of outline.formulas) {
		const { group, text } = cell.formula;
		if (group !== undefined && text !== '' && !groups.has(group)) groups.set(group, cell);
	}
	const byPlace = new Map(outline.formulas.map((cell) => [key(cell), cell]));
	const made = { byPlace, groups };
	places.set(outline, made);
	return made;
}

function key({ row, column }: CellPlace): string {
	return `${row},${column}`;
}
