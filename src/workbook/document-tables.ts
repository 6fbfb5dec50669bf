/** The tables of a workbook's document: one a record kind. */
import type * as Y from 'yjs';
import {
	acceptanceKind,
	assessmentKind,
	controlKind,
	importKind,
	ownColumnKind,
	scopeKind,
	sharedViewKind,
} from './record-kinds.ts';
import { RegisterTables } from './register-tables.ts';
import { Table, type AnyTable } from './table.ts';

export class DocumentTables {
	readonly doc: Y.Doc;
	readonly controls;
	readonly columns;
	readonly imports;
	readonly views;
	readonly scope;
	readonly assessments;
	readonly acceptances;
	/** Every register's table by its name, the controls' among them. */
	readonly registers: RegisterTables;

	/** Opens what `doc` holds. Load the document first: tables read it whole on opening. */
	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.controls = new Table(doc, controlKind);
		this.columns = new Table(doc, ownColumnKind);
		this.imports = new Table(doc, importKind);
		this.views = new Table(doc, sharedViewKind);
		this.scope = new Table(doc, scopeKind);
		this.assessments = new Table(doc, assessmentKind);
		this.acceptances = new Table(doc, acceptanceKind);
		this.registers = new RegisterTables(doc, this.controls);
	}

	/** Every table of the document. */
	get tables(): readonly AnyTable[] {
		const { columns, imports, views, scope, assessments, acceptances } = this;
		return [...this.registers.all, columns, imports, views, scope, assessments, acceptances];
	}
}
