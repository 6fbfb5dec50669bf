import { expect, it } from 'vitest';
import { messageOf } from '../../../src/model/readiness/message.ts';

it.each([
	['CTL-01', { control: 'AC-05' }, 'AC-05 has no owner.'],
	['CTL-01', { control: 'a control without id' }, 'A control without id has no owner.'],
	['WKB-02', { n: 1, m: 0 }, '1 row and 0 columns were not imported.'],
	['WKB-02', { n: 12_000, m: 1 }, '12,000 rows and 1 column were not imported.'],
	['GOV-02', { n: 1, item: 'the training' }, '1 person has not completed the training.'],
	['CTL-08', { id: '{n}', n: 2 }, 'Control id {n} is used 2 times.'],
	['XXX-99', {}, 'XXX-99'],
])('%s with %j says “%s”', (check, values, says) => {
	expect(messageOf({ check, values })).toBe(says);
});
