/** The exchange feature's entry: bring spreadsheets in, look back at imports, export, hand back. */
export { default as ExportDialog } from './exporting/ExportDialog.svelte';
export { default as HandBack } from './handing-back/HandBack.svelte';
export { HandBackSession } from './handing-back/hand-back-session.svelte.ts';
export { ImportSession } from './importing/import-session.svelte.ts';
export { default as ImportWizard } from './importing/ImportWizard.svelte';
export { default as ImportsList } from './summary/ImportsList.svelte';
export { returnable, sourceWorkbooks } from './source-workbook.ts';
export type { ExportWish } from './exporting/export-session.svelte.ts';
