/** What became of the record that a member of a set of links names. */
import { isId } from '../../base/ids.ts';
import { recordName, type RegisterName } from '../registers/register.ts';
import { registers } from '../registers/registers.ts';
import type { Facts, IndexedText } from './facts.ts';

/** Undefined for a link to an active record; else what it names, as the object of a sentence. */
export function brokenLink(to: RegisterName, member: string, facts: Facts): string | undefined {
	const { one, idKind } = registers[to];
	if (!isId(idKind, member)) return `the ${one} “${member.trim()}”, which is not found`;
	const record = facts.record(to, member);
	if (!record) return `the id of a ${one} that is no longer in the workbook`;
	if (!record.retired) return undefined;
	return `the ${one} “${recordName(registers[to], record)}”, which is retired`;
}

/** The one active record that a member without an id means by now; undefined for none or several. */
export function recordMeant(to: RegisterName, member: string, facts: Facts): string | undefined {
	const key = namedBy[to];
	if (key === undefined || isId(registers[to].idKind, member)) return undefined;
	const [one, ...more] = facts.said(to, key, member);
	return more.length === 0 ? one : undefined;
}

/** What people write into a link, where facts know its texts. */
const namedBy: Readonly<Partial<Record<RegisterName, IndexedText>>> = {
	controls: 'controlId',
	vendors: 'name',
	policies: 'name',
	systems: 'name',
};
