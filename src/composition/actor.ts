/** Who works in this browser: a random device id, and the name the person gave, kept as preferences. */
import * as z from 'zod/mini';
import type { IdSource } from '../base/ids.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import type { Actor } from '../workbook/command.ts';

const actorSchema = z.object({ device: z.string(), name: z.string() });

/** The kept actor; made and kept at the first start. */
export async function keptActor(storage: BrowserStorage, ids: IdSource): Promise<() => Actor> {
	const kept = await storage.preferences.get('actor');
	const parsed = actorSchema.safeParse(kept.ok ? kept.value : undefined);
	if (parsed.success) return () => parsed.data;
	const actor: Actor = { device: ids.next(), name: 'You' };
	await storage.preferences.set('actor', actor);
	return () => actor;
}
