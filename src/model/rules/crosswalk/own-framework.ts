/** A framework that the user brought in, as controls reach it: the requirements of one name. */
import type { Requirement } from '../../registers/requirements.ts';
import type { MappedFramework, MappedLink } from './mapped-framework.ts';

const whole = 'requirements';

/** Names of the frameworks that active requirements belong to, in the order they first appear. */
export function ownFrameworkNames(requirements: readonly Requirement[]): readonly string[] {
	const active = requirements.filter(({ retired }) => !retired);
	return [...new Set(active.map(nameOf))];
}

/** The framework of a name; without items where no active requirement belongs to it. */
export function ownFramework(name: string, requirements: readonly Requirement[]): MappedFramework {
	const items = requirements.filter(
		(requirement) => !requirement.retired && nameOf(requirement) === name,
	);
	const itemsByControl = new Map<string, string[]>();
	for (const { id, controls } of items) {
		for (const control of controls) {
			const found = itemsByControl.get(control);
			if (found) found.push(id);
			else itemsByControl.set(control, [id]);
		}
	}
	return {
		name,
		shortName: name,
		isComplete: true,
		parts: [{ id: whole, label: 'requirements' }],
		groups: [{ id: whole, label: 'Requirements', part: whole }],
		items: items.map(({ id, requirementId, title }) => ({
			id,
			code: requirementId || title || 'without ID',
			label: requirementId ? title : '',
			group: whole,
		})),
		links: items.flatMap(linksOf),
		namedWith: ({ id }) => itemsByControl.get(id) ?? [],
		ofLibrary: () => [],
	};
}

function nameOf({ framework }: Requirement): string {
	return framework.trim() || 'Framework without name';
}

function linksOf({ id, criteria, partialCriteria }: Requirement): readonly MappedLink[] {
	const link = (strength: MappedLink['strength']) => (criterion: string) => ({
		criterion,
		item: id,
		strength,
		checked: [],
	});
	return [...criteria.map(link('strong')), ...partialCriteria.map(link('partial'))];
}
