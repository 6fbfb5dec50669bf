/** Accepting warnings with a name, a date and a reason, and taking that back. */
import { counted } from '../../base/counted.ts';
import { newId } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import type { AcceptanceId } from '../../model/records/acceptance.ts';
import type { CommandDefinition } from '../command.ts';
import type { Write } from '../write.ts';

export interface AcceptFindings {
	readonly findings: readonly {
		/** The finding's stable key. */
		readonly finding: string;
		/** Fingerprint of the records concerned as they are now. */
		readonly of: string;
		/** Its message, for the activity list. */
		readonly message: string;
	}[];
	readonly reason: string;
}

/** Refused without a reason. Whether a finding may be accepted is known where findings are. */
export const acceptFindings: CommandDefinition<AcceptFindings> = {
	name: 'acceptFindings',
	plan: ({ findings, reason }, { ids, clock, actor }) => {
		if (reason.trim() === '') {
			return refused({ field: 'reason', text: 'Say why this is acceptable.' });
		}
		const writes = findings.map(({ finding, of }): Write => ({
			kind: 'row',
			table: 'acceptances',
			id: newId('acceptance', ids),
			row: { finding, of, by: actor.name, at: clock.now(), reason: reason.trim() },
		}));
		const [first] = findings;
		const what = findings.length === 1 ? first?.message : counted(findings.length, 'warning');
		return ok({ writes, label: `Accept: ${what ?? 'nothing'}` });
	},
};

export interface WithdrawAcceptance {
	readonly acceptance: AcceptanceId;
}

/** The warning counts again. */
export const withdrawAcceptance: CommandDefinition<WithdrawAcceptance> = {
	name: 'withdrawAcceptance',
	plan: ({ acceptance: id }, { workbook }) => {
		const acceptance = workbook.acceptances.get(id);
		if (!acceptance) {
			return refused({ record: id, text: 'This acceptance is no longer in the workbook.' });
		}
		const before = acceptance.withdrawn;
		return ok({
			writes: [{ kind: 'edit', table: 'acceptances', id, path: 'withdrawn', before, after: true }],
			label: 'Take back the acceptance of a warning',
		});
	},
};
