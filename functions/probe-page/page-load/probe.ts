import type { Visit } from '../../../shared/browser/visit.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import type { EvidenceDraft } from '../../../shared/model/evidence.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { saySite } from '../../../shared/model/site-statements.ts';
import type { Waterfall } from '../../../shared/model/waterfall.ts';
import { pageLoad as spec } from '../../../shared/probes/page-load/spec.ts';
import { sayPageLoad } from '../../../shared/probes/page-load/statements.ts';
import { nameElement } from '../../../shared/probes/page-load/words.en.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { noteLanding } from '../walking/landed.ts';
import { takeScreenshot } from '../walking/screenshot.ts';
import { findWall } from '../walking/wall.ts';
import { staysBlank } from './blank.ts';
import { elementOf, explain, mainPart } from './explain.ts';
import { type FirstScreen, firstScreenOf } from './first-screen.ts';
import { heldTextMs } from './held-text.ts';
import type { Load } from './load.ts';
import { watchReplacements } from './replacements.ts';
import { documentArrivedMs, heaviest, slowest, thirdPartiesOf, waterfallOf, weigh } from './requests.ts';
import { trailingScriptsOf } from './trailing-scripts.ts';
import { sayUnfinished } from './unfinished.ts';
import { measurementsOf, parseVitals, type Vitals, withFilm, withLatency } from './vitals.ts';

/**
 * How long a visitor waits for the page, on this device under its applied throttling, and what the time goes to: web
 * vitals, long tasks, weight. It cannot see field data: one visit from one place, with an empty cache.
 */
export const pageLoad: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, { signal }) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    const replacements = watchReplacements(visit.page);
    const seen = parseVitals(await withinDeadline(visit.vitals(), signal));
    const trailingScripts = await withinDeadline(trailingScriptsOf(visit), signal);
    const load = { ...loadOf(visit, seen), trailingScripts };
    const heldMs = await withinDeadline(heldTextMs(visit, load.vitals.lcpMs), signal);
    const firstScreen = await withinDeadline(firstScreenOf(visit, load), signal);
    await noteLanding(visit, signal);
    const rest = {
      measurements: {
        ...measurementsOf(load.vitals),
        ...screenTime(load, firstScreen),
        ...weigh(load.requests),
        ...hostOf(visit),
      },
      facts: explain(load, firstScreen),
      details: detailsOf(load),
      evidence: [await takeScreenshot(visit, `${visit.device}.jpg`, signal), requestsFile(load)],
    };
    const goesOn = visit.stillLoading === null && (await replacements.goOn(signal));
    replacements.stop();
    if (goesOn) return failed('redirect-loop', saySite('site/restless', { host: new URL(load.url).host }), rest);
    if (
      (load.vitals.fcpMs === undefined || load.vitals.lcpMs === undefined) &&
      visit.stillLoading === null &&
      (await withinDeadline(staysBlank(visit.page), signal))
    ) {
      return failed('blank-page', sayPageLoad('page-load/blank', { url: load.url }), rest);
    }
    const wall = visit.stillLoading === null ? await findWall(visit, signal, { hasWaited: false }) : null;
    if (wall !== null) return failed('page-covered', saySite('site/covered', wall), rest);
    return concluded(visit, load, heldMs, rest);
  },
};

function loadOf(visit: Visit, seen: Vitals): Load {
  const url = visit.landing.kind === 'page' ? visit.landing.url : visit.url;
  const requests = waterfallOf(visit.requests, url);
  const lcp = seen.lcp && withFilm(withLatency(seen.lcp, documentArrivedMs(requests)), requests, seen.lcpMs ?? 0);
  return { url, device: visit.device, vitals: { ...seen, lcp }, requests };
}

function concluded(
  visit: Visit,
  { vitals, url }: Load,
  heldMs: number | null,
  rest: Omit<Measured, 'outcome' | 'reason' | 'cause'>,
) {
  if (visit.stillLoading !== null) {
    const { cause, says } = sayUnfinished(visit.stillLoading, { url, device: visit.device });
    return failed(cause, says, rest);
  }
  const tooSlow = visit.slowdown?.tooSlow ?? null;
  return tooSlow === null
    ? measured(describe(visit, vitals, heldMs), rest)
    : unknown('slow-host', sayPageLoad('page-load/slow-host', tooSlow), rest);
}

/** Where it cannot be told apart from the whole page, its first screen is as late. */
function screenTime({ vitals: { loadMs, lcpMs = 0 } }: Load, firstScreen: FirstScreen | null): Record<string, number> {
  if (loadMs === undefined) return {};
  return { screenMs: Math.round(firstScreen?.completeMs ?? Math.max(loadMs, lcpMs)) };
}

/** With what the host is like, figures from different hosts can be compared. */
function hostOf({ slowdown }: Visit): Record<string, number> {
  return slowdown === null
    ? {}
    : { cpuSlowdown: slowdown.factor, hostBenchmarkIndex: Math.round(slowdown.benchmarkIndex) };
}

function detailsOf({ url, vitals: { lcp }, requests }: Load): Record<string, unknown> {
  return {
    ...(lcp !== undefined && {
      largestPaint: {
        element: nameElement(elementOf(lcp, { url, requests }), formatFor('en')),
        url: lcp.url,
        longestPart: mainPart(lcp).part,
      },
    }),
    slowest: slowest(requests),
    heaviest: heaviest(requests),
    thirdParties: thirdPartiesOf(requests),
  };
}

function requestsFile({ url, device, vitals, requests }: Load): EvidenceDraft {
  const { ttfbMs, fcpMs, lcpMs, loadMs } = vitals;
  const marks = Object.fromEntries(
    Object.entries({ ttfbMs, fcpMs, lcpMs, loadMs }).flatMap(([name, ms]) =>
      ms === undefined ? [] : [[name, Math.round(ms)]],
    ),
  );
  const waterfall: Waterfall = { version: 1, url, device, marks, requests: [...requests] };
  const bytes = new TextEncoder().encode(JSON.stringify(waterfall));
  return { name: `${device}-requests.json`, contentType: 'application/json', bytes };
}

function describe({ device }: Visit, { lcpMs, loadMs }: Vitals, heldMs: number | null): Statement {
  const whole = (ms: number | undefined): number | null => (ms === undefined ? null : Math.round(ms));
  return sayPageLoad('page-load/summary', { device, lcpMs: whole(lcpMs), loadMs: whole(loadMs), heldMs });
}
