import type { Check } from '../../../shared/model/check.ts';
import type { Device } from '../../../shared/model/device.ts';
import type { MeasurementHistory } from '../../../shared/model/measurement-history.ts';
import { type FieldSpeedOptions, fieldSpeed as spec } from '../../../shared/probes/field-speed/spec.ts';
import { sayFieldSpeed } from '../../../shared/probes/field-speed/statements.ts';
import { type Measured, measured, notApplicable, type Probe } from '../../../shared/runtime/probe.ts';
import { Budget, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import type { CruxHistory, CruxRecord } from '../crux/answers.ts';
import { type Crux, type CruxSubject, openCrux } from '../crux/crux.ts';
import { siteNames } from '../crux/site-names.ts';
import type { SocialTarget } from '../social-probe.ts';
import { readKey } from './read-key.ts';
import { sayNotAsked } from './say-not-asked.ts';

/** One question for each way to ask, each repeated twice at most. */
const requestsAtMost = 18;

/**
 * How fast the site was for three of four Chrome users in the last 28 days, by Google's Chrome UX Report. It sees neither other
 * browsers nor sites with few visitors, and today's change only gradually.
 */
export const fieldSpeed: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure({ check, secrets, now, sleep }, { options, signal, progress }) {
    const device = check.device ?? 'mobile';
    progress('asking Google about real visitors');
    try {
      const io: Io = { now, sleep, signal };
      const key = await readKey(secrets, options.secret);
      const crux = openCrux({ key, base: options.api, budget: new Budget(requestsAtMost), io });
      return await look(crux, device, check, options);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      return sayNotAsked(error, options);
    }
  },
};

async function look(
  crux: Crux,
  device: Device,
  { url: address, guest }: Pick<Check, 'url' | 'guest'>,
  { page }: FieldSpeedOptions,
): Promise<Measured> {
  const url = address ?? '';
  for (const subject of subjectsOf(url, page)) {
    const record = await crux.record(subject, device);
    if (record === null || !hasSpeed(record)) continue;
    // Of a competitor, no chart is drawn.
    const history = guest === undefined ? upTo(record.until, await historyOf(crux, subject, device)) : null;
    return report(record, history, { device, url, page, subject });
  }
  return notApplicable(sayFieldSpeed('field-speed/too-few', { device, page }));
}

/** The page first, then the site under each of its names. */
function subjectsOf(url: string, page: string | null): CruxSubject[] {
  const sites = siteNames(url).map((origin): CruxSubject => ({ origin }));
  return page === null ? sites : [{ url: new URL(page, url).href }, ...sites];
}

function hasSpeed({ lcpMs, inpMs, cls }: CruxRecord): boolean {
  return lcpMs !== null || inpMs !== null || cls !== null;
}

/** Without it a chart is missing, and the numbers are as sound as with it. */
async function historyOf(crux: Crux, subject: CruxSubject, device: Device): Promise<CruxHistory | null> {
  try {
    return await crux.history(subject, device);
  } catch (error) {
    if (error instanceof ApiFault) return null;
    throw error;
  }
}

/** No week that ends after the numbers themselves: the light and the chart tell of the same visits. */
function upTo(until: string, history: CruxHistory | null): CruxHistory | null {
  if (history === null) return null;
  const known = history.until.filter((date) => date <= until).length;
  const { lcpMs, inpMs } = history;
  return { until: history.until.slice(0, known), lcpMs: lcpMs.slice(0, known), inpMs: inpMs.slice(0, known) };
}

interface Asked {
  readonly device: Device;
  readonly url: string;
  readonly page: string | null;
  /** That Google knew of. */
  readonly subject: CruxSubject;
}

function report(record: CruxRecord, history: CruxHistory | null, { device, url, page, subject }: Asked): Measured {
  const { until, ...speeds } = record;
  const knownAs = 'origin' in subject && subject.origin !== new URL(url).origin ? subject.origin : null;
  const visitors = { device, until, page, insteadOfPage: page !== null && 'origin' in subject, knownAs };
  const says = sayFieldSpeed('field-speed/visitors', visitors);
  const measurements = Object.fromEntries(
    Object.entries(speeds).filter((each): each is [string, number] => each[1] !== null),
  );
  return measured(sayFieldSpeed('field-speed/summary', { ...visitors, ...speeds }), {
    measurements,
    facts: { lcpMs: says, inpMs: says, cls: says },
    details: {
      until,
      of: 'origin' in subject ? subject.origin : subject.url,
      ...(history !== null && { history: asHistory(history) }),
    },
  });
}

function asHistory({ until, lcpMs, inpMs }: CruxHistory): MeasurementHistory {
  return { everyDays: 7, dates: until, values: { lcpMs, inpMs } };
}
