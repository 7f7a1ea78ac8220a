import type { Instant } from './instant.ts';

/** A reader sees everything but what customers wrote; an operator sees that too, and may act. */
export const pageRoles = ['reader', 'operator'] as const;
export type PageRole = (typeof pageRoles)[number];

/** Who may be on the live page, and for how long. */
export interface PageSession {
  readonly role: PageRole;
  /** Who is here, as their link or sign-in says: "olena@example.com", "this machine". Kept with what they do. */
  readonly who: string;
  readonly until: Instant;
}
