/** Files of changes that members send one another: what is said of what each of them brought. */
import { expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { Connections } from '../../src/review/connections.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { aGroup, type GroupDevice } from '../support/a-group.ts';
import { at } from '../support/at.ts';
import { done } from '../support/a-workbook.ts';
import { fixedClock } from '../support/fixed.ts';
import { aThread } from '../support/hostile-scene.ts';

const clock: Clock = fixedClock();

test('says what was new here: changes of the workbook, entries of others, and neither the second time', async () => {
	const [ada, ben] = await two();
	done(ada.workbook, addControls, { rows: [{ title: 'Access is reviewed' }] });
	await ada.review.write(aThread('Who reviews it?'));
	const file = await fileOf(ada);
	expect(await taken(ben, file)).toEqual({ entries: 1, isChanged: true, refused: [] });
	expect(await taken(ben, file)).toEqual({ entries: 0, isChanged: false, refused: [] });
});

test('what the person writes here meanwhile is not counted to the file', async () => {
	const [ada, ben] = await two();
	done(ada.workbook, addControls, { rows: [{ title: 'Access is reviewed' }] });
	await ada.review.write(aThread('Who reviews it?'));
	const file = await fileOf(ada);
	// The workbook comes first in a file, then the entries.
	ben.workbook.doc.once('update', () => void ben.review.write(aThread('Mine')));
	const brought = await taken(ben, file);
	expect(ben.review.log.entries).toHaveLength(2);
	expect(brought).toEqual({ entries: 1, isChanged: true, refused: [] });
});

test('[P-6] a reviewer hears nothing of the team from a file, and of no damage either', async () => {
	const { devices } = await aGroup(['owner', 'editor', 'reviewer']);
	const [ada, ben, cleo] = [at(devices, 0), at(devices, 1), at(devices, 2)];
	await ada.review.write(aThread('For all'));
	await ada.review.write(
		{ kind: 'note', subject: { kind: 'workbook' }, text: 'For the team' },
		'team',
	);
	const file = await fileOf(ada);
	expect(await taken(cleo, file)).toEqual({ entries: 1, isChanged: false, refused: [] });
	expect(cleo.session.refusals.all).toEqual([]);
	expect(await taken(ben, file)).toMatchObject({ entries: 2 });
});

async function two(): Promise<readonly [GroupDevice, GroupDevice]> {
	const { devices } = await aGroup(['owner', 'editor']);
	return [at(devices, 0), at(devices, 1)];
}

async function fileOf({ review }: GroupDevice): Promise<Blob> {
	const written = await connections(review).writeFile();
	if (!written.ok) throw new Error('Nothing was written');
	return written.value;
}

async function taken({ review }: GroupDevice, file: Blob) {
	const read = await connections(review).takeFile(file);
	if (!read.ok) throw new Error('Nothing was taken');
	return read.value;
}

function connections(review: GroupDevice['review']): Connections {
	return new Connections({ review, clock, workbookName: () => 'Example Ltd' });
}
