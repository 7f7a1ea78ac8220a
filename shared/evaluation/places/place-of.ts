import { z } from 'zod';
import type { Touchpoint, TouchpointKind } from '../../model/business.ts';
import { type Place, places } from '../../model/place.ts';

/** Where a touchpoint belongs on the sheet of the audit. */
interface Placement {
  /** Null for what belongs to no single place, such as how many customers come back. */
  readonly place: Place | null;
  /** People assess it, and fill in scorecards. */
  readonly isScored: boolean;
}

const placeOfKind: Readonly<Record<TouchpointKind, Place | null>> = {
  website: 'website',
  phone: 'phone',
  mailbox: 'messages',
  telegram: 'messages',
  shopper: 'messages',
  facebook: 'social',
  instagram: 'social',
  threads: 'social',
  tiktok: 'social',
  linkedin: 'social',
  youtube: 'social',
  vk: 'social',
  x: 'social',
  'google-reviews': 'reviews',
  trustpilot: 'reviews',
  survey: null,
  orders: null,
  // Unless its template says otherwise.
  scorecard: 'live-contact',
};

/** A scorecard's template travels in the options of its check. */
const scored = z.object({ template: z.object({ place: z.enum(places) }) });

export function placementOf({ kind, checks }: Pick<Touchpoint, 'kind' | 'checks'>): Placement {
  for (const { options } of checks) {
    const { data } = scored.safeParse(options);
    if (data !== undefined) return { place: data.template.place, isScored: true };
  }
  return { place: placeOfKind[kind], isScored: false };
}
