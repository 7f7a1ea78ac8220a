import type { Configuration } from '../../model/business.ts';
import type { DeployedBusiness } from './deployed-fleet.ts';

/**
 * What one stack has to be built for: the touchpoints of all businesses together. What each business has for itself (its zone, hours,
 * readers, digest and actions) its functions read from the fleet's own file.
 * @param keepsPage also while no business that is deployed has a page
 */
export function configurationOfFleet(businesses: readonly DeployedBusiness[], keepsPage = false): Configuration {
  const all = businesses.map(({ configuration }) => configuration);
  const [first] = all;
  if (first === undefined) throw new Error('The fleet has no business that can be watched.');
  return {
    ...first,
    business: `${businesses.length} businesses`,
    alerts: { email: [], channels: [] },
    digest: all.find(({ digest }) => digest !== null)?.digest ?? null,
    inbound: null,
    page: pageOfFleet(all, keepsPage),
    regions: [...new Set(all.flatMap(({ regions }) => regions))].toSorted(),
    touchpoints: all.flatMap(({ touchpoints }) => touchpoints),
    competitors: all.flatMap(({ competitors }) => competitors),
    maintenance: all.flatMap(({ maintenance }) => maintenance),
    plan: [],
  };
}

/** One function serves the pages of all businesses. Who may see which is each business's own matter. */
function pageOfFleet(all: readonly Configuration[], keepsPage: boolean): Configuration['page'] {
  const pages = all.flatMap(({ page }) => page ?? []);
  if (pages.length === 0 && !keepsPage) return null;
  const atOnce = pages.flatMap((page) => page.atOnce ?? []);
  const isLimited = atOnce.length > 0 && atOnce.length === pages.length;
  return { publicTouchpoints: [], url: null, signIn: null, atOnce: isLimited ? Math.max(...atOnce) : null };
}

/** Businesses whose digests one schedule sends: those of one zone and one time of the week, a thousand at most. */
export interface DigestSlot {
  /** `Europe/Kyiv mon 480 0`. */
  readonly id: string;
  readonly timeZone: string;
  readonly digest: NonNullable<Configuration['digest']>;
  readonly businesses: readonly DeployedBusiness[];
}

/** A run of the digest takes some minutes for so many. */
const businessesInSlot = 1000;

/** Found alike by the stack, which makes a schedule of each, and by the function that is invoked for one of them. */
export function digestSlots(businesses: readonly DeployedBusiness[]): DigestSlot[] {
  const due = businesses.flatMap((business) => {
    const { digest, timeZone } = business.configuration;
    return digest === null ? [] : [{ business, digest, timeZone }];
  });
  const groups = Map.groupBy(due, ({ digest, timeZone }) => `${timeZone} ${digest.weekday} ${digest.atMinute}`);
  return [...groups].flatMap(([time, group]) =>
    Array.from({ length: Math.ceil(group.length / businessesInSlot) }, (_, n) => {
      const some = group.slice(n * businessesInSlot, (n + 1) * businessesInSlot);
      return some.slice(0, 1).map(({ digest, timeZone }) => ({
        ...{ id: `${time} ${n}`, timeZone, digest },
        businesses: some.map(({ business }) => business),
      }));
    }).flat(),
  );
}
