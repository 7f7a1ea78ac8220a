import type { Visit } from '../../../shared/browser/visit.ts';
import { patterns } from '../lexicon/index.ts';
import { arrive } from '../walking/arrive.ts';
import { openClosedTrees } from '../walking/closed-trees.ts';
import { isSameSite } from '../walking/contact-links.ts';
import { passGates } from '../walking/gates.ts';
import { noteLanding } from '../walking/landed.ts';
import { bringsMore, wordsAfterPause, wordsOf } from '../walking/late-content.ts';
import type { SeenLink } from '../walking/links.ts';
import { openMenu, pressToggle } from '../walking/menu.ts';
import { dismissOverlays, waitOutPreloader } from '../walking/overlays.ts';
import { hasPromises, pressPromises } from '../walking/promises.ts';
import { rankedPages } from '../walking/ranked-pages.ts';
import { readPage } from '../walking/read-page.ts';
import type { Screen } from '../walking/screen.ts';
import { scrollDown, scrollUp } from '../walking/scroll.ts';
import { isScrollLocked } from '../walking/scroll-lock.ts';
import { findShutCovers } from '../walking/shut-covers.ts';
import { type Spots, startSpots } from '../walking/spots.ts';
import { steadily } from '../walking/steadily.ts';
import { type Errand, startWalk, type Walk, type WalkReport, type Way } from '../walking/walk.ts';
import { findWall, type Wall } from '../walking/wall.ts';
import { type DrawnText, readDrawnTexts } from './drawn-texts.ts';
import { type ContactPicture, type SpotsOf, takePictures } from './pictures.ts';
import { tapContacts, withSilenced } from './silenced-contacts.ts';

/** A screen and how many clicks from the page under test it was met. */
export interface Stop {
  readonly screen: Screen;
  readonly clicks: number;
  /** As at load, before anything was closed: what lies over contacts counts here only. */
  readonly asLanded: boolean;
}

export interface Tour {
  readonly stops: readonly Stop[];
  readonly walk: WalkReport;
  /** What covers the whole page for good. */
  readonly wall: Wall | null;
  /** The page stays on its first screen: a window that was closed has left it locked. */
  readonly isLocked: boolean;
  /** Parts that lie over contacts and that no visitor can put away. */
  readonly shutCovers: readonly string[];
  /** A question stands before the page that could not be answered. */
  readonly isGateShut: boolean;
  /** What buttons say that promised a contact, and opened nothing that could be seen. */
  readonly unkept: readonly string[];
  /** What links and buttons say that show an email address and do nothing at all. */
  readonly dead: readonly string[];
  /** Of the page under test, with where its contacts are. */
  readonly pictures: readonly ContactPicture[];
  /** What could be read on pictures of the page under test. */
  readonly drawn: readonly DrawnText[];
}

/** On many sites a number is complete only after a tap. */
const mostReveals = 3;
/** "Click here to see our phone number and email address". */
const longestReveal = 70;
const sureContactPages = 2;
const budget = { pages: 7, taps: 16, seconds: 40 } as const;
/** What stands behind a gate is a step away; no more than two are told, since the gate is none of the site's own ways. */
const mostClicks = 2;

/**
 * Walks the site as somebody who wants to call or write: the page as it is, then behind banners, down to its end, into the
 * menu, and to the pages that promise contacts.
 * @param found do these stops show a contact? Only when they do not, it looks further than at the pages of contacts.
 * @param isWritten do these stops show all that is looked for in text? Only when they do not, pictures are read, too
 * @param spotsOf the contacts of a screen, with where they are; null where no pictures are taken of them
 */
export async function tour(visit: Visit, { found, isWritten, spotsOf }: Aims, signal: AbortSignal): Promise<Tour> {
  const stops: Stop[] = [];
  const asked = { found: () => found(stops), isWritten: () => isWritten(stops) };
  const seen: Seen = {
    visit,
    stops,
    signal,
    gates: 0,
    landing: { words: '', atMs: 0 },
    pictures: [],
    drawn: [],
    dead: [],
    shutCovers: [],
    ...asked,
    spotsOf,
  };
  await land(seen);
  const { passed, isShut } = await passGates(visit, signal);
  if (passed > 0) await landBehindGate(seen, passed);
  const banners = await dismissOverlays(visit, signal);
  const wall = await findWall(visit, signal);
  const isLocked = wall === null && (await isScrollLocked(visit, signal));
  const errand = errandFor(seen);
  const walk = startWalk(visit, errand, signal);
  const unkept = wall === null ? await walkOn(seen, walk, banners.includes('cookie banner')) : [];
  const { pictures, drawn, dead, shutCovers } = seen;
  const lying = { wall, isLocked, isGateShut: isShut, shutCovers };
  return { stops, walk: walk.report(), ...lying, unkept, dead, pictures, drawn };
}

interface Aims {
  readonly found: (stops: readonly Stop[]) => boolean;
  readonly isWritten: (stops: readonly Stop[]) => boolean;
  readonly spotsOf: SpotsOf | null;
}

/** A tour on its way. */
interface Seen {
  readonly visit: Visit;
  readonly stops: Stop[];
  readonly signal: AbortSignal;
  readonly found: () => boolean;
  readonly isWritten: () => boolean;
  readonly spotsOf: SpotsOf | null;
  readonly dead: string[];
  gates: number;
  /** What the page said when it was landed on, and when (`performance.now()`). */
  landing: { readonly words: string; readonly atMs: number };
  pictures: readonly ContactPicture[];
  drawn: readonly DrawnText[];
  shutCovers: readonly string[];
}

async function look(
  { visit, stops, gates, signal }: Seen,
  clicks: number,
  { asLanded = false, spots }: { asLanded?: boolean; spots?: Spots } = {},
): Promise<Screen> {
  const read = async (): Promise<Screen> => {
    await openClosedTrees(visit, signal);
    return readPage(visit, { asLanded, ...(spots && { spots }) }, signal);
  };
  const screen = await steadily(visit, read, signal);
  stops.push({ screen, clicks: gates === 0 ? clicks : Math.min(clicks + 1, mostClicks), asLanded });
  return screen;
}

/** Looks at the page under test and takes pictures of the contacts that are there. */
async function lookAndPicture(
  seen: Seen,
  { asLanded = false, clicks = 0 }: { asLanded?: boolean; clicks?: number },
): Promise<void> {
  const { spotsOf } = seen;
  if (spotsOf === null) {
    await look(seen, clicks, { asLanded });
    return;
  }
  const spots = startSpots();
  const screen = await look(seen, clicks, { asLanded, spots });
  const sighted = { spots, contacts: spotsOf(screen), page: screen.url, asLanded };
  seen.pictures = await takePictures(seen.visit, sighted, seen.pictures, seen.signal);
}

/** A gate is no cover but a step: what lies under it is met behind it, and only what stands on it is there at once. */
async function landBehindGate(seen: Seen, passed: number): Promise<void> {
  const { stops } = seen;
  stops.splice(0, stops.length, ...stops.map(withoutCovered));
  seen.gates = passed;
  seen.pictures = [];
  await land(seen);
}

async function land(seen: Seen): Promise<void> {
  const { visit, signal } = seen;
  const ready = async (): Promise<void> => {
    await arrive(visit, signal);
    await noteLanding(visit, signal, { again: seen.gates > 0 });
    await waitOutPreloader(visit.page, signal);
  };
  await steadily(visit, ready, signal);
  seen.landing = { words: await wordsOf(visit, signal), atMs: performance.now() };
  await lookAndPicture(seen, { asLanded: true });
}

function withoutCovered(stop: Stop): Stop {
  const { blocks, links } = stop.screen;
  const free = { blocks: blocks.filter(({ parts }) => parts.some(({ coveredBy }) => coveredBy === null)) };
  return { ...stop, screen: { ...stop.screen, ...free, links: links.filter(({ coveredBy }) => coveredBy === null) } };
}

/** @returns what buttons say that kept no promise */
async function walkOn(seen: Seen, walk: Walk, hadBanner: boolean): Promise<readonly string[]> {
  const { visit, stops, signal, found } = seen;
  const { page } = visit;
  // The first reading takes as long as the page takes to scroll.
  await scrollDown(visit, signal, found);
  await dismissOverlays(visit, signal);
  if (!found() && (await hasPromises(visit, signal))) await look(seen, 0);
  const isUnfound = !found();
  const { kept, unkept, dead } = await pressPromises(visit, { byWords: isUnfound }, signal);
  seen.dead.push(...dead);
  // What only a press has shown is a step away; what a press has opened is pressed anyway.
  await lookUntilWritten(seen, isUnfound && kept === 0 && unkept.length > 0 ? 1 : 0);
  seen.shutCovers = await findShutCovers(visit, stops.at(-1)?.screen, signal);
  const mayBeDrawn = stops.at(-1)?.screen.tellingPictures.length !== 0;
  if (mayBeDrawn && !seen.isWritten()) seen.drawn = await readDrawnTexts(visit, signal);
  const start = page.url();
  const silenced = await tapContacts(visit, stops.at(-1)?.screen, signal);
  await scrollUp(page, signal);
  const ways = waysFrom(
    stops.flatMap(({ screen }) => screen.links),
    start,
    1,
  );
  const lookIfHere = async (): Promise<void> => {
    if (!isSameSite(page.url(), start)) return;
    // What has opened may hold buttons that dial or open a chat, and nothing else.
    if (!found()) seen.dead.push(...(await pressPromises(visit, { byWords: true }, signal)).dead);
    if (isSameSite(page.url(), start)) await look(seen, 1);
  };
  if (await walk.tap(() => openMenu(visit, signal))) {
    await lookIfHere();
    ways.push(...waysFrom(stops.at(-1)?.screen.links ?? [], start, 2));
  }
  for (let pressed = 0; pressed < mostReveals && isSameSite(page.url(), start); pressed += 1) {
    if (!(await walk.tap(() => pressToggle(visit, { words: patterns.reveal, longest: longestReveal }, signal)))) break;
    await lookIfHere();
  }
  const toContacts = { words: patterns.contact, onlyHidden: found() };
  if (await walk.tap(() => pressToggle(visit, toContacts, signal))) await lookIfHere();
  const looked = stops.length;
  if (!found()) await walk.searchHere(0);
  // What a drop-down menu has shown is one tap farther away.
  const shown = stops.slice(looked).flatMap(({ screen }) => screen.links);
  await walk.follow([...ways, ...waysFrom(shown, start, 2)]);
  await walk.lookAgain(hadBanner);
  stops.splice(0, stops.length, ...stops.map((stop) => ({ ...stop, screen: withSilenced(stop.screen, silenced) })));
  return unkept;
}

/** Looks, and looks again when what is there has been written to its end: a number that types itself is told whole. */
async function lookUntilWritten(seen: Seen, clicks: number): Promise<void> {
  const { visit, landing, signal } = seen;
  await lookAndPicture(seen, { clicks });
  if (!seen.found() || !contactLike.test(seen.stops.at(-1)?.screen.text ?? '')) return;
  const words = await wordsAfterPause(visit, landing.atMs, signal);
  const hasAppeared = (words.match(new RegExp(contactLike, 'g')) ?? []).some((one) => !landing.words.includes(one));
  if (!hasAppeared) return;
  await bringsMore(visit, '', signal);
  await lookAndPicture(seen, { clicks });
}

const contactLike = /\d[\d\s().-]{4,}\d|\S@\S/;

function errandFor(seen: Seen): Errand {
  const { visit, stops, signal, found } = seen;
  return {
    budget,
    toggles: [{ words: patterns.contact }, { words: patterns.about }, { words: patterns.readOn }],
    found,
    async look(clicks, how) {
      if (how !== 'still') {
        await scrollDown(visit, signal);
        seen.dead.push(...(await pressPromises(visit, { byWords: !found() }, signal)).dead);
      }
      await look(seen, clicks);
    },
    waysHere: async (clicks) => waysFrom(stops.at(-1)?.screen.links ?? [], visit.page.url(), clicks),
    /**
     * The pages of contacts and bookings in any case; what they lead to, the pages about the business, and in the end what
     * promises nothing, only while nothing is found.
     */
    choose(ways, pagesSeen) {
      const worth = found() ? ways.filter(({ rank }) => rank === 'contact' || rank === 'booking') : ways;
      const nearest = worth.toSorted(
        (a, b) =>
          Number(b.rank === 'contact') - Number(a.rank === 'contact') ||
          Number(b.promises) - Number(a.promises) ||
          a.clicks - b.clicks,
      );
      const [next = null] = nearest;
      return !found() || pagesSeen < sureContactPages ? next : null;
    },
  };
}

/** What promises nothing is worth a look from the first page only. */
function waysFrom(links: readonly SeenLink[], url: string, clicks: number): Way[] {
  return rankedPages({ links, url }, 'contacts')
    .filter(({ rank, seen }) => seen && (rank !== 'other' || clicks === 1))
    .map(({ url: to, rank }) => ({ url: to, rank, clicks, promises: rank !== 'other' }));
}
