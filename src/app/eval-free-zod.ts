/**
 * Keeps zod from compiling parsers with `new Function`, which the content security policy refuses
 * and reports. Imported first in every entry: the page and each worker that parses.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });
