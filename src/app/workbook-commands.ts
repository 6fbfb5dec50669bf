/** What can be done with an open workbook as a whole, wherever in it one is. */
import type { UiCommand } from '../ui/commands/ui-command.ts';
import FileInput from '@lucide/svelte/icons/file-input';
import FileUp from '@lucide/svelte/icons/file-up';
import FileOutput from '@lucide/svelte/icons/file-output';
import HardDriveDownload from '@lucide/svelte/icons/hard-drive-download';
import Pencil from '@lucide/svelte/icons/pencil';
import type { ImportId } from '../model/records/import-record.ts';
import { placeOf, places, placesWithin, routeOf } from './places.ts';
import type { Router } from './router.svelte.ts';
import type { WorkbookRoute } from './routes.ts';

interface WorkbookDeeds {
	readonly route: WorkbookRoute;
	readonly router: Router;
	/** The source files that can be filled in for their senders. */
	readonly returnable: readonly { readonly id: ImportId; readonly fileName: string }[];
	readonly onexport: () => void;
	readonly oncopy: () => void;
	readonly onrename: () => void;
	/** Someone asks that everything be saved now. */
	readonly onsave: () => void;
}

const group = 'This workbook';

export function workbookCommands(deeds: WorkbookDeeds): readonly UiCommand[] {
	const { route, router } = deeds;
	const { workbook } = route;
	const here = placeOf(route);
	return [
		...[...places, ...placesWithin].map((place) => ({
			id: `place-${place.leads}`,
			label: place.label,
			group: 'Go to',
			icon: place.icon,
			unavailable: place === here && route.place === place.leads ? 'You are there' : undefined,
			run: () => router.go(routeOf(place, workbook)),
		})),
		{
			id: 'import',
			label: 'Import a spreadsheet…',
			group,
			icon: FileInput,
			unavailable: route.place === 'import' ? 'You are importing one' : undefined,
			run: () => router.go({ place: 'import', workbook }),
		},
		{ id: 'export', label: 'Export…', group, icon: FileOutput, run: deeds.onexport },
		...deeds.returnable.map(({ id, fileName }) => ({
			id: `hand-back-${id}`,
			label: `Hand back ${fileName}…`,
			group,
			hint: 'Fill in the file it came from',
			icon: FileUp,
			run: () => router.go({ place: 'handBack', workbook, import: id }),
		})),
		{
			id: 'save-copy',
			label: 'Download a copy of everything',
			group,
			icon: HardDriveDownload,
			run: deeds.oncopy,
		},
		{
			id: 'save',
			label: 'Save',
			group,
			keys: 'Mod+S',
			hint: 'Every change is saved as you make it',
			run: deeds.onsave,
		},
		{
			id: 'rename-workbook',
			label: 'Rename this workbook…',
			group,
			icon: Pencil,
			run: deeds.onrename,
		},
	];
}
