/**
 * How the controls of a workbook reach a framework, as facts for its sheets. The crosswalk is large:
 * this module is loaded when such a sheet is written, not before.
 */
import type { TemplateOrder } from './export-subjects.ts';
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import { controlLibrary } from '../../../model/catalog/control-library.ts';
import { isFrameworkId } from '../../../model/catalog/framework-id.ts';
import { recordName } from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import type { Requirement } from '../../../model/registers/requirements.ts';
import { catalogFramework } from '../../../model/rules/crosswalk/catalog-framework.ts';
import { pathsTo } from '../../../model/rules/crosswalk/coverage-paths.ts';
import { coverageOf } from '../../../model/rules/crosswalk/coverage.ts';
import { libraryOrigins } from '../../../model/rules/crosswalk/library-origin.ts';
import { ownFramework } from '../../../model/rules/crosswalk/own-framework.ts';
import { LibraryFinder } from '../../../model/rules/library/already-there.ts';

type CoverageFacts = NonNullable<TemplateOrder['facts']['coverage']>;

/** The part of ISO/IEC 27001:2022 that a statement of applicability is about. */
export const annexA = 'annexA';

/** `framework`: the id of one of the six, or the name of an own one. `part`: only items of that part. */
export function coverageFacts(
	workbook: LiveWorkbook,
	framework: string,
	part?: string,
): CoverageFacts {
	const requirements = workbook.records('requirements');
	const mapped = isFrameworkId(framework)
		? catalogFramework(framework)
		: ownFramework(framework, requirements);
	const controls = workbook.controls.filter(({ retired }) => !retired);
	const there = new LibraryFinder(controlLibrary).alreadyThere(controls);
	const libraryOf = libraryOrigins(there, controlLibrary, (id) => workbook.control(id));
	const coverage = coverageOf(mapped, controls, libraryOf);
	const parts = new Map(mapped.groups.map((group) => [group.id, group.part]));
	const said = applicability(workbook, mapped.name);
	const items = mapped.items.filter(({ group }) => !part || parts.get(group) === part);
	return {
		framework: mapped.name,
		items: items.map(({ id, code, label }) => {
			const reach = coverage.get(id) ?? ({ now: 'none', planned: 'none' } as const);
			const paths = pathsTo(mapped, id, controls, libraryOf);
			const leading = new Set(paths.controls.map(({ control }) => control));
			const criteria = paths.criteria.filter(({ all }) => all > 0).map(({ link }) => link);
			const ofStrength = (wanted: string): readonly string[] =>
				criteria.filter(({ strength }) => strength === wanted).map(({ criterion }) => criterion);
			const named = new Set(criteria.map(({ criterion }) => criterion));
			const through = controls.filter(
				(control) => leading.has(control.id) || control.criteria.some((one) => named.has(one)),
			);
			return {
				code,
				label,
				strong: ofStrength('strong'),
				partial: ofStrength('partial'),
				controls: through.map((control) => recordName(registers.controls, control)),
				...reach,
				...said(code),
			};
		}),
	};
}

/** What own columns of the requirements say of applicability, by the requirement's id. */
function applicability(workbook: LiveWorkbook, framework: string) {
	const columns = workbook.ownColumnsOf('requirements');
	const idOf = (name: string) => columns.find((column) => column.name === name)?.id;
	const [applicable, justification] = [idOf('Applicable'), idOf('Justification')];
	const byCode = new Map<string, Requirement>(
		workbook
			.records('requirements')
			.filter(({ retired, framework: of }) => !retired && of.trim() === framework)
			.map((requirement) => [requirement.requirementId.trim(), requirement]),
	);
	return (code: string): { readonly applicable?: string; readonly justification?: string } => {
		const own = byCode.get(code)?.own;
		if (!own) return {};
		const [first, second] = [applicable && own[applicable], justification && own[justification]];
		return {
			...(first ? { applicable: first } : {}),
			...(second ? { justification: second } : {}),
		};
	};
}
