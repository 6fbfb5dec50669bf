/** Leads a person to where a finding is mended. */
import type { MendPlace } from '../../model/readiness/finding.ts';
import type { RegisterName } from '../../model/registers/register.ts';

export interface Ways {
	readonly onrecord: (register: RegisterName, id: string, field?: string) => void;
	readonly onplace: (place: string, detail?: string) => void;
}

export function followMend(at: MendPlace, { onrecord, onplace }: Ways): void {
	switch (at.kind) {
		case 'cell':
			onrecord(at.record.register, at.record.id, at.field);
			break;
		case 'scope':
			onplace('scope', at.field);
			break;
		case 'criterion':
			onplace('criteria', at.criterion);
			break;
		case 'register':
			onplace(at.register);
			break;
		case 'place': {
			const [place = '', detail] = at.place.split('/');
			onplace(place, detail);
		}
	}
}
