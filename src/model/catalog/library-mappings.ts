/**
 * Which items of other frameworks each control of the starter library helps with. Apart from the
 * library's texts, so that coverage of a framework can be counted without loading those.
 */
import data from './library-mappings.json' with { type: 'json' };
import type { FrameworkId } from './framework-id.ts';

/** Ids of framework items, for every framework; empty where the control has nothing to say. */
export type FrameworkMappings = Readonly<Record<FrameworkId, readonly string[]>>;

/** By the id of the library control. */
export const libraryMappings: ReadonlyMap<string, FrameworkMappings> = new Map(
	Object.entries<FrameworkMappings>(data),
);
