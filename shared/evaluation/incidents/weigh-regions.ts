import type { Check } from '../../model/check.ts';
import type { Finding, Statement } from '../../model/finding.ts';
import { isOfOneRegion, say } from '../../model/general-statements.ts';
import type { SeenFrom } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import { lightsWorstFirst } from '../../model/light.ts';
import type { RegionView, Saw } from '../../model/region-view.ts';
import type { Result } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { minuteMs } from '../../model/time-spans.ts';
import type { Judgement, Verdict } from '../../model/verdict.ts';

/** How long the regions have to answer: two attempts of a visit with a browser, and the way there and back. */
const patienceMs = 4 * minuteMs;
/** What they saw says nothing about a run that comes later than this: a confirmation comes after five minutes. */
const freshMs = 15 * minuteMs;

/** What is known of other regions when a run of the home region is judged. */
export interface Elsewhere {
  /** The region in which the stack runs. */
  readonly home: string;
  /** What the regions saw when they were last asked about this check. */
  readonly views: readonly RegionView[];
  /** The status of the plain request to the same site, where this check stays at home; null where it says nothing. */
  readonly site: Status | null;
}

/** A run's judgement at home, weighed against what other regions saw. */
export interface Weighed extends Judgement {
  /** Other regions are being asked: until they have answered, or time is up, no incident opens and none gets worse. */
  readonly awaitsRegions?: true;
  /** Ask the regions about this run. */
  readonly asksRegions?: true;
  /** The run about which they were asked last; absent where nothing is wrong that they were asked about. */
  readonly askedRegionsAt?: Instant;
  /** When they were asked: later than the run, which had to be measured and to wait for its turn. */
  readonly askingRegionsSince?: Instant;
  /** Whose views have decided; absent where they were not needed. */
  readonly seenFrom?: SeenFrom;
  /** It fails here, and works from most regions that could tell. */
  readonly isOnlyHere?: true;
}

/** The run of the home region, and what its check has gone through so far. */
interface Run {
  readonly own: Judgement;
  readonly previous: Status | null;
  readonly result: Result;
  readonly check: Check;
  /** When it is weighed. */
  readonly now: Instant;
}

/**
 * Is it down, or down from here only? What is red at home stays red if it fails from most of the regions that could tell, home included;
 * otherwise it is yellow and says from where it works. A region that could not tell, or did not answer in time, counts for neither side: it does not
 * accuse and does not excuse. If none could tell, the home region's own verdict stands. Speeds are never compared.
 * @param elsewhere null where there are no other regions to be asked, as on one machine
 */
export function weighRegions(run: Run, elsewhere: Elsewhere | null): Weighed {
  const { own, previous, result, check, now } = run;
  const { regions = [] } = check;
  if (elsewhere === null) return own;
  if (regions.length === 0) return followSite(run, elsewhere.site);
  const asked = previous?.askedRegionsAt;
  const before = askedBefore(previous);
  // A grey run proves nothing: what was asked before it still holds.
  if (!own.verdicts.some(isRedElsewhereToo)) return own.light === 'unknown' ? { ...own, ...before } : own;
  const at = result.scheduledAt;
  const anew = { asksRegions: true, askedRegionsAt: at, askingRegionsSince: now } as const;
  const ageMs = asked === undefined ? null : Date.parse(at) - Date.parse(asked);
  if (asked === undefined || ageMs === null || ageMs <= 0 || ageMs > freshMs)
    return { ...asBefore(own, previous), awaitsRegions: true, ...anew };
  const votes = regions.map((region) => ({ region, saw: sawThere(elsewhere.views, region, asked) }));
  // By the clock, not by the schedule. A clock that was put back in between lets nobody wait for ever.
  const waitedMs = Math.abs(Date.parse(now) - Date.parse(previous?.askingRegionsSince ?? asked));
  if (waitedMs < patienceMs && votes.some(({ saw }) => saw === null))
    return { ...asBefore(own, previous), awaitsRegions: true, ...before };
  // The next run comes while these answers are fresh only if the check runs often; then it finds newer ones.
  const isSoon = check.everyMinutes * minuteMs <= freshMs;
  return { ...decide(own, votes, elsewhere.home), ...(isSoon ? anew : before) };
}

function askedBefore(previous: Status | null): Pick<Weighed, 'askedRegionsAt' | 'askingRegionsSince'> {
  if (previous?.askedRegionsAt === undefined) return {};
  const { askedRegionsAt, askingRegionsSince } = previous;
  return { askedRegionsAt, ...(askingRegionsSince !== undefined && { askingRegionsSince }) };
}

/** What a region's result says about the check. @param judgement by the thresholds of the check, as at home */
export function sawOf(judgement: Judgement, { outcome }: Pick<Result, 'outcome'>): Saw {
  if (judgement.verdicts.some(isRedElsewhereToo)) return 'fails';
  return outcome === 'measured' ? 'works' : 'unclear';
}

interface Vote {
  readonly region: string;
  /** Null for no answer. */
  readonly saw: Saw | null;
}

function sawThere(views: readonly RegionView[], region: string, asked: Instant): Saw | null {
  return views.find((view) => view.region === region && view.scheduledAt === asked)?.saw ?? null;
}

function decide(own: Judgement, votes: readonly Vote[], home: string): Weighed {
  const regionsThat = (saw: Saw): string[] => votes.flatMap((vote) => (vote.saw === saw ? vote.region : []));
  const [works, fails] = [regionsThat('works'), [home, ...regionsThat('fails')]];
  const unclear = votes.flatMap(({ region, saw }) => (saw === null || saw === 'unclear' ? region : []));
  const seenFrom = { fails, unclear };
  if (works.length === 0 || fails.length > works.length) return { ...own, seenFrom };
  const because = (why: Statement | null): Statement => say('general/one-region', { works, fails, unclear, why });
  return { ...soften(own, (finding) => withReason(finding, because)), seenFrom, isOnlyHere: true };
}

function withReason(finding: Finding, because: (why: Statement | null) => Statement): Finding {
  return finding.kind === 'cause'
    ? { ...finding, says: because(finding.says) }
    : { ...finding, because: because(finding.because ?? null) };
}

/** Nothing gets worse while the regions are asked: what is known to be yellow stays so, in its own words. */
function asBefore(own: Judgement, previous: Status | null): Judgement {
  const incident = previous?.incident ?? null;
  if (incident?.state !== 'open' || incident.light !== 'yellow') return own;
  return soften(own, (finding) => (isOfOneRegion(incident.finding) ? incident.finding : finding));
}

/**
 * What measures speed stays at home and asks nobody. Where it cannot reach the site, it knows no better than the plain request whether that
 * is so elsewhere: it waits for what that one hears, and takes it over.
 */
function followSite({ own, previous, result }: Run, site: Status | null): Weighed {
  const incident = site?.incident ?? null;
  if (result.outcome !== 'failed' || site === null || incident === null || site.badStreak === 0) return own;
  if (incident.cause !== result.cause) return own;
  const { askedRegionsAt: asked } = site;
  // Where the plain request has seen nothing since, it asks nobody, and waiting for it would be waiting for ever.
  const isAsking = asked !== undefined && Date.parse(result.scheduledAt) - Date.parse(asked) <= freshMs;
  if (incident.state === 'suspected' && isAsking) return { ...asBefore(own, previous), awaitsRegions: true };
  if (incident.state !== 'open' || incident.light !== 'yellow' || !isOfOneRegion(incident.finding)) return own;
  return { ...soften(own, () => incident.finding), isOnlyHere: true };
}

function soften(own: Judgement, reword: (finding: Finding) => Finding): Judgement {
  const verdicts = own.verdicts.map((verdict) =>
    isRedElsewhereToo(verdict) ? { light: 'yellow' as const, finding: reword(verdict.finding) } : verdict,
  );
  const worstFirst = lightsWorstFirst.flatMap((light) => verdicts.filter((verdict) => verdict.light === light));
  const headline = worstFirst[0] ?? own.headline;
  return { light: headline.light, headline, verdicts: worstFirst };
}

/** Red by something that may be seen from any region: not by a speed, which grows with the distance. */
function isRedElsewhereToo({ light, finding }: Verdict): boolean {
  return light === 'red' && (finding.kind === 'cause' || (finding.unit !== 'ms' && finding.unit !== 'bytes'));
}
