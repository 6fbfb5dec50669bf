/**
 * Lint: the import law of src/ARCHITECTURE.md, room by room, and the rules of our style. The law is
 * kept a second time, with resolved paths and cycles, by test/architecture.test.ts.
 */
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What each room may import of the others; and why not, where someone is likely to try. */
const rooms = {
	base: [],
	model: ['base'],
	workbook: ['base', 'model'],
	live: ['base', 'model', 'workbook', 'review'],
	// Of reviews the types only: what a review asks of storage, and the keys it hands over.
	storage: ['base', 'model', 'workbook', 'review'],
	review: ['base', 'model', 'workbook'],
	exchange: ['base', 'model'],
	ui: ['base'],
	parts: ['base', 'model', 'workbook', 'live', 'ui'],
	features: ['base', 'model', 'workbook', 'live', 'exchange', 'ui', 'parts'],
	app: ['base', 'model', 'workbook', 'live', 'exchange', 'ui', 'parts', 'features'],
	composition: [
		...['base', 'model', 'workbook', 'live', 'exchange', 'ui', 'parts', 'features'],
		...['app', 'storage', 'review'],
	],
};

const advice = {
	base: 'Nothing stands below base.',
	model: 'Domain words stay out of base and ui: pass plain values in.',
	workbook: 'The shared document is reached through live/ views and workbook/commands.',
	live: 'live/ is the bridge to Svelte: only parts, features and app stand above it.',
	storage: 'Only composition/ opens storage; state what you need as a port in workbook/.',
	review: 'Only composition/ and live/ open review sessions.',
	exchange: 'Foreign formats are reached from features and app, through exchange/worker.',
	ui: 'Only parts, features and app draw the screen.',
	parts: 'Parts know the workbook: only features and app put them on a screen.',
	features: 'Only app puts features together.',
	app: 'Only main.ts and composition/ know the shell.',
	composition: 'Only main.ts composes: take what you need as an argument.',
};

/** Where each package may be imported. */
const packages = [
	['yjs', ['workbook', 'storage', 'review'], 'Use the tables and commands of workbook/.'],
	['lib0', ['workbook', 'review'], 'Use the tables and commands of workbook/.'],
	['@hocuspocus/provider', ['review'], 'The relay is one of the carriers of review/.'],
	['y-protocols', ['review'], 'Only a relay shows presence that way: review/carriers/relay.'],
	['qr', ['ui'], 'Codes are drawn and read by ui/codes.'],
	['y-indexeddb', ['storage'], 'Persistence is the work of storage/.'],
	['dexie', ['storage'], 'Persistence is the work of storage/.'],
	['xlsx', ['exchange'], 'SheetJS runs inside the exchange worker only.'],
	['svelte', ['live', 'ui', 'parts', 'features', 'app'], 'Keep this room free of the screen.'],
	['@lucide/svelte', ['ui', 'parts', 'features', 'app'], 'Keep this room free of the screen.'],
	['@tanstack/virtual-core', ['ui'], 'Virtualised lists are parts of ui/.'],
	['fractional-indexing', ['model', 'workbook'], 'The order of rows is decided in workbook/.'],
	['alien-signals', ['model'], 'What follows from records is kept by model/readiness.'],
	['fflate', ['exchange', 'storage', 'review'], 'Compression belongs to the formats and storage.'],
	[
		'zod',
		['model', 'workbook', 'exchange', 'storage', 'review', 'app', 'composition'],
		'Parse at the edge: model/ has the schemas.',
	],
];

const everywhere = [
	{ regex: '^zod(/v4)?$', message: 'Import zod/mini: a third of the size.' },
	{ regex: '^@lucide/svelte$', message: 'Import one icon: @lucide/svelte/icons/plus.' },
	{ regex: '^(node:|fs$|path$)', message: 'src runs in browsers.' },
	{ regex: '^\\.{1,2}/(.*/)?[^/.]+$', message: 'Imports carry their file extension: ./x.ts.' },
];

const insideExchange = {
	regex: '^(\\.\\./)+exchange/(reading|fresh|write-back)/',
	message: 'Readers and writers run in the worker: import exchange/worker, sheet.ts or proposal/.',
};

const insideWorkbook = {
	regex:
		'^(\\.\\./)+workbook/(layout|joined-row|record-kinds?|row-order|table|write|migrations)\\b',
	message: 'Read through live/ views, write through workbook/commands.',
};

const exportLaw = [
	{ selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
	{
		selector: 'ExportAllDeclaration',
		message: 'No barrels: import from the file that defines it.',
	},
	{
		selector: 'ExportNamedDeclaration[source]',
		message: 'No barrels: import from the file that defines it.',
	},
	{ selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
];

// An expression alone is set through CSSOM, which the policy allows; words stand in the markup.
const styleAttribute = {
	selector: 'SvelteAttribute[key.name="style"] > SvelteLiteral',
	message: 'The content security policy refuses style="…": use a class or style:property.',
};

const clockAndRandom = [
	{ object: 'Date', property: 'now', message: 'Ask the Clock that was passed in (base/clock.ts).' },
	{ object: 'Math', property: 'random', message: 'Ask the IdSource that was passed in.' },
	{ object: 'crypto', property: 'randomUUID', message: 'Ask the IdSource that was passed in.' },
	{ object: 'crypto', property: 'getRandomValues', message: 'Ask the IdSource passed in.' },
];

const presentInstant = {
	selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
	message: 'Ask the Clock that was passed in (base/clock.ts).',
};

const platformGlobals = [
	...['window', 'document', 'navigator', 'location', 'history', 'globalThis', 'self'],
	...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
	...['fetch', 'WebSocket', 'XMLHttpRequest', 'RTCPeerConnection', 'BroadcastChannel', 'Worker'],
	...['setTimeout', 'setInterval', 'queueMicrotask', 'requestAnimationFrame', 'alert', 'confirm'],
].map((name) => ({
	name,
	message: 'base and model are pure and synchronous: take what you need as an argument.',
}));

export default defineConfig(
	{
		ignores: [
			'dist/',
			'node_modules/',
			'test-results/',
			'playwright-report/',
			'public/',
			'.scratch/',
		],
	},
	{ linterOptions: { noInlineConfig: true } },
	eslint.configs.recommended,
	{
		files: ['**/*.ts', '**/*.svelte'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			// Numbers read well inside a text; objects and undefined do not.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `() => save()` as a handler is clear, and braces around it say nothing.
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
			],
			// Handlers may be async: what they wait for returns its failures as values.
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			// Optional and undefined are different things here (exactOptionalPropertyTypes).
			'@typescript-eslint/no-unnecessary-condition': [
				'error',
				{ allowConstantLoopConditions: true },
			],
			// `type` aliases of records are branded ids and unions; both forms have their use.
			'@typescript-eslint/consistent-type-definitions': 'off',
			// With noUncheckedIndexedAccess an index loop says no less than for…of, and keeps the index.
			'@typescript-eslint/prefer-for-of': 'off',
			// `row['owner']` shows that nobody promised the key.
			'@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
			// `text || fallback` is meant where '' counts as nothing.
			'@typescript-eslint/prefer-nullish-coalescing': [
				'error',
				{ ignorePrimitives: { string: true } },
			],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			// Where a loop has bounded an index, `!` says so; the compiler checks all others.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// An argument that an interface asks for but this code ignores is named with an underscore.
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		},
	},
	...svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			// Hash routes need no base path, and there is no SvelteKit here to resolve them.
			'svelte/no-navigation-without-resolve': 'off',
			// typescript-eslint takes every imported component for `any`; svelte-check knows their types.
			...off('argument', 'assignment', 'call', 'member-access', 'return'),
			// A plain Map behind `$state.raw` or as a cache is right where it is reassigned or not shown.
			'svelte/prefer-svelte-reactivity': 'off',
			// Props and state are `let` by Svelte's own convention where any of a group is reassigned.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }],
		},
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		languageOptions: { globals: globals.browser },
		rules: {
			'max-lines': ['error', 400],
			'no-alert': 'error',
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'svelte-ignore'] }],
			'no-restricted-imports': ['error', { patterns: everywhere }],
			'no-restricted-syntax': ['error', ...exportLaw, styleAttribute],
		},
	},
	...Object.keys(rooms).flatMap(importLaw),
	{
		files: ['src/{base,model,workbook,exchange,live,parts,features}/**/*.{ts,svelte}'],
		rules: {
			'no-restricted-properties': ['error', ...clockAndRandom],
			'no-restricted-syntax': ['error', ...exportLaw, styleAttribute, presentInstant],
		},
	},
	{
		// A feature shows one entry: what app may draw of it.
		files: ['src/features/*/index.ts'],
		rules: { 'no-restricted-syntax': ['error', ...exportLaw.filter(isNoReExport)] },
	},
	{
		files: ['src/{base,model}/**/*.ts'],
		rules: { 'no-restricted-globals': ['error', ...platformGlobals] },
	},
	{
		files: ['**/*.js', '**/*.mjs', 'test/**', 'vite.*.ts'],
		languageOptions: { globals: globals.node },
	},
	{
		files: ['test/**/*.ts', 'test/**/*.svelte'],
		rules: {
			// Playwright gives a fixture without dependencies an empty pattern.
			'no-empty-pattern': 'off',
		},
	},
);

function isNoReExport({ selector }) {
	return selector !== 'ExportNamedDeclaration[source]';
}

function off(...unsafe) {
	return Object.fromEntries(unsafe.map((kind) => [`@typescript-eslint/no-unsafe-${kind}`, 'off']));
}

/** The import law of one room: of other rooms, of packages, and of sibling features. */
function importLaw(room) {
	const foreign = Object.keys(rooms).filter(
		(other) => other !== room && !rooms[room].includes(other),
	);
	const patterns = [
		...everywhere,
		...foreign.map((other) => ({
			regex: `^(\\.\\./)+${other}/`,
			message: `${room} does not import ${other}. ${advice[other]}`,
		})),
		...packages
			.filter(([, allowed]) => !allowed.includes(room))
			.map(([name, allowed, instead]) => ({
				regex: `^${name}(/|$)`,
				message: `${name} is imported in ${allowed.join(', ')} only. ${instead}`,
			})),
		{ regex: '^(\\.\\./)+main\\.ts$', message: 'main.ts imports everything; nothing imports it.' },
		...(room === 'exchange' ? [] : [insideExchange]),
		...(['parts', 'features', 'app'].includes(room) ? [insideWorkbook] : []),
	];
	const createSubscriber = {
		name: 'svelte/reactivity',
		importNames: ['createSubscriber'],
		message: 'Changes of the document reach Svelte in live/ only, those of the address in app/.',
	};
	const paths = room === 'live' || room === 'app' ? [] : [createSubscriber];
	const rule = (extra) => ({
		'no-restricted-imports': ['error', { paths, patterns: [...patterns, ...extra] }],
	});
	const files = [`src/${room}/**/*.{ts,svelte}`];
	if (room !== 'features') return [{ files, rules: rule([]) }];
	return [1, 2, 3].map((depth) => ({
		files: [`src/features/${'*/'.repeat(depth)}*.{ts,svelte}`],
		rules: rule([
			{
				regex: `^(\\.\\./){${depth}}(?!\\.\\.)`,
				message: 'Features never import one another: move what both need down.',
			},
		]),
	}));
}
