import type { Visit } from '../../../shared/browser/visit.ts';
import type { EvidenceDraft, UnmadeEvidence } from '../../../shared/model/evidence.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import {
  boxWithin,
  type MarkedPicture,
  type MarkKind,
  marksAtMost,
  picturesAtMost,
  picturesDetail,
  stateOf,
} from '../../../shared/model/marked-picture.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { takeView, type View } from '../walking/marked-view.ts';
import type { Screen } from '../walking/screen.ts';
import type { Spot, SpotBox, Spots } from '../walking/spots.ts';
import { mergeContacts, usesAfter } from './merge.ts';
import type { SpottedContact } from './sightings.ts';

/** The contacts of a screen, with where they are. */
export type SpotsOf = (screen: Screen) => readonly SpottedContact[];

/** A view of the page, and the contacts in it. */
export interface ContactPicture extends View {
  readonly page: string;
  readonly seen: readonly {
    readonly contact: FoundContact;
    readonly box: SpotBox;
  }[];
}

interface SpottedScreen {
  readonly spots: Spots;
  readonly contacts: readonly SpottedContact[];
  readonly page: string;
  readonly asLanded: boolean;
}

const scrollPatienceMs = 2_000;

/**
 * Pictures of the page under test: as the visitor lands on it, then where the contacts are that no picture shows yet. A page of
 * which no picture can be taken is not asked again.
 */
export async function takePictures(
  visit: Visit,
  { spots, contacts, page, asLanded }: SpottedScreen,
  before: readonly ContactPicture[],
  signal: AbortSignal,
): Promise<readonly ContactPicture[]> {
  if (before.some(({ bytes }) => bytes === null)) return before;
  const pictures = [...before];
  const isShown = ({ contact }: SpottedContact): boolean =>
    pictures.some(({ seen }) => seen.some((other) => mergeContacts([other.contact, contact]).length === 1));
  while (pictures.length < picturesAtMost) {
    const missing = contacts.filter((each) => isMarked(each.contact) && each.spot !== null && !isShown(each));
    if (!asLanded) {
      const [first] = missing;
      if (first === undefined || !(await bringIntoView(visit, spots, first.spot, signal))) break;
    }
    const view = await takeView(visit, `${visit.device}-contacts-${pictures.length + 1}.jpg`, signal);
    const picture = { ...view, page, seen: await seenIn(view, spots, contacts) };
    if (!asLanded && !picture.seen.some(({ contact }) => missing.some((each) => each.contact === contact))) break;
    pictures.push(picture);
    if (asLanded || view.bytes === null) break;
  }
  return pictures;
}

/** Scrolls so that the spot is in the upper half of the screen, with what stands around it. */
async function bringIntoView({ page }: Visit, spots: Spots, spot: Spot | null, signal: AbortSignal): Promise<boolean> {
  const moved = await bestEffort(async () => {
    const box = spot === null ? undefined : (await spots.boxes([spot])).get(spot);
    if (box === undefined) return false;
    await page.evaluate((y) => window.scrollBy({ top: y - innerHeight * 0.3, behavior: 'instant' }), box.y);
    return true;
  }, scrollPatienceMs);
  signal.throwIfAborted();
  return moved.ok && moved.value;
}

/** In the order of the page, from its top. */
async function seenIn(view: View, spots: Spots, contacts: readonly SpottedContact[]): Promise<ContactPicture['seen']> {
  const wanted = contacts.flatMap(({ contact, spot }) => (isMarked(contact) && spot !== null ? [spot] : []));
  const found = await bestEffort(() => spots.boxes(wanted), scrollPatienceMs);
  if (!found.ok) return [];
  const { scale, left, top } = view;
  const seen = contacts.flatMap(({ contact, spot }) => {
    const at = spot === null ? undefined : found.value.get(spot);
    if (at === undefined) return [];
    const [x, y] = [(at.x - left) * scale, (at.y - top) * scale];
    const box = boxWithin({ x, y, width: at.width * scale, height: at.height * scale }, view);
    return box === null ? [] : [{ contact, box }];
  });
  const inOrder = seen.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  return inOrder.filter((one, n) => !inOrder.slice(0, n).some((other) => isSamePlace(one, other)));
}

/** The text of a link and the link itself are one place. */
function isSamePlace(a: ContactPicture['seen'][number], b: ContactPicture['seen'][number]): boolean {
  if (mergeContacts([a.contact, b.contact]).length > 1) return false;
  const width = Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x);
  const height = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
  return width > 0 && height > 0;
}

/** An address and the hours are read from the whole page, so they have no place in it. */
function isMarked({ kind }: FoundContact): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'messenger' || kind === 'social';
}

/** A contact in the state that the whole walk came to; but a link on another page does not make it work here. */
function asOnPicture(known: FoundContact, here: FoundContact): FoundContact {
  const after = usesAfter(known);
  return { ...known, usable: known.usable && (here.usable || (after !== null && after <= here.clicks)) };
}

/** Pictures as evidence, and their marks as data. */
export function withPictures(
  result: Measured,
  pictures: readonly ContactPicture[],
  all: readonly FoundContact[],
): Measured {
  const evidence: (EvidenceDraft | UnmadeEvidence)[] = pictures.map(({ name, bytes }) => ({
    name,
    contentType: 'image/jpeg',
    bytes,
  }));
  const marked = pictures.filter(({ bytes }) => bytes !== null).map((picture) => markedPicture(picture, all));
  const details = marked.length === 0 ? result.details : { ...result.details, [picturesDetail]: marked };
  return { ...result, evidence: [...(result.evidence ?? []), ...evidence], ...(details && { details }) };
}

function markedPicture(
  { name, page, width, height, seen }: ContactPicture,
  all: readonly FoundContact[],
): MarkedPicture {
  const marks = seen.flatMap(({ contact, box }) => {
    const known = all.find((other) => mergeContacts([other, contact]).length === 1);
    return known === undefined
      ? []
      : [{ kind: known.kind as MarkKind, label: known.value, state: stateOf(asOnPicture(known, contact)), ...box }];
  });
  return { name, page, width, height, marks: marks.slice(0, marksAtMost) };
}
