/**
 * Import this before anything that reads foreign files: a crafted workbook can then no longer plant
 * properties on every object of the worker (as CVE-2023-30533 did).
 */
Object.freeze(Object.prototype);
Object.freeze(Array.prototype);
