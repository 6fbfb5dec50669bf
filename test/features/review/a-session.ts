/** A review at its place, over a network that tests turn by hand; and whoever joins it from elsewhere. */
import { configure } from '@testing-library/svelte';
import type { ReviewTabProps } from '../../../src/features/review/review-tab.ts';
import { LiveReview } from '../../../src/live/live-review.svelte.ts';
import { LiveWorkbook } from '../../../src/live/live-workbook.svelte.ts';
import { Connections } from '../../../src/review/connections.ts';
import { createDeviceKeys } from '../../../src/review/keys/device-keys.ts';
import { StandingStores } from '../../../src/review/standing-stores.ts';
import { CommandBoard } from '../../../src/ui/commands/command-board.svelte.ts';
import { ToastQueue } from '../../../src/ui/feedback/toast-queue.svelte.ts';
import { Cables, GroupDevice } from '../../support/a-group.ts';
import { FakeNetwork } from '../../support/fake-network.ts';
export { answering } from '../../support/a-meeting.ts';
import { rtcOf } from '../../support/a-meeting.ts';
import { fixedClock } from '../../support/fixed.ts';
import { startHistoryHere } from '../../support/history-channel.ts';

/** How long is waited for keys and for the network on a machine that is busy, milliseconds. */
const patience = 20_000;
configure({ asyncUtilTimeout: patience });

/** What a tab is given; `asked` fills with where it led, `saved` with the names of files. */
export function tabProps(review: LiveReview, workbook: LiveWorkbook, name = 'Ada') {
	const asked: string[] = [];
	const saved: string[] = [];
	const person = {
		name,
		rename(to: string): Promise<undefined> {
			person.name = to;
			return Promise.resolve(undefined);
		},
	};
	const props: ReviewTabProps = {
		dropped: [],
		ontaken: () => undefined,
		...{ review, workbook, name: 'Example Ltd', person },
		toasts: new ToastQueue(),
		commands: new CommandBoard(),
		onrecord: (register, id, field) =>
			void asked.push([register, id, field].filter(Boolean).join(' ')),
		onplace: (place, detail) => void asked.push([place, detail].filter(Boolean).join('/')),
		ondownload: (_, file) => void saved.push(file),
	};
	return { asked, saved, person, props };
}

/** A workbook that is shared with nobody yet, in a browser with a network. */
export async function aHost(name = 'Ada', network = new FakeNetwork()) {
	const device = new GroupDevice(name, await createDeviceKeys(), `review-${name}`, new Cables());
	await device.start();
	const live = new LiveWorkbook(device.workbook);
	const connections = new Connections({
		...{ review: device.review, clock: fixedClock(), workbookName: () => 'Example Ltd' },
		rtc: rtcOf(network),
	});
	const stores = new StandingStores({
		...{ review: device.review, timer: device.time, locks: undefined },
		...{ startRelayWorker: undefined, isHidden: () => false },
		onProblem: (text) => device.problems.push(text),
	});
	const reach = {
		...{ review: device.review, connections, stores },
		startHistoryWorker: startHistoryHere,
	};
	const review = new LiveReview(reach, live, `run-${name}`);
	return { device, live, review, network };
}
