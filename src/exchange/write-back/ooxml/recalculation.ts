/**
 * Makes spreadsheet programs work every formula out anew when they open the file: `fullCalcOnLoad`
 * of the workbook part (ECMA-376 part 1, 18.2.2), set where it stands or put in its place.
 */
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { Patch } from '../splice.ts';
import { prefixOf, withAttribute } from './tag.ts';

/** Elements that `calcPr` comes after, as CT_Workbook orders them. */
const before = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames']);

/** The patch to a workbook part; undefined where it already asks for it. */
export function recalculationPatch(xml: string): Patch | undefined {
	const scanner = new XmlScanner(xml);
	let prefix = '';
	let at = -1;
	while (scanner.next()) {
		if (scanner.kind === 'close') continue;
		const { name, start, end } = scanner;
		const tag = xml.slice(start, end);
		if (name === 'workbook') prefix = prefixOf(tag);
		else if (name === 'calcPr') {
			const text = withAttribute(tag, 'fullCalcOnLoad', '1');
			return text === tag ? undefined : { start, end, text };
		} else if (before.has(name)) {
			scanner.skipElement();
			at = scanner.end;
		}
	}
	return at < 0 ? undefined : { start: at, end: at, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` };
}
