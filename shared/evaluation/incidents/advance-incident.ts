import type { Check } from '../../model/check.ts';
import { type BadLight, type Incident, measurementOf } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import type { Light } from '../../model/light.ts';
import type { Reason } from '../../model/reason.ts';
import type { Result } from '../../model/result.ts';
import { cut } from './cut.ts';
import type { Weighed } from './weigh-regions.ts';

export interface IncidentStep {
  /** The current incident, or the last one while there is none. */
  readonly next: Incident | null;
  readonly reason: Reason;
}

/** What one run brings to the incident. The streaks count this run already. */
export interface RunSeen {
  readonly light: Light;
  readonly badStreak: number;
  readonly goodStreak: number;
  readonly judgement: Weighed;
  readonly result: Result;
  readonly check: Check;
}

/**
 * The incident table of DESIGN section 6, in its order (its last three rows need no incident and are derived from the
 * status). A grey run proves nothing: it moves no incident, neither up nor down, and does not break a row of bad ones.
 */
export function advanceIncident(previous: Incident | null, run: RunSeen): IncidentStep {
  const { successesToResolve } = run.check.policy;
  const { light } = run;
  const state = previous === null || previous.state === 'resolved' ? 'none' : previous.state;
  const incident = state === 'none' ? null : previous;

  if (incident === null) {
    if (light === 'green' || light === 'unknown') return { next: previous, reason: 'quiet' };
    const suspected = suspect(light, run);
    return mayOpen(run) ? open(suspected, run) : { next: suspected, reason: 'suspected' };
  }
  if (light === 'unknown') return { next: incident, reason: state === 'suspected' ? 'quiet' : 'continuing' };

  if (state === 'suspected') {
    if (light === 'green') return { next: null, reason: 'flap' };
    const seenAgain = seeAgain(incident, light, run);
    return mayOpen(run) ? open(seenAgain, run) : { next: seenAgain, reason: 'suspected' };
  }

  if (light === 'green') {
    if (isSilentAbout(incident, run)) return { next: incident, reason: 'continuing' };
    if (run.goodStreak < successesToResolve) return { next: incident, reason: 'recovering' };
    return { next: { ...incident, state: 'resolved', resolvedAt: endOf(incident, run) }, reason: 'resolved' };
  }
  const seenAgain = seeAgain(incident, light, run);
  if (incident.light === 'yellow' && light === 'red') return { next: seenAgain, reason: 'worsened' };
  if (incident.light === 'red' && light === 'yellow') return { next: seenAgain, reason: 'improved' };
  return { next: seenAgain, reason: 'continuing' };
}

/**
 * What goes by business hours is measured within them only: that nobody was at the chat in the afternoon is not over because at
 * night nobody asks.
 */
function isSilentAbout(incident: Incident, { check, result }: RunSeen): boolean {
  const measurement = measurementOf(incident);
  return check.hours !== undefined && measurement !== null && result.measurements[measurement] === undefined;
}

/** Enough bad runs in a row, and nobody else is still being asked. */
function mayOpen({ badStreak, check, judgement }: RunSeen): boolean {
  return badStreak >= check.policy.failuresToOpen && judgement.awaitsRegions !== true;
}

function suspect(light: BadLight, run: RunSeen): Incident {
  return {
    touchpointId: run.check.touchpointId,
    checkId: run.check.id,
    state: 'suspected',
    light,
    worstLight: light,
    suspectedAt: run.result.scheduledAt,
    openedAt: null,
    resolvedAt: null,
    ...factsOf(run),
  };
}

function open(suspected: Incident, run: RunSeen): IncidentStep {
  return { next: { ...suspected, state: 'open', openedAt: run.result.scheduledAt }, reason: 'opened' };
}

/** Where a clock was put back since it began, it has taken no time. */
function endOf({ openedAt }: Incident, { result }: RunSeen): Instant {
  return openedAt !== null && openedAt > result.scheduledAt ? openedAt : result.scheduledAt;
}

function seeAgain(incident: Incident, light: BadLight, run: RunSeen): Incident {
  // A suspicion that was red at home only was never red.
  const isCleared = incident.state === 'suspected' && run.judgement.isOnlyHere === true;
  const worstLight = light === 'red' ? 'red' : isCleared ? light : incident.worstLight;
  const { seenFrom: earlier, ...known } = incident;
  // While others are asked, what they saw before still holds.
  const kept = earlier !== undefined && run.judgement.awaitsRegions === true ? { seenFrom: earlier } : {};
  return { ...known, light, worstLight, ...kept, ...factsOf(run) };
}

function factsOf({ judgement, result }: RunSeen): Pick<Incident, 'finding' | 'cause' | 'seenFrom' | 'evidence'> {
  return {
    finding: cut(judgement.headline.finding),
    cause: result.cause,
    ...(judgement.seenFrom && { seenFrom: judgement.seenFrom }),
    evidence: result.evidence.slice(0, 3).map(({ reference }) => reference),
  };
}
