import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Measurements, Result } from '../../shared/model/result.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';
import { pageLoad } from '../../shared/probes/page-load/spec.ts';
import { sayPageLoad } from '../../shared/probes/page-load/statements.ts';

/** Main content of the own site and of the competitors', in the order of the file, on a quiet night; the demo's sites are only played. */
const contentMs = { own: 1_900, theirs: [2_600, 1_500] } as const;
/** Taps to a contact of the competitors. */
const taps = [0, 2] as const;
const nights = 14;
const startsMs = 5_000;

/**
 * Puts what a watch would have seen at night during the last two weeks into the demo's table: a comparison needs seven nights, and
 * `npm start` takes minutes. Put again, nothing changes.
 */
export async function recallCompetitors(
  { results }: Pick<Stores, 'results'>,
  { competitors, touchpoints, timeZone }: Configuration,
  now: number,
): Promise<void> {
  const today = Date.parse(`${localDate(now, timeZone)}T00:00:00.000Z`);
  const own = touchpoints
    .flatMap(({ checks }) => checks)
    .find(({ probe, device, page }) => probe === pageLoad.id && device === 'mobile' && page === null);
  for (let night = 0; night < nights; night++) {
    const at = today - night * dayMs + 15 * minuteMs;
    if (at + hourMs > now) continue;
    if (own !== undefined) await results.put(seen(own, at, loaded(contentMs.own + wobble(night))));
    for (const [n, { checks }] of competitors.entries()) {
      for (const check of checks) {
        const its = ofGuest(check, n, night);
        if (its !== null) await results.put(seen(check, at, its));
      }
    }
  }
}

interface Seen {
  readonly reason: Statement;
  readonly measurements: Measurements;
}

function ofGuest({ probe, url }: Check, n: number, night: number): Seen | null {
  switch (probe) {
    case 'page-load':
      return loaded((contentMs.theirs[n] ?? 0) + wobble(night + n));
    case 'availability': {
      const firstByteMs = 240 + wobble(night);
      return {
        reason: sayAvailability('availability/answers', { url: url ?? '', status: 200, firstByteMs }),
        measurements: { firstByteMs },
      };
    }
    case 'contacts': {
      const clicks = taps[n] ?? 0;
      return {
        reason: sayContacts('contacts/found', { clicks, contacts: ['+380 44 000 00 00'], others: 0 }),
        measurements: { contactsFound: 1, clicksToContact: clicks },
      };
    }
    default:
      return null;
  }
}

function loaded(lcpMs: number): Seen {
  return {
    reason: sayPageLoad('page-load/summary', { device: 'mobile', lcpMs, loadMs: null }),
    measurements: { lcpMs },
  };
}

/** A page is not as fast tonight as it was last night. */
function wobble(n: number): number {
  return Math.round(Math.sin(n * 2) * 120);
}

function seen({ id }: Check, at: number, { reason, measurements }: Seen): Result {
  return {
    checkId: id,
    scheduledAt: toInstant(at),
    startedAt: toInstant(at + 1_000),
    finishedAt: toInstant(at + startsMs),
    attempts: 1,
    outcome: 'measured',
    cause: null,
    ...{ reason, measurements, facts: {}, evidence: [], details: {} },
  };
}
