/** The record kinds of a workbook document: their place, their sets, and how they are read. */
import { isCriterionId } from '../model/catalog/criterion-ids.ts';
import { acceptanceSchema, type Acceptance } from '../model/records/acceptance.ts';
import { readAssessment, type Assessment } from '../model/records/assessment.ts';
import { controlFields } from '../model/records/control-fields.ts';
import type { Control, ControlRow } from '../model/records/control.ts';
import { isSetKind } from '../model/records/field.ts';
import { importRecordSchema, type ImportRecord } from '../model/records/import-record.ts';
import {
	readSharedView,
	type SharedView,
	type SharedViewRow,
} from '../model/records/shared-view.ts';
import { ownColumnSchema, type OwnColumn, type OwnColumnRow } from '../model/records/own-column.ts';
import { readControl, readPlainControl } from '../model/records/read-control.ts';
import { readRecord } from '../model/records/read-record.ts';
import { readScope, scopeFields, scopeId, type Scope } from '../model/records/scope.ts';
import { registerReader } from '../model/registers/read-register-record.ts';
import type { Register } from '../model/registers/register.ts';
import type { RecordsByRegister } from '../model/registers/registers.ts';
import type { RecordKind } from './record-kind.ts';

export const controlKind: RecordKind<ControlRow, Control> = {
	name: 'controls',
	sets: controlFields.filter(({ value }) => isSetKind(value)).map(({ key }) => key),
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

/** The kind of a register's records other than controls, by its table of fields. */
export function registerKind<Name extends Exclude<keyof RecordsByRegister, 'controls'>>(
	register: Register<Name>,
): RecordKind<RegisterRow, RecordsByRegister[Name]> {
	return {
		name: register.name,
		sets: register.fields.filter(({ value }) => isSetKind(value)).map(({ key }) => key),
		dictionaries: ['own'],
		read: registerReader(register),
	};
}

/** A row of any register as it was created; empty values are left out. */
export type RegisterRow = Readonly<Record<string, unknown>> & { readonly order: string };

export const scopeKind: RecordKind<never, Scope> = {
	name: 'scope',
	sets: scopeFields.filter(({ value }) => isSetKind(value)).map(({ key }) => key),
	dictionaries: ['reasons'],
	read: readScope,
	isPublished: (id) => id === scopeId,
};

export const assessmentKind: RecordKind<never, Assessment> = {
	name: 'assessments',
	sets: [],
	dictionaries: [],
	read: readAssessment,
	isPublished: isCriterionId,
};

export const acceptanceKind: RecordKind<Omit<Acceptance, 'id'>, Acceptance> = {
	name: 'acceptances',
	sets: [],
	dictionaries: [],
	read: (joined) => readRecord(acceptanceSchema, joined),
};
