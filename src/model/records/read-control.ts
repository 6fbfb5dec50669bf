/**
 * Reads a joined row as a control. Ten thousand rows are read when a workbook opens, so well-formed
 * ones take a plain check; zod's schema is the definition and says what is wrong with the others.
 */
import { isId } from '../../base/ids.ts';
import { compareCriteria } from '../catalog/criteria.ts';
import { controlFields, isSetKey, type ControlTextKey } from './control-fields.ts';
import { controlSchema, type Control, type Retirement, type RowSource } from './control.ts';
import { readRecord, type Reading } from './read-record.ts';

const textKeys = controlFields.flatMap(({ key }) => (isSetKey(key) ? [] : [key]));

/** The control, every field filled and its sets sorted, or the field that cannot be read and why. */
export function readControl(joined: unknown): Reading<Control> {
	if (isWellFormed(joined)) return { item: controlOf(joined) };
	const reading = readRecord(controlSchema, joined);
	return 'item' in reading ? { item: controlOf(reading.item) } : reading;
}

interface LooseControl extends Partial<Record<ControlTextKey | 'order', string>> {
	readonly id: Control['id'];
	readonly criteria?: readonly string[];
	readonly references?: readonly string[];
	readonly own?: Readonly<Record<string, string>>;
	readonly source?: RowSource | undefined;
	readonly retired?: Retirement | null | undefined;
}

/** True only where the schema would accept the row too; a rare shape is left to the schema. */
function isWellFormed(row: unknown): row is LooseControl {
	if (typeof row !== 'object' || row === null) return false;
	const loose = row as Readonly<Record<string, unknown>>;
	return (
		isId('control', loose['id']) &&
		isText(loose['order']) &&
		textKeys.every((key) => isText(loose[key])) &&
		isTexts(loose['criteria']) &&
		isTexts(loose['references']) &&
		isDictionary(loose['own']) &&
		isSource(loose['source']) &&
		loose['retired'] === undefined
	);
}

function controlOf(loose: LooseControl): Control {
	const texts = {} as Record<ControlTextKey, string>;
	for (const key of textKeys) texts[key] = loose[key] ?? '';
	return {
		id: loose.id,
		order: loose.order ?? '',
		...texts,
		criteria: sorted(loose.criteria, compareCriteria),
		references: sorted(loose.references, naturally),
		own: loose.own ?? none,
		source: loose.source,
		retired: loose.retired ?? undefined,
	};
}

const none = Object.freeze({});
const collator = new Intl.Collator('en', { numeric: true });

function naturally(a: string, b: string): number {
	return collator.compare(a, b);
}

function sorted(
	members: readonly string[] | undefined,
	compare: (a: string, b: string) => number,
): readonly string[] {
	if (!members || members.length < 2) return members ?? [];
	return [...new Set(members)].sort(compare);
}

function isText(value: unknown): boolean {
	return value === undefined || typeof value === 'string';
}

function isTexts(value: unknown): boolean {
	if (value === undefined) return true;
	return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

function isDictionary(value: unknown): boolean {
	if (value === undefined) return true;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	// The schema drops this key, which no column has.
	if (Object.hasOwn(value, '__proto__')) return false;
	return Object.values(value).every((entry) => typeof entry === 'string');
}

function isSource(value: unknown): boolean {
	if (value === undefined) return true;
	if (typeof value !== 'object' || value === null) return false;
	const { import: importId, row } = value as Partial<RowSource>;
	return isId('import', importId) && Number.isFinite(row);
}
