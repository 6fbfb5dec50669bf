/** The parts of a grid and how they are wired; its component only draws them. */
import { cellCountOf, type CellRange } from './selection/cell-range.ts';
import { ColumnMove } from './columns/column-move.svelte.ts';
import { ColumnWidths } from './columns/column-widths.svelte.ts';
import { ColumnWindow } from './columns/column-window.svelte.ts';
import { CellComposition } from './editing/composition.svelte.ts';
import { FillHandle } from './fill/fill-handle.svelte.ts';
import { GridClipboard } from './clipboard/grid-clipboard.ts';
import { isGroup, type GridGroup, type GridPlace, type GridRow } from './grid-column.ts';
import { GridEvents } from './grid-events.ts';
import { usualLines, type GridProps } from './grid-props.ts';
import { GridState } from './grid-state.svelte.ts';
import { KeyPresses } from './keys/key-presses.ts';
import { marksShown, type RowMarks } from './marks/grid-marks.ts';
import { guessHeight, type RowTexts } from './rows/guess-height.ts';
import { RowWindow } from './rows/row-window.svelte.ts';

/** What to bring into view, and whether it stands in another column than what was before. */
interface Wanted {
	readonly place: () => GridPlace;
	readonly sideways: boolean;
}

export class GridParts<Row extends GridRow, Value> {
	/** The element that scrolls. */
	root = $state.raw<HTMLElement>();
	/** Tells what the last move wants in view; another object for each. A click scrolls nothing away. */
	wanted = $state.raw<Wanted>();

	readonly rowWindow: RowWindow<Row | GridGroup>;
	readonly grid: GridState<Row, Value>;
	readonly widths: ColumnWidths;
	readonly columnWindow: ColumnWindow;
	readonly move: ColumnMove;
	readonly fill: FillHandle<Row, Value>;
	readonly clipboard: GridClipboard<Row, Value>;
	readonly composition = new CellComposition((text) => this.grid.startEdit(text));
	readonly events: GridEvents<Row, Value>;

	/** What is shown as selected: the cells, or those that letting go of the fill handle would fill. */
	readonly marked: readonly CellRange[] = $derived.by(() =>
		this.fill.target ? [this.fill.target] : this.grid.ranges,
	);
	/** Where the fill handle is shown. */
	readonly handle = $derived.by(() => this.fill.place);
	readonly isSeveral = $derived.by(() => cellCountOf(this.marked) > 1);

	readonly #props: () => GridProps<Row, Value>;
	readonly #columnKeys = $derived.by(() => new Set(this.#props().columns.map(({ key }) => key)));

	constructor(propsOf: () => GridProps<Row, Value>) {
		this.#props = propsOf;
		const props = propsOf();
		const columns = () => props.columns;
		const onmove = (sideways: boolean): void => this.want(() => this.grid.reach, sideways);
		const onnotice = (text: string): void => props.onnotice?.(text);
		this.grid = new GridState<Row, Value>({
			rows: () => props.rows,
			columns,
			pageFrom: (row, direction) => this.rowWindow.pageFrom(row, direction),
			oncommit: (...args) => props.oncommit?.(...args),
			values: () => props.values,
			onchange: (change) => props.onchange?.(change),
			onactive: (...args) => props.onactive?.(...args),
			readOnly: () => props.readOnly,
			onnotice,
		});
		const { grid } = this;
		this.widths = new ColumnWidths(
			columns,
			(...args) => props.onresize?.(...args),
			(columnKey) => grid.textsOf(columnKey),
		);
		this.rowWindow = new RowWindow(() => guessHeight(this.#texts(), props.lines ?? usualLines));
		this.columnWindow = new ColumnWindow({
			columns,
			widths: () => this.widths.current,
			frozen: () => props.frozen ?? 1,
			activeColumn: () => grid.place.column,
		});
		this.move = new ColumnMove({
			columns,
			columnWindow: this.columnWindow,
			onmove: () => props.onmovecolumn,
			onnotice,
		});
		this.fill = new FillHandle(grid);
		this.clipboard = new GridClipboard({ grid, format: () => props.clipboard, onnotice });
		const keys = new KeyPresses({
			grid,
			onopen: (rowId) => props.onopen?.(rowId),
			onsort: (...args) => props.onsort?.(...args),
			ontoggle: (groupId) => props.ontoggle?.(groupId),
			onmove,
		});
		this.events = new GridEvents({
			grid,
			keys,
			fill: this.fill,
			composition: this.composition,
			widths: this.widths,
			move: this.move,
			root: () => this.root,
			told: () => props,
		});
	}

	/** What others left in a row and who is there; at its head, where a column is hidden. */
	readonly marksOf = (rowId: string): RowMarks | undefined => {
		const marks = this.#props().marks?.of(rowId);
		return marks && marksShown(marks, (key) => this.#columnKeys.has(key));
	};

	/** The texts of the rows with their columns' widths, for as long as somebody asks. */
	*#texts(): Generator<RowTexts> {
		const { source } = this.grid;
		const widths = this.widths.current;
		for (const row of source?.rows ?? []) {
			if (!source || isGroup(row)) continue;
			yield source.columns.map(({ key }, at) => ({
				text: source.values.text(key, source.values.read(row, key)),
				width: widths[at] ?? 0,
			}));
		}
	}

	/** Brings a place into view once it is drawn; where it is then, for it may be sorted elsewhere. */
	want(place: () => GridPlace, sideways = false): void {
		this.wanted = { place, sideways };
	}

	/** Brings a cell into view, or its row where there is no such column; nothing becomes active. */
	show(rowId: string, columnKey: string | undefined): void {
		const place = (key = ''): GridPlace | undefined => this.grid.active.placeOf(rowId, key);
		const found = place(columnKey) ?? place(this.#props().columns[0]?.key);
		if (found) this.want(() => found);
	}

	/** Scrolls to a place. */
	scrollTo({ row, column }: GridPlace, sideways = false): void {
		this.rowWindow.reveal(row);
		if (this.root) this.root.scrollLeft = this.columnWindow.offsetOf(column, sideways);
	}
}
