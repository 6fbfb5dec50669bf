import { expect, it } from 'vitest';
import { idWidth } from '../../../../src/features/registers/columns/id-width.ts';

it('stays as it is for short ids, grows with long ones, and never takes the whole view', () => {
	expect(idWidth([])).toBe(110);
	expect(idWidth(['AC-01', 'AC-02'])).toBe(110);
	expect(idWidth(['CONTROL_ACCESS_10'])).toBeGreaterThan(150);
	expect(idWidth(['x'.repeat(200)])).toBe(240);
});

it('is not led by the one odd id among many', () => {
	const ids = Array.from({ length: 40 }, (_, index) => `AC-${index}`);
	expect(idWidth([...ids, 'Merged into AC-12 and AC-13 in May'])).toBe(110);
});
