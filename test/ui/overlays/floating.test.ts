import { expect, it } from 'vitest';
import { placeBeside } from '../../../src/ui/overlays/floating.ts';

const viewport = { width: 1000, height: 600 };
const button = { left: 100, top: 50, width: 80, height: 30 };

it('stands below its anchor, a little apart', () => {
	const placement = placeBeside(button, { width: 200, height: 100 }, viewport, 'below');
	expect(placement).toMatchObject({ left: 100, top: 84 });
});

it('turns to the other side where there is more room', () => {
	const low = { ...button, top: 550 };
	const placement = placeBeside(low, { width: 200, height: 100 }, viewport, 'below');
	expect(placement).toMatchObject({ left: 100, top: 446 });
});

it('stays where it was asked to stand when neither side has room, and says how much there is', () => {
	const placement = placeBeside(button, { width: 200, height: 900 }, viewport, 'below');
	expect(placement).toEqual({ left: 100, top: 84, maxHeight: 508 });
});

it('keeps off the right edge of the screen', () => {
	const right = { ...button, left: 950 };
	expect(placeBeside(right, { width: 200, height: 100 }, viewport, 'below').left).toBe(792);
});

it('stands at the right, or at the left where the right has no room', () => {
	const size = { width: 200, height: 100 };
	expect(placeBeside(button, size, viewport, 'right')).toMatchObject({ left: 184, top: 50 });
	const right = { ...button, left: 900 };
	expect(placeBeside(right, size, viewport, 'right')).toMatchObject({ left: 696, top: 50 });
});
