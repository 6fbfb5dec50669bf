/** The program's version, from package.json at build time (see `define` in vite.config.ts). */
declare const __APP_VERSION__: string;

export const version: string = __APP_VERSION__;

/** What the program is called. */
export const product = 'Readiness Workbook';
