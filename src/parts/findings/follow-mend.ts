/** Leads a person to where a finding is mended. */
import type { MendPlace } from '../../model/readiness/finding.ts';
import { sectionOfFact } from '../../model/rules/scoping/section-of-fact.ts';
import type { RegisterName } from '../../model/registers/register.ts';

export interface Ways {
	readonly onrecord: (register: RegisterName, id: string, field?: string) => void;
	/** `safety` stands for saving a copy of everything. */
	readonly onplace: (place: string, detail?: string) => void;
}

export function followMend(at: MendPlace, { onrecord, onplace }: Ways): void {
	switch (at.kind) {
		case 'cell':
			onrecord(at.record.register, at.record.id, at.field);
			break;
		case 'scope':
			onplace('scope', sectionOfFact(at.field));
			break;
		case 'criterion':
			onplace('criteria', at.criterion);
			break;
		case 'register':
			onplace(at.register === 'controls' ? 'matrix' : at.register);
			break;
		case 'place': {
			const [place = '', detail] = at.place.split('/');
			onplace(place, detail);
		}
	}
}

/** What the button that leads there says. */
export function mendWords(at: MendPlace): string {
	return at.kind === 'place' && at.place === 'safety' ? 'Download a copy' : 'Go to';
}
