import { boardLightAt } from '../../../shared/evaluation/board/board-entry.ts';
import { ownId, parseCheckId } from '../../../shared/model/check-id.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { type PublicIncident, type PublicStatus, publicDays } from '../../../shared/model/public-status.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { coversWindow } from '../../../shared/probes/index.ts';
import { wordsOf } from '../../../shared/probes/words.ts';
import type { PageDeps } from '../page-deps.ts';

type PublicDeps = Pick<PageDeps, 'configuration' | 'stores' | 'now'>;
type PublicTouchpoint = PublicStatus['touchpoints'][number];

/** Of a touchpoint that breaks all the time, the newest are enough. */
const mostIncidents = 20;

/** Takes over, field by field, what strangers may know; what is not named here stays inside. */
export async function readPublicStatus(deps: PublicDeps): Promise<PublicStatus> {
  const { business, page, touchpoints } = deps.configuration;
  const configured = new Set(touchpoints.map(({ id }) => id));
  const ids = (page?.publicTouchpoints ?? []).filter((id) => configured.has(id));
  return { version: 1, business, touchpoints: await Promise.all(ids.map((id) => readTouchpoint(id, deps))) };
}

async function readTouchpoint(id: string, { configuration, stores, now }: PublicDeps): Promise<PublicTouchpoint> {
  const at = toInstant(now());
  const from = toInstant(now() - publicDays * dayMs);
  // The board first: an incident that ends in between is then in the history at the latest.
  const entry = await stores.board.load(id);
  const past = await stores.incidents.list(id, { from, to: toInstant(now() + dayMs) });
  const over = past.filter(({ openedAt }) => openedAt !== null).toReversed();
  const stillOpen = (entry?.open ?? []).map(({ incident }) => incident).filter((each) => !over.some(isSame(each)));
  const window = entry?.maintenance ?? null;
  return {
    id: ownId(id),
    // Without an entry, nothing is known; that is no green light.
    light: entry === null ? 'unknown' : boardLightAt(entry, at),
    since: entry?.since ?? null,
    maintenance: window === null ? null : { from: window.from, to: window.to },
    incidents: withoutRepetition(
      [...stillOpen, ...over].map((incident) => publicIncident(incident, configuration.language)),
    ).slice(0, mostIncidents),
  };
}

/** A phone and a desktop, or two pages, that break at once are one incident to strangers. */
function withoutRepetition(incidents: readonly PublicIncident[]): PublicIncident[] {
  return [
    ...new Map(incidents.toReversed().map((each) => [`${each.since} ${each.title}`, each])).values(),
  ].toReversed();
}

function isSame({ checkId, openedAt }: Incident): (other: Incident) => boolean {
  return (other) => other.checkId === checkId && other.openedAt === openedAt;
}

function publicIncident(
  { checkId, worstLight, suspectedAt, resolvedAt }: Incident,
  language: PublicDeps['configuration']['language'],
): PublicIncident {
  const { probe } = parseCheckId(checkId);
  const title = wordsOf(probe, language)?.bad ?? probe;
  return {
    title: capital(title),
    light: worstLight,
    since: suspectedAt,
    resolvedAt,
    ...(coversWindow(probe) && { overWindow: true }),
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
