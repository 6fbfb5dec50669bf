/**
 * Who takes part in a workbook: devices with their role. A device is named by its Ed25519 public key
 * (base64url, 43 letters), so that a name cannot be taken by another.
 */
import * as z from 'zod/mini';

/** An Ed25519 public key, base64url. */
export type DeviceId = string;

const publicKey = z.string().check(z.regex(/^[\w-]{43}$/));
export const deviceIdSchema = publicKey;

/** From most to least allowed. */
export const roles = ['owner', 'editor', 'reviewer', 'viewer'] as const;
export const roleSchema = z.enum(roles);
export type Role = (typeof roles)[number];

/** The two audiences of what people write beside the workbook: everybody, or owners and editors only. */
export const channels = ['review', 'team'] as const;
export const channelSchema = z.enum(channels);
export type Channel = (typeof channels)[number];

export const memberSchema = z.object({
	device: publicKey,
	/** X25519 public key, base64url: what keys are sealed to. */
	agreement: publicKey,
	name: z.string().check(z.minLength(1), z.maxLength(80)),
	role: roleSchema,
});
/** A device as it was added to the list of members. */
export type Member = Readonly<z.infer<typeof memberSchema>>;

/** True where this role changes the workbook itself. */
export function mayEdit(role: Role | undefined): boolean {
	return role === 'owner' || role === 'editor';
}

/** True where this role comments, suggests and signs. */
export function mayReview(role: Role | undefined): boolean {
	return mayEdit(role) || role === 'reviewer';
}

/** True where this role sees and writes what stays with the team. */
export function maySeeTeam(role: Role | undefined): boolean {
	return mayEdit(role);
}

/** True where this role adds and removes members. */
export function mayManage(role: Role | undefined): boolean {
	return role === 'owner';
}

export const roleWords: Readonly<Record<Role, { readonly label: string; readonly can: string }>> = {
	owner: {
		label: 'Owner',
		can: 'Edits, reviews, sees team notes, and invites and removes people.',
	},
	editor: { label: 'Editor', can: 'Edits, reviews and sees team notes.' },
	reviewer: {
		label: 'Reviewer',
		can: 'Reads everything but team notes; comments, suggests values and signs off.',
	},
	viewer: { label: 'Viewer', can: 'Reads everything but team notes.' },
};
