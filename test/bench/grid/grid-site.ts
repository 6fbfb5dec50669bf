/**
 * What the grid's benches run on, made anew: the app as it is built for people, the bare pages, and
 * a workbook of 10,000 controls, each site on an address of its own.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';
import * as Y from 'yjs';

import { cellText } from '../../../src/features/registers/columns/cell-text.ts';
import { registerColumns } from '../../../src/features/registers/columns/register-column.ts';
import { LinkNames } from '../../../src/features/registers/columns/link-names.ts';
import { registers } from '../../../src/model/registers/registers.ts';
import { writeCopy } from '../../../src/storage/copy-file.ts';
import { importRows } from '../../../src/workbook/commands/import-rows.ts';
import type { Workbook } from '../../../src/workbook/workbook.ts';
import { aWorkbook, done } from '../../support/a-workbook.ts';
import { serveFolder } from '../../tools/serve.mjs';
import { manyControls } from '../many-controls.ts';
import type { BareTable } from './bare/list.ts';

export interface GridSite {
	/** Address of the app, without a slash at the end. */
	readonly app: string;
	/** Address of the folder with list.html and load.html. */
	readonly bare: string;
	/** A saved copy of the workbook. */
	readonly copy: Buffer;
	close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bareSource = fileURLToPath(new URL('./bare/', import.meta.url));

/** Builds and serves both; 10,000 controls with 11 columns of their own. */
export async function openGridSite(): Promise<GridSite> {
	const folder = await mkdtemp(join(tmpdir(), 'grid-bench-'));
	const [appFolder, bareFolder] = [join(folder, 'app'), join(folder, 'bare')];
	const workbook = aWorkbook();
	done(workbook, importRows, manyControls(10_000, 11));
	const copy = await writeCopy(workbook.doc, 'Many', '2026-11-21T12:00:00.000Z', []);
	await buildApp(appFolder);
	await buildBare(bareFolder, workbook);
	const [app, bare] = [await serveFolder(appFolder, 0), await serveFolder(bareFolder, 0)];
	return {
		app: app.address,
		bare: bare.address,
		copy: Buffer.from(await copy.arrayBuffer()),
		async close() {
			await Promise.all([app.close(), bare.close()]);
			await rm(folder, { recursive: true });
		},
	};
}

async function buildApp(outDir: string): Promise<void> {
	await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
}

async function buildBare(outDir: string, workbook: Workbook): Promise<void> {
	await build({
		root: bareSource,
		configFile: false,
		base: './',
		logLevel: 'error',
		build: {
			outDir,
			target: 'es2022',
			rolldownOptions: { input: [join(bareSource, 'list.html'), join(bareSource, 'load.html')] },
		},
	});
	await mkdir(outDir, { recursive: true });
	await writeFile(join(outDir, '_headers'), '');
	await writeFile(join(outDir, 'rows.json'), JSON.stringify(textsOf(workbook)));
	await writeFile(join(outDir, 'document.bin'), Y.encodeStateAsUpdate(workbook.doc));
}

/** What the matrix shows of the workbook. */
function textsOf(workbook: Workbook): BareTable {
	const columns = registerColumns(
		registers.controls,
		workbook.columns.all(),
		(name) => new LinkNames(registers[name], []),
	).filter(({ isHidden }) => !isHidden);
	return {
		widths: columns.map(({ width }) => width),
		rows: workbook.controls
			.all()
			.map((control) => columns.map((column) => cellText(control, column))),
	};
}
