/** What the palette finds in an open workbook: records of every register, criteria, guidance. */
import Grid3x3 from '@lucide/svelte/icons/grid-3x3';
import type { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import { criteria } from '../model/catalog/criteria.ts';
import { registerNames } from '../model/registers/register.ts';
import { registers } from '../model/registers/registers.ts';
import { guidanceSearch } from '../features/guidance/guidance-commands.ts';
import type { CommandBoard } from '../ui/commands/command-board.svelte.ts';
import { foldText, scoreOf, typedWords } from '../ui/commands/fuzzy-match.ts';
import type { UiCommand } from '../ui/commands/ui-command.ts';
import { places, placesWithin } from './places.ts';
import { RecordSearch } from './record-search.ts';
import { placeOfRegister } from './routes.ts';
import type { Ways } from './ways.ts';

/** Controls are many and sought most. */
const mostControls = 30;
const mostOthers = 6;

/** Offers the searches; the returned call takes them back. */
export function offerSearches(commands: CommandBoard, live: LiveWorkbook, ways: Ways): () => void {
	const ofRegisters = registerNames.map((name) => {
		const place = [...places, ...placesWithin].find(({ leads }) => leads === placeOfRegister(name));
		const search = new RecordSearch(
			registers[name],
			place?.icon ?? Grid3x3,
			name === 'controls' ? mostControls : mostOthers,
			(record) => ways.toRecord(name, record),
		);
		return commands.offerSearch((typed) => search.find(live.records(name), typed));
	});
	const others = [
		commands.offerSearch((typed) => foundCriteria(typed, ways)),
		commands.offerSearch(guidanceSearch((article) => ways.toPlace('guidance', article))),
	];
	return () => {
		for (const takeBack of [...ofRegisters, ...others]) takeBack();
	};
}

function foundCriteria(typed: string, ways: Ways): readonly UiCommand[] {
	const words = typedWords(typed);
	if (words.length === 0) return [];
	return criteria
		.flatMap((criterion) => {
			const score = scoreOf(words, foldText(`${criterion.id} ${criterion.label}`));
			return score === undefined ? [] : [{ criterion, score }];
		})
		.sort((a, b) => b.score - a.score)
		.slice(0, mostOthers)
		.map(({ criterion }) => ({
			id: `criterion-${criterion.id}`,
			label: criterion.id,
			hint: criterion.label,
			group: 'Criteria',
			icon: Grid3x3,
			run: () => ways.toPlace('criteria', criterion.id),
		}));
}
