import { z } from 'zod';
import type { WeekSummary } from '../../../shared/evaluation/week/summarize-week.ts';
import {
  bringsHistory,
  type Trend,
  trendDays,
  trendsOf,
  trendsOfHistory,
} from '../../../shared/evaluation/week/trends.ts';
import type { ShownPicture } from '../../../shared/look/marked-pictures.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import { type EvidenceGap, gapsOf } from '../../../shared/model/evidence.ts';
import { type FoundContact, foundContactSchema } from '../../../shared/model/found.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { picturesOf } from '../../../shared/model/marked-picture.ts';
import { parseJson } from '../../../shared/model/parse-json.ts';
import type { Result } from '../../../shared/model/result.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { tolerant } from '../../../shared/model/tolerant.ts';
import { type Waterfall, waterfallSchema } from '../../../shared/model/waterfall.ts';
import type { EvidenceReader } from '../../../shared/ports/evidence-store.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { type Criteria, readCriteria } from './read-criteria.ts';
import { pictureReader } from './read-pictures.ts';

/** What the last visit of a check brought. */
export interface LastVisit {
  readonly check: Check;
  readonly at: string;
  /** A `data:` address; null where none was kept. */
  readonly picture: string | null;
  readonly waterfall: Waterfall | null;
  /** What should be here and could not be kept; absent where nothing is missing. */
  readonly gaps?: readonly EvidenceGap[];
  readonly contacts: readonly FoundContact[];
  /** With where the contacts or the form are on them; absent where there are none. */
  readonly marked?: readonly ShownPicture[];
}

export interface TouchpointEvidence {
  readonly trends: readonly Trend[];
  /** What services know of the months before; absent where none is asked. */
  readonly histories?: readonly Trend[];
  readonly lastVisits: readonly LastVisit[];
  /** Of its scorecards; absent where nobody assesses it. */
  readonly criteria?: readonly Criteria[];
}

export interface ReportSources {
  readonly configuration: Configuration;
  readonly stores: Pick<Stores, 'days' | 'results'>;
  readonly evidence: EvidenceReader;
}

/** A check runs at least once in that time, unless nobody looks any more. */
const lastVisitDays = 2;
/** With more pictures the file could not be sent to anybody. */
const inFull = 20;
const shown = ['page-load', 'contacts', 'form'];
/** A contact of a kind that only a later version knows is left out. */
const storedContact = tolerant(foundContactSchema.nullable().catch(null));

/** What the report shows beside the week, of the touchpoints that are worst. */
export async function readReport(
  { configuration, stores, evidence }: ReportSources,
  { touchpoints, now }: WeekSummary,
): Promise<ReadonlyMap<string, TouchpointEvidence>> {
  const found = new Map<string, TouchpointEvidence>();
  const sources = { stores, evidence, readPictures: pictureReader(evidence) };
  for (const { id } of touchpoints.slice(0, inFull)) {
    const checks = configuration.touchpoints.find((touchpoint) => touchpoint.id === id)?.checks ?? [];
    const lastVisits = await Promise.all(
      checks
        .filter(({ probe, page }) => shown.includes(probe) && (page === null || probe === 'form'))
        .map((check) => lastVisitOf(check, sources, now)),
    );
    found.set(id, {
      trends: await readTrends(id, checks, stores, now),
      histories: await readHistories(checks, stores, now),
      criteria: await readCriteria(checks, stores, now),
      lastVisits: lastVisits.flatMap((lastVisit) => lastVisit ?? []),
    });
  }
  return found;
}

async function readTrends(
  id: string,
  checks: readonly Check[],
  stores: ReportSources['stores'],
  now: string,
): Promise<Trend[]> {
  const from = new Date(Date.parse(now) - trendDays * dayMs).toISOString().slice(0, 10);
  return trendsOf(checks, await stores.days.list(id, { from, to: now.slice(0, 10) }));
}

/** A day on which the service did not answer loses nothing. */
const historyDays = 8;

async function readHistories(
  checks: readonly Check[],
  { results }: ReportSources['stores'],
  now: string,
): Promise<Trend[]> {
  const range = { from: toInstant(Date.parse(now) - historyDays * dayMs), to: toInstant(Date.parse(now) + 1) };
  const asked = checks.filter(bringsHistory);
  const found = await Promise.all(
    asked.map(async (check) => trendsOfHistory(check, await results.list(check.id, range))),
  );
  return found.flat();
}

interface LastVisitSources extends Pick<ReportSources, 'stores' | 'evidence'> {
  readonly readPictures: ReturnType<typeof pictureReader>;
}

async function lastVisitOf(
  check: Check,
  { stores, evidence, readPictures }: LastVisitSources,
  now: string,
): Promise<LastVisit | null> {
  const range = { from: toInstant(Date.parse(now) - lastVisitDays * dayMs), to: toInstant(Date.parse(now) + 1) };
  const result = (await stores.results.list(check.id, range)).at(-1);
  if (result === undefined) return null;
  const found = z.array(storedContact).safeParse(result.details['found']);
  return {
    check,
    at: result.scheduledAt,
    picture: await pictureOf(result, evidence),
    waterfall: await waterfallOf(result, evidence),
    gaps: gapsOf(result.details),
    marked: await readPictures(result),
    contacts: found.success ? found.data.flatMap((contact) => contact ?? []) : [],
  };
}

async function pictureOf(result: Result, evidence: EvidenceReader): Promise<string | null> {
  const marked = new Set(picturesOf(result.details).map(({ name }) => name));
  const picture = result.evidence.find(
    ({ name, contentType }) => /^image\/(jpeg|png|webp)$/.test(contentType) && !marked.has(name),
  );
  const bytes = picture === undefined ? null : await evidence.read(picture.reference);
  return picture === undefined || bytes === null
    ? null
    : `data:${picture.contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** What is there but cannot be read as a waterfall is of another version: it is left out. */
async function waterfallOf(result: Result, evidence: EvidenceReader): Promise<Waterfall | null> {
  const file = result.evidence.find(({ name }) => name.endsWith('requests.json'));
  const bytes = file === undefined ? null : await evidence.read(file.reference);
  if (bytes === null) return null;
  return tolerant(waterfallSchema).safeParse(parseJson(Buffer.from(bytes).toString('utf8'))).data ?? null;
}
