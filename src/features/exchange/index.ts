/** The exchange feature's entry: bring spreadsheets in, look back at imports, export. */
export { default as ExportDialog } from './exporting/ExportDialog.svelte';
export { ImportSession } from './importing/import-session.svelte.ts';
export { default as ImportWizard } from './importing/ImportWizard.svelte';
export { default as ImportsList } from './summary/ImportsList.svelte';
