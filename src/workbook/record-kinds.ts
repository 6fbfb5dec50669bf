/** The record kinds of a workbook document: their place, their sets, and how they are read. */
import type { Control, ControlRow } from '../model/records/control.ts';
import { importRecordSchema, type ImportRecord } from '../model/records/import-record.ts';
import {
	readSharedView,
	type SharedView,
	type SharedViewRow,
} from '../model/records/shared-view.ts';
import { ownColumnSchema, type OwnColumn, type OwnColumnRow } from '../model/records/own-column.ts';
import { readControl, readPlainControl } from '../model/records/read-control.ts';
import { readRecord } from '../model/records/read-record.ts';
import type { RecordKind } from './record-kind.ts';

export const controlKind: RecordKind<ControlRow, Control> = {
	name: 'controls',
	sets: ['criteria', 'references'],
	dictionaries: ['own'],
	read: readControl,
	readPlain: readPlainControl,
};

export const ownColumnKind: RecordKind<OwnColumnRow, OwnColumn> = {
	name: 'columns',
	sets: [],
	dictionaries: [],
	read: (joined) => readRecord(ownColumnSchema, joined),
};

export const importKind: RecordKind<Omit<ImportRecord, 'id'>, ImportRecord> = {
	name: 'imports',
	sets: [],
	dictionaries: [],
	read: (joined) => readRecord(importRecordSchema, joined),
};

export const sharedViewKind: RecordKind<SharedViewRow, SharedView> = {
	name: 'views',
	sets: [],
	dictionaries: [],
	read: readSharedView,
};
