import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { makeClips } from './clips.ts';
import { treeKit } from './in-tree.ts';
import { type Pressed, type PressingParts, press } from './press.ts';
import type { Aim } from './pressables.ts';

/** What a menu's button is called in the page, what it says, and what it says when it names what it opens. */
const menuWords = {
  named: intoPage(patterns.menuClass),
  said: intoPage(patterns.menu),
  control: intoPage(patterns.menuControl),
};

const clipKit = treeKit.with('clips', makeClips);

/** Opens the site's menu if there is a closed one; says whether something was pressed. */
export async function openMenu(visit: Visit, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findMenuButton, menuWords, signal)) !== null;
}

/** Opens what may be a menu by its looks alone: a small drawing without words at the edge of the screen. */
export async function openUnnamedMenu(visit: Visit, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findDrawnButton, {}, signal)) !== null;
}

/** What a toggle must promise to be pressed. */
export interface ToggleWish {
  readonly words: RegExp;
  /** Leave out what only scrolls to a section that can be seen anyway. */
  readonly onlyHidden?: boolean;
  /** Labels that have been pressed: a page that draws itself anew forgets. */
  readonly before?: readonly string[];
  /** How much it may say. Default 40 characters. */
  readonly longest?: number;
}

/** Presses what promises something without the address of another page: a tab, a section, a dialog. Nothing is pressed twice. */
export function pressToggle(visit: Visit, wish: ToggleWish, signal: AbortSignal): Promise<Pressed | null> {
  const { words, onlyHidden = false, before = [], longest = 40 } = wish;
  const order = { words: intoPage(words), not: intoPage(patterns.checkout), onlyHidden, before, longest };
  return press(visit, findToggle, order, signal);
}

/**
 * Presses what opens the box around a hidden element: whatever it says, it names the box.
 * @param selector finds the hidden element
 */
export async function pressOpener(visit: Visit, selector: string, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findOpener, { selector }, signal)) !== null;
}

/** Follows a link by pressing it, where its address alone leads nowhere. */
export async function pressLink(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findLink, { url }, signal)) !== null;
}

/**
 * Points at what a hidden contact stands under, as at the head of a drop-down menu, and presses it where pointing is not
 * enough. @param words what a hidden link says
 * @returns whether there was something to point at
 */
export async function openHoverMenu(visit: Visit, words: RegExp, signal: AbortSignal): Promise<boolean> {
  const order = { words: intoPage(words), isPointedAt: false };
  if (visit.device === 'mobile') return (await press(visit, findHead, order, signal, 'stay')) !== null;
  if ((await press(visit, findHead, order, signal, 'point')) === null) return false;
  const isOpen = await withinDeadline(
    clipKit.evaluate(
      visit.page,
      ({ tree, clips }) => {
        const sought = tree.find('[data-touchlight-sought="now"]');
        return sought?.checkVisibility({ visibilityProperty: true }) === true && !clips.isClipped(sought);
      },
      {},
    ),
    signal,
  );
  if (!isOpen) await press(visit, findHead, { ...order, isPointedAt: true }, signal);
  return true;
}

/** Runs in the page. */
function findOpener({ selector, tree, pressables }: { selector: string } & PressingParts): Aim | null {
  const ids: string[] = [];
  const hidden = tree.find(selector);
  for (let at = hidden; at !== null && at !== document.body; at = tree.parentOf(at)) if (at.id !== '') ids.push(at.id);
  const targets = ['data-bs-target', 'data-target', 'data-src', 'data-modal', 'data-popup'];
  const names = [...targets, 'aria-controls', 'href', 'onclick'];
  const opener = ids
    .flatMap((id) => names.flatMap((name) => tree.all(`[${name}*="${CSS.escape(id)}"]`)))
    .find((element) => tree.closest(element, selector) === null && pressables.isShown(element));
  return opener instanceof HTMLElement ? pressables.aimAt(opener) : null;
}

/** Runs in the page. */
function findToggle(
  wish: { words: IntoPage; not: IntoPage } & Required<Omit<ToggleWish, 'words'>> & PressingParts,
): Aim | null {
  const { tree, pressables } = wish;
  const [words, not] = [wish.words, wish.not].map(({ source, flags }) => new RegExp(source, flags));
  const leadsToView = (toggle: Element): boolean => {
    const target = /^#./.test(toggle.getAttribute('href') ?? '') ? toggle.getAttribute('href')?.slice(1) : undefined;
    const section = target === undefined ? null : tree.find(`#${CSS.escape(decodeURI(target))}`);
    return section !== null && pressables.isShown(section);
  };
  const toggle = pressables.all().find((toggle) => {
    const label = pressables.labelOf(toggle);
    if (label.length > wish.longest || !words?.test(label) || not?.test(label)) return false;
    if (!pressables.isUnpressed(toggle) || wish.before.includes(label.slice(0, 80))) return false;
    return !(wish.onlyHidden && leadsToView(toggle));
  });
  return toggle === undefined ? null : pressables.aimAt(toggle);
}

/** Runs in the page: finds what looks like a burger button in the first screen. */
function findMenuButton({ tree, pressables, ...order }: typeof menuWords & PressingParts): Aim | null {
  const read = ({ source, flags }: IntoPage): RegExp => new RegExp(source, flags);
  const [named, said, control] = [read(order.named), read(order.said), read(order.control)];
  const fits = (element: Element): boolean => {
    const { width, height, top, left, right, bottom } = element.getBoundingClientRect();
    if (width < 12 || height < 8 || width > 160 || height > 120 || left >= innerWidth || right <= 0) return false;
    return (top >= 0 && top <= 200) || (bottom <= innerHeight && bottom > innerHeight - 100);
  };
  for (const element of tree.all(
    'button, [role="button"], a, label, summary, div, span, svg, input[type="checkbox"]',
  )) {
    if (!fits(element) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const href = element.getAttribute('href');
    if (element.localName === 'a' && href !== null && !/^(#|javascript:)/.test(href)) continue;
    const own = `${element.id} ${element.getAttribute('class') ?? ''}`;
    const label = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent ?? '';
    const isMenu =
      named.test(own) ||
      said.test(label.trim()) ||
      (element.getAttribute('aria-controls') !== null && control.test(label));
    if (!isMenu || element.getAttribute('aria-expanded') === 'true') continue;
    const target = element.closest('button, a, label, [role="button"], summary') ?? element;
    const pressed = target instanceof HTMLElement ? target : target.parentElement;
    if (pressed !== null && pressables.isUnpressed(pressed)) return pressables.aimAt(pressed);
  }
  return null;
}

/** Runs in the page: finds a small drawing of lines that takes a press and says nothing. */
function findDrawnButton({ pressables }: PressingParts): Aim | null {
  const drawn = pressables.all().find((element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isSmall = width >= 16 && height >= 12 && width <= 90 && height <= 90;
    const atEdge = (top >= 0 && top < 160) || (bottom <= innerHeight && bottom > innerHeight - 120);
    const lines = element.querySelectorAll('span, i, div, rect, line, path').length;
    const isWordless = !/[\p{L}\d]/u.test(pressables.labelOf(element).replace(/^#/, ''));
    return isSmall && atEdge && isWordless && lines > 0 && pressables.isUnpressed(element);
  });
  return drawn === undefined ? null : pressables.aimAt(drawn);
}

/** Runs in the page. */
function findLink({ url, tree, pressables }: { url: string } & PressingParts): Aim | null {
  const links = tree
    .all('a[href], area[href]')
    .filter((link) => URL.parse(link.getAttribute('href') ?? '', document.baseURI)?.href === url);
  const link = links.find(pressables.isShown) ?? links[0];
  return link instanceof HTMLElement ? pressables.aimAt(link) : null;
}

/** Runs in the page: finds what opens the box in which a contact is hidden; the contact is marked, to be seen when it comes. */
function findHead(order: { words: IntoPage; isPointedAt: boolean } & PressingParts): Aim | null {
  const { words, isPointedAt, tree, pressables, clips } = order;
  const said = new RegExp(words.source, words.flags);
  const contact = /^(tel|callto|mailto|sms|viber|whatsapp|tg|skype):|\/\/(wa\.me|t\.me|m\.me)\//i;
  const written = /(?:\+|\(|\b)\d[\d\s().\u00a0\u2010-\u2015-]{6,}\d|[\w.+-]+@[\w-]+\.\w{2,}/;
  const isShown = (e: Element): boolean =>
    e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !clips.isClipped(e);
  const hasRoom = (e: Element): boolean =>
    Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height) > 0;
  const naming = ['aria-controls', 'href', 'data-bs-target', 'data-target', 'data-tab', 'popovertarget', 'commandfor'];
  /** What names the box that it opens, wherever it stands. */
  const openerOf = (link: Element): HTMLElement | null => {
    for (let box = tree.parentOf(link); box !== null && !isShown(box); box = tree.parentOf(box)) {
      const id = CSS.escape(box.id);
      const names = box.id === '' ? [] : naming.flatMap((name) => [`[${name}="${id}"]`, `[${name}="#${id}"]`]);
      const opener = names.flatMap((name) => tree.all(name)).find((each) => isShown(each) && hasRoom(each));
      if (opener instanceof HTMLElement) return opener;
    }
    return null;
  };
  const headOf = (link: Element): HTMLElement | null => {
    let box = tree.parentOf(link);
    while (box !== null && !(isShown(box) && hasRoom(box))) box = tree.parentOf(box);
    const children = [...(box?.children ?? [])];
    const own = children.findIndex((child) => tree.holds(child, link));
    const isHead = (child: Element): boolean => isShown(child) && !tree.holds(child, link);
    const head = children.slice(0, Math.max(own, 0)).findLast(isHead) ?? children.find(isHead) ?? box;
    if (!(head instanceof HTMLElement) || head === document.body || head.localName === 'html') return null;
    const { width, height } = head.getBoundingClientRect();
    const isFollowed = /^(?!#|javascript:)./i.test(head.closest('a')?.getAttribute('href') ?? '');
    const isPart = head === box && !head.matches('li, [tabindex]');
    const fits = width > 0 && (!isPart || width < innerWidth * 0.9) && height < 200;
    return fits && (!isFollowed || !isPointedAt) ? head : null;
  };
  const links = tree.all('a[href]').filter((link) => {
    const says = (link.textContent ?? '').trim().slice(0, 40);
    return !isShown(link) && (contact.test(link.getAttribute('href') ?? '') || said.test(says));
  });
  const texts = tree.all('p, li, td, dd, div, span, address').filter((text) => {
    const says = text.childElementCount < 5 ? (text.textContent ?? '') : '';
    return says.length < 300 && written.test(says) && !isShown(text);
  });
  for (const hidden of [...links.slice(0, 20), ...texts.slice(0, 20)]) {
    const head = openerOf(hidden) ?? headOf(hidden);
    if (head === null || pressables.isUnpressed(head) === isPointedAt) continue;
    hidden.setAttribute('data-touchlight-sought', 'now');
    return pressables.aimAt(head);
  }
  return null;
}
