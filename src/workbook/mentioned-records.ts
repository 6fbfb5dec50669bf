/** The records of registers that changes are about or name as values. */
import { registerOfId } from '../model/registers/registers.ts';
import { splitPath } from './layout.ts';
import type { RecordChange } from './record-change.ts';

/** Their ids, each once. */
export function mentionedRecords(changes: readonly RecordChange[]): ReadonlySet<string> {
	const ids = new Set<string>();
	const add = (value: unknown): void => {
		if (typeof value === 'string' && registerOfId(value)) ids.add(value);
	};
	for (const { id, changes: values } of changes) {
		add(id);
		for (const { path, before, after } of values) {
			add(splitPath(path).member);
			add(before);
			add(after);
		}
	}
	return ids;
}
