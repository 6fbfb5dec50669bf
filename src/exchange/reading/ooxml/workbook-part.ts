/** The workbook part (ECMA-376 part 1, 18.2): its sheets in order, date system and defined names. */
import { XmlScanner } from './xml-scanner.ts';
import { plainText } from './shared-strings.ts';

export interface SheetEntry {
	readonly name: string;
	readonly state: 'visible' | 'hidden' | 'veryHidden';
	/** Relationship that leads to the sheet's part; '' where the file names none. */
	readonly relationship: string;
}

export interface DefinedName {
	readonly name: string;
	/** The sheet it belongs to; undefined for the whole workbook. */
	readonly scope: string | undefined;
	readonly formula: string;
}

export interface WorkbookPart {
	readonly sheets: readonly SheetEntry[];
	readonly date1904: boolean;
	readonly names: readonly DefinedName[];
}

export function readWorkbookPart(xml: string): WorkbookPart {
	const sheets: SheetEntry[] = [];
	const names: DefinedName[] = [];
	let date1904 = false;
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		if (scanner.opens('workbookPr')) date1904 = scanner.flag('date1904');
		else if (scanner.opens('sheet')) sheets.push(readSheetEntry(scanner));
		else if (scanner.opens('definedName')) {
			const name = scanner.attribute('name') ?? '';
			const owner = scanner.rawAttribute('localSheetId');
			const scope = owner === undefined ? undefined : sheets[Number(owner)]?.name;
			names.push({ name, scope, formula: scanner.kind === 'open' ? scanner.readText() : '' });
		}
	}
	return { sheets, date1904, names };
}

function readSheetEntry(scanner: XmlScanner): SheetEntry {
	const state = scanner.rawAttribute('state');
	return {
		name: plainText(scanner.attribute('name') ?? ''),
		state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
		relationship: scanner.attribute('id') ?? '',
	};
}
