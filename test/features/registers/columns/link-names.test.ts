import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membersFromText } from '../../../../src/features/registers/cells/cell-from-text.ts';
import { valueText } from '../../../../src/features/registers/columns/cell-text.ts';
import { isCalledSame, LinkNames } from '../../../../src/features/registers/columns/link-names.ts';
import {
	registerColumns,
	type RegisterColumn,
} from '../../../../src/features/registers/columns/register-column.ts';
import { registers } from '../../../../src/model/registers/registers.ts';
import { aControl } from '../some-records.ts';

const retired = { at: '2026-11-21T12:00:00.000Z', by: 'Dana', reason: '' };

/** The column of risks that points to these controls. */
function controlsColumn(names: LinkNames): RegisterColumn {
	const column = registerColumns(registers.risks, [], () => names).find(
		({ key }) => key === 'controls',
	);
	if (!column) throw new Error('Risks have controls');
	return column;
}

const namesOf = (...controls: ReturnType<typeof aControl>[]): LinkNames =>
	new LinkNames(registers.controls, controls);

describe('whom a name means', () => {
	it('[V-4] is the record of this id or title, letter case and blanks aside, ids before titles', () => {
		const titled = aControl({ controlId: 'X-1', title: 'AC-1' });
		const named = aControl({ controlId: 'AC-1', title: 'Access  reviews' });
		const names = namesOf(titled, named);
		expect(names.idOf(' ac-1 ')).toBe(named.id);
		expect(names.idOf('access reviews')).toBe(named.id);
		expect(names.idOf('access')).toBeUndefined();
	});

	it('[V-4] is an active record before a retired one, and a retired one before nobody', () => {
		const old = aControl({ controlId: 'AC-1', retired });
		const now = aControl({ controlId: 'ac-1' });
		expect(namesOf(old, now).idOf('AC-1')).toBe(now.id);
		expect(namesOf(old).idOf('AC-1')).toBe(old.id);
		expect(namesOf(old, now).options.map(({ value }) => value)).toEqual([now.id]);
	});
});

describe('a set of links', () => {
	it('comes back from its own words, names with commas too', () => {
		const word = fc.string({
			unit: fc.constantFrom('a', 'B', ' ', ',', '1', 'é'),
			minLength: 1,
			maxLength: 6,
		});
		// Two records must not be called the same, nor one like several others in a row.
		const name = word.map((text) => text.trim()).filter((text) => /^[^,]+(, [^,]+)?$/.test(text));
		const distinct = fc.uniqueArray(name, {
			maxLength: 5,
			selector: (text) =>
				text
					.replace(/\s*,\s*/g, ',')
					.replace(/\s+/g, ' ')
					.toLowerCase(),
		});
		fc.assert(
			fc.property(distinct, (ids) => {
				const controls = ids.map((controlId) => aControl({ controlId }));
				const names = namesOf(...controls);
				const column = controlsColumn(names);
				for (const control of controls) {
					expect(membersFromText(column, valueText([control.id], column))).toEqual([control.id]);
				}
			}),
		);
	});

	it('keeps the names nobody has, and parts them as people do', () => {
		const control = aControl({ controlId: 'Acme, Inc.' });
		const column = controlsColumn(namesOf(control));
		expect(membersFromText(column, 'acme, inc., Other; third\nOther')).toEqual([
			control.id,
			'Other',
			'third',
		]);
	});

	it('is in the order of names, and knows who is gone', () => {
		const [ten, two, old] = [
			aControl({ controlId: 'AC-10' }),
			aControl({ controlId: 'AC-2' }),
			aControl({ controlId: 'AC-3', retired }),
		];
		const names = namesOf(ten, two, old);
		expect(names.inOrder([ten.id, old.id, two.id])).toEqual([two.id, old.id, ten.id]);
		const states = [ten.id, old.id, 'control:gone', 'AC-99'].map((id) => names.stateOf(id));
		expect(states).toEqual(['active', 'retired', 'removed', 'unknown']);
		expect(names.nameOf('control:gone')).toBe('a removed control');
	});
});

it('a record is called the same until its id, its title or whether it is retired changes', () => {
	const control = aControl({ controlId: 'AC-1', title: 'Reviews' });
	const same = (change: Partial<typeof control>) =>
		isCalledSame(registers.controls, control, { ...control, ...change });
	expect(same({ owner: 'Ana', criteria: ['CC6.1'] })).toBe(true);
	expect([same({ title: 'Access' }), same({ controlId: 'AC-2' }), same({ retired })]).toEqual([
		false,
		false,
		false,
	]);
});
