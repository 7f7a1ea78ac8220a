import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { touch } from './touch.ts';

const openingMs = 400;
const movingPatienceMs = 1_500;

/** What a menu's button is called in the page, what it says, and what it says when it names what it opens. */
const menuWords = {
  named: intoPage(patterns.menuClass),
  said: intoPage(patterns.menu),
  control: intoPage(patterns.menuControl),
};

/** Opens the site's menu if there is a closed one; says whether something was pressed. */
export function openMenu(visit: Visit, signal: AbortSignal): Promise<boolean> {
  return open(visit, () => visit.page.evaluate(pressMenuButton, menuWords), signal);
}

/** What a toggle must promise to be pressed. */
export interface ToggleWish {
  readonly words: RegExp;
  /** Leave out what only scrolls to a section that can be seen anyway. */
  readonly onlyHidden?: boolean;
}

/** Presses what promises something without leaving the page: a tab, a section, a dialog. Nothing is pressed twice. */
export function pressToggle(visit: Visit, wish: ToggleWish, signal: AbortSignal): Promise<boolean> {
  const { words, onlyHidden = false } = wish;
  const order = { ...intoPage(words), onlyHidden };
  return open(visit, () => visit.page.evaluate(clickToggle, order), signal);
}

/**
 * Presses what opens the box around a hidden element: whatever it says, it names the box.
 * @param selector finds the hidden element
 */
export function pressOpener(visit: Visit, selector: string, signal: AbortSignal): Promise<boolean> {
  return open(visit, () => visit.page.evaluate(clickOpener, selector), signal);
}

/** Opening is mostly an animation, and what flies in can neither be read nor tapped on its way. */
async function open(visit: Visit, press: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const { done: pressed, atRest } = await touch(visit, press, openingMs, signal);
  if (pressed && !atRest) {
    const still = visit.page.waitForFunction(isStill, undefined, { timeout: movingPatienceMs, polling: 100 });
    await withinDeadline(
      still.catch(() => {}), // some pages never hold still
      signal,
    );
  }
  return pressed;
}

/** Runs in the page. */
function clickOpener(selector: string): boolean {
  const ids: string[] = [];
  for (let at = document.querySelector(selector); at !== null && at !== document.body; at = at.parentElement) {
    if (at.id !== '') ids.push(at.id);
  }
  const names = [
    'data-bs-target',
    'data-target',
    'data-src',
    'data-modal',
    'data-popup',
    'aria-controls',
    'href',
    'onclick',
  ];
  const opener = ids
    .flatMap((id) => names.flatMap((name) => [...document.querySelectorAll(`[${name}*="${CSS.escape(id)}"]`)]))
    .find((element) => element.closest(selector) === null && element.checkVisibility({ visibilityProperty: true }));
  if (opener instanceof HTMLElement) opener.click();
  return opener !== undefined;
}

/** Runs in the page: has everything come to rest that ever does? */
function isStill(): boolean {
  return document.getAnimations().every(({ playState, effect }) => {
    const end = Number(effect?.getComputedTiming().endTime ?? 0);
    return playState !== 'running' || !Number.isFinite(end);
  });
}

/** Runs in the page. */
function clickToggle(wish: IntoPage & { onlyHidden: boolean }): boolean {
  const words = new RegExp(wish.source, wish.flags);
  const selector =
    'a[href^="#"], a:not([href]), a[href^="javascript:"], button, [role="button"], [role="tab"], summary, [onclick], [data-id], [data-tab], [data-target], [data-bs-target], [data-src^="#"], [aria-controls], [class*="btn" i], [class*="button" i]';
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().height > 0;
  const leadsToView = (toggle: Element): boolean => {
    const target = /^#./.test(toggle.getAttribute('href') ?? '') ? toggle.getAttribute('href')?.slice(1) : undefined;
    const section = target === undefined ? null : document.getElementById(decodeURI(target));
    return section !== null && isShown(section);
  };
  /** What it says; an icon says nothing but what it opens. */
  const labelOf = (toggle: Element): string => {
    const said = (toggle.textContent ?? '').trim();
    if (said !== '') return said;
    const names = [
      'aria-label',
      'title',
      'data-id',
      'data-tab',
      'data-target',
      'data-bs-target',
      'aria-controls',
      'href',
    ];
    return names
      .map((name) => toggle.getAttribute(name) ?? '')
      .join(' ')
      .trim();
  };
  const toggle = [...document.querySelectorAll(selector)].find((toggle) => {
    const label = labelOf(toggle);
    if (label.length > 40 || !words.test(label) || toggle.closest('form') !== null || !isShown(toggle)) return false;
    if (toggle.hasAttribute('data-touchlight-pressed') || /^(?!#|javascript:)./.test(toggle.getAttribute('href') ?? ''))
      return false;
    return !(wish.onlyHidden && leadsToView(toggle));
  });
  if (toggle instanceof HTMLElement) {
    toggle.setAttribute('data-touchlight-pressed', 'toggle');
    toggle.click();
  }
  return toggle !== undefined;
}

/** Runs in the page: presses what looks like a burger button in the first screen. */
function pressMenuButton(order: typeof menuWords): boolean {
  const read = ({ source, flags }: IntoPage): RegExp => new RegExp(source, flags);
  const [named, said, control] = [read(order.named), read(order.said), read(order.control)];
  const candidates = document.querySelectorAll(
    'button, [role="button"], a, label, summary, div, span, svg, input[type="checkbox"]',
  );
  for (const element of candidates) {
    const { width, height, top, left, right } = element.getBoundingClientRect();
    if (
      width < 12 ||
      height < 8 ||
      width > 160 ||
      height > 120 ||
      top < 0 ||
      top > 200 ||
      left >= innerWidth ||
      right <= 0
    )
      continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const href = element.getAttribute('href');
    if (element.localName === 'a' && href !== null && !/^(#|javascript:)/.test(href)) continue;
    const own = `${element.id} ${element.getAttribute('class') ?? ''}`;
    const label = (
      element.getAttribute('aria-label') ??
      element.getAttribute('title') ??
      element.textContent ??
      ''
    ).trim();
    const isMenu =
      named.test(own) || said.test(label) || (element.getAttribute('aria-controls') !== null && control.test(label));
    if (!isMenu || element.getAttribute('aria-expanded') === 'true') continue;
    const target = element.closest('button, a, label, [role="button"], summary') ?? element;
    if (target instanceof HTMLElement) target.click();
    else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    return true;
  }
  return false;
}
