/** Where files go that somebody drops on an open workbook. */
import type { Reviewing } from './reviewing.svelte.ts';
import type { Router } from './router.svelte.ts';
import type { WorkbookRoute } from './routes.ts';

interface DropParts {
	readonly route: WorkbookRoute;
	readonly router: Router;
	readonly reviewing: Reviewing;
	/** Takes a file to be imported. */
	readonly onfile: (file: File) => void;
}

/**
 * Files of changes go to the review, the first of any others to the import. The import takes what is
 * dropped on it itself.
 */
export function takeDropped(files: readonly File[], parts: DropParts): void {
	const { route, router, reviewing, onfile } = parts;
	const [file] = files;
	if (!file || route.place === 'import') return;
	const changes = files.filter(({ name }) => name.endsWith('.review'));
	if (changes.length > 0) reviewing.drop(changes);
	else onfile(file);
	router.go({ place: changes.length > 0 ? 'review' : 'import', workbook: route.workbook });
}
