/**
 * The member list as this device follows it: read from storage, changed by owners, and taken from
 * others where theirs goes further.
 */
import type { Clock } from '../../base/clock.ts';
import { Listeners } from '../../base/observable.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import type { Channel, DeviceId, Member, Role } from '../../model/review/member.ts';
import {
	roleOf,
	type Heads,
	type Roster,
	type RosterChange,
	type RosterStatement,
} from '../../model/review/roster.ts';
import type { PortProblem } from '../../workbook/ports.ts';
import type { Frame, Refusal } from '../carrier-refusals.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ReviewStore } from '../review-store.ts';
import {
	appendStatement,
	betterChain,
	foundRoster,
	openChain,
	type RosterChain,
} from '../roster/roster-chain.ts';
import { openParcel, packRoster } from '../roster/roster-parcel.ts';
