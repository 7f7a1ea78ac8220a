import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { isSameSite, pageOf } from './contact-links.ts';
import { watchDeadPress } from './dead-press.ts';
import { contactAddress, findIn, type PressingParts, press } from './press.ts';
import type { Aim } from './pressables.ts';

const mostPromises = 6;
const promiseWords = { messenger: intoPage(patterns.messenger), dial: intoPage(patterns.dialButton) };

/** What came of pressing the buttons that promise a call or a messenger. */
export interface KeptPromises {
  /** How many dial, write or open a chat. */
  readonly kept: number;
  /** What a button says that led nowhere; a chat of its own may have opened. */
  readonly unkept: readonly string[];
  /** Of these, links and buttons that show an email address, after whose press nothing at all could be seen. */
  readonly dead: readonly string[];
  readonly taps: number;
}

/**
 * Presses what promises a call, a letter or a messenger and has no address to be read: only a press shows where it leads. It
 * is then read as any link (see press.ts).
 * @param byWords also what only says that it calls or writes
 */
export async function pressPromises(
  visit: Visit,
  { byWords }: { readonly byWords: boolean },
  signal: AbortSignal,
): Promise<KeptPromises> {
  const { page } = visit;
  const here = pageOf(page.url());
  const unkept: string[] = [];
  const dead: string[] = [];
  const order = { ...promiseWords, byWords };
  let [kept, taps] = [0, 0];
  for (; taps < mostPromises; taps += 1) {
    const watch = await watchDeadPress(visit, signal);
    const pressed = await press(visit, findPromise, order, signal);
    if (pressed === null) break;
    const address = pressed.opened.find((url) => contactAddress.test(url));
    if (address === undefined) unkept.push(pressed.label);
    else kept += 1;
    if (await watch.isDead(pressed)) dead.push(pressed.label);
    if (pageOf(page.url()) !== here || !isSameSite(page.url(), here)) break;
  }
  return { kept, unkept, dead, taps };
}

/** Is there anything that such a press is worth? Nothing is pressed. */
export async function hasPromises(visit: Visit, signal: AbortSignal): Promise<boolean> {
  const order = { ...promiseWords, byWords: true, isAsked: true };
  return (await withinDeadline(findIn(visit.page, findPromise, order), signal)) !== null;
}

interface PromiseWords {
  readonly messenger: IntoPage;
  readonly dial: IntoPage;
  readonly byWords: boolean;
  /** Only whether there is one; nothing is marked. */
  readonly isAsked?: boolean;
}

/** Runs in the page: finds a button without an address that shows a number or an email address, or names a messenger. */
function findPromise(order: PromiseWords & PressingParts): Aim | null {
  const { tree, pressables, byWords } = order;
  const [named, dial] = [order.messenger, order.dial].map(({ source, flags }) => new RegExp(source, flags));
  const written = /(?:\+|\(|\b)\d[\d\s().\u00a0\u2009\u2010-\u2015-]{6,}\d|[\w.+-]+@[\w-]+\.\w{2,}/;
  const isOpen = (element: Element): boolean =>
    tree.closest(element, '[data-touchlight-opens], [data-touchlight-pressed]') !== null;
  const hasLink = (element: Element): boolean =>
    tree.find('a[href^="tel:"], a[href^="mailto:"], a[href*="://"]', element) !== null ||
    /['"](tel|mailto|https?|viber|whatsapp|tg):/.test(element.getAttribute('onclick') ?? '');
  /** "Whom would you like to chat with on WhatsApp?": a box that a bubble has opened, and the people in it have names only. */
  const isInChatBox = (element: Element): boolean => {
    let box: Element | null = element;
    while (box !== null && getComputedStyle(box).position !== 'fixed') box = tree.parentOf(box);
    if (box === null || box === element || box.matches('header, nav') || box.querySelector('nav, h1, form') !== null)
      return false;
    const { width, height } = box.getBoundingClientRect();
    const text = box.textContent ?? '';
    return width <= 460 && height >= 120 && text.length < 500 && named?.test(text) === true;
  };
  /** "mailto:", "mailto:obfuscated", "tel:#": what a script puts in its place shows only after a press. */
  const isUnfilled = (element: Element): boolean =>
    /^mailto:[^@?]*$|^tel:\D*$/i.test((element.getAttribute('href') ?? '').replace(/%40/g, '@'));
  const closes = /^\W*$|^(close|minimi[sz]e|schlie|ferm|cerrar|zamknij|kapat|закры|закри)/i;
  const isFree = (element: Element): boolean =>
    pressables.isUnpressed(element) && !isOpen(element) && !hasLink(element);
  const speaking = pressables.all().find((element) => {
    if (!isFree(element)) return false;
    if (/^(label|body|html|main|section)$/.test(element.localName)) return false;
    const label = pressables.labelOf(element);
    if (label.length > 60) return false;
    if (written.test(label)) return true;
    if (byWords && label.length <= 40 && dial?.test(label)) return true;
    if (named?.test(label) || named?.test(pressables.namesOf(element))) return true;
    return /\p{L}{2}/u.test(label) && !closes.test(label) && isInChatBox(element);
  });
  const promise =
    speaking ??
    tree
      .all('a[href^="mailto:" i], a[href^="tel:" i]')
      .filter((link) => link instanceof HTMLElement)
      .find((link) => isUnfilled(link) && isFree(link) && pressables.isShown(link));
  if (promise === undefined) return null;
  return order.isAsked === true ? { label: '', at: null } : pressables.aimAt(promise);
}
