/** Check WKB-01: is there, and not retired, what a cell names? */
import { called } from '../found-about.ts';
import { brokenLink, recordMeant } from '../link-state.ts';
import { memberRules, replaced } from './any-record.ts';

export const linkRules = memberRules(
	'WKB-01',
	({ value }) => value.kind === 'links',
	(said, facts) => {
		const { register, record, field, member } = said;
		if (field.value.kind !== 'links') return undefined;
		const { to } = field.value;
		const ref = brokenLink(to, member, facts);
		if (ref === undefined) return undefined;
		const meant = recordMeant(to, member, facts);
		const mend =
			meant === undefined
				? replaced(said, 'Remove the link')
				: replaced(said, `Link to ${called(to, facts.record(to, meant))}`, meant);
		return { values: { record: called(register, facts.record(register, record.id)), ref }, mend };
	},
);
