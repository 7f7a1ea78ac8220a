import type { Visit } from '../../../shared/browser/visit.ts';
import { contacts as spec } from '../../../shared/probes/contacts/spec.ts';
import { sayContacts } from '../../../shared/probes/contacts/statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { measured, type Probe } from '../../../shared/runtime/probe.ts';
import { isDirect } from '../contacts/merge.ts';
import { createStopReader } from '../contacts/stop-reader.ts';
import type { Stop } from '../contacts/tour.ts';
import { landingFault } from '../landing-fault.ts';
import { arrive } from '../walking/arrive.ts';
import { rankedPages } from '../walking/ranked-pages.ts';
import { readPage } from '../walking/read-page.ts';
import { scrollDown } from '../walking/scroll.ts';
import { steadily } from '../walking/steadily.ts';

const pageTimeoutMs = 8_000;
const mostPages = 2;

/**
 * Which contacts stand on another business's page, or on the pages of contacts that it links to. It reads and scrolls, and
 * presses nothing: what a menu or a button hides is not found.
 */
export const contactsInSight: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, { signal, options, progress }) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    await withinDeadline(visit.unthrottle(), signal);
    progress('looking for contacts');
    const reader = createStopReader(visit.device, options);
    const found = (stops: readonly Stop[]) => reader.read(stops).found.filter(isDirect);
    const stops = [await look(visit, 0, signal)];
    await scrollDown(visit, signal);
    stops.push(await look(visit, 0, signal));
    const [, landed] = stops;
    const ways = landed === undefined ? [] : rankedPages(landed.screen, 'contacts');
    const promising = ways.filter(({ rank, seen }) => rank === 'contact' && seen).slice(0, mostPages);
    for (const { url } of promising) {
      if (found(stops).length > 0) break;
      if (await open(visit, url, signal)) stops.push(await look(visit, 1, signal));
    }
    const direct = found(stops);
    if (direct.length === 0) {
      const says = sayContacts('contacts/none', { hasForm: false });
      return measured(says, { measurements: { contactsFound: 0 } });
    }
    const clicks = Math.min(...direct.map((contact) => contact.clicks));
    const says = sayContacts('contacts/found', { clicks, contacts: [], others: direct.length });
    return measured(says, { measurements: { clicksToContact: clicks, contactsFound: direct.length } });
  },
};

async function look(visit: Visit, clicks: number, signal: AbortSignal): Promise<Stop> {
  const screen = await steadily(visit, () => readPage(visit, { asLanded: false }, signal), signal);
  return { screen, clicks, asLanded: false };
}

/** By its address, and not by a press. */
async function open(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const went = visit.page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs }).catch(() => null);
  const response = await withinDeadline(went, signal);
  if (response === null || response.status() >= 400) return false;
  await steadily(visit, () => arrive(visit, signal), signal);
  return true;
}
