import type { Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { touch } from './touch.ts';

const preloaderPatienceMs = 4_000;
const preloaderPollMs = 150;
/** What closes fades out, and a site's next pop-up may follow. */
const closingMs = 350;
/** A site may stack a cookie banner and a pop-up; more than that is a fault that a visitor meets, too. */
const mostOverlays = 3;

/** Waits until a loading screen has gone; a preloader that never goes is left to be found as a cover. */
export async function waitOutPreloader(page: Page, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < preloaderPatienceMs; waitedMs += preloaderPollMs) {
    if (!(await withinDeadline(page.evaluate(hasPreloader), signal))) return;
    await withinDeadline(page.waitForTimeout(preloaderPollMs), signal);
  }
}

/** Closes what lies over the page in the least consenting way there is; says what was closed. */
export async function dismissOverlays(visit: Visit, signal: AbortSignal): Promise<string[]> {
  const closed: string[] = [];
  for (let round = 0; round < mostOverlays; round += 1) {
    const press = (): Promise<string | null> => pressLeastConsenting(visit.page, round);
    const { done: pressed } = await touch(visit, press, closingMs, signal);
    if (pressed === null) break;
    closed.push(pressed);
  }
  return closed;
}

/** Runs in the page: is there a wordless cover over the whole screen (a preloader)? */
function hasPreloader(): boolean {
  const points = [0.1, 0.5, 0.9].map((share) => document.elementFromPoint(innerWidth * share, innerHeight * share));
  return points.every((hit) => {
    for (let at = hit; at !== null && at !== document.body; at = at.parentElement) {
      if (!/fixed|absolute/.test(getComputedStyle(at).position)) continue;
      const { width, height } = at.getBoundingClientRect();
      if (
        width < innerWidth * 0.95 ||
        height < innerHeight * 0.95 ||
        at.contains(document.querySelector('h1, nav, main'))
      )
        continue;
      const words = at instanceof HTMLElement ? at.innerText.trim() : '';
      return words.length < 40 && at.querySelector('a, button, input, video, form') === null;
    }
    return false;
  });
}

/** What lies over the page: a dialog, or a box that stays where it is on the screen. */
interface Layer {
  readonly element: HTMLElement;
  readonly isCookie: boolean;
}

/** The elements of the page, those in shadow trees included. */
interface Elements {
  isShown(element: Element): boolean;
  /** What is on the screen, each element before the one that holds it. */
  inView(): HTMLElement[];
  inside(root: Element | ShadowRoot): Element[];
}

type LayerReader = (element: HTMLElement, elements: Elements) => Layer | null;
type ButtonFinder = (layer: Layer, elements: Elements) => HTMLElement | null;

const closingWords = {
  reject: intoPage(patterns.reject),
  close: intoPage(patterns.close),
  accept: intoPage(patterns.accept),
};

/** Presses the button that closes the topmost banner or pop-up. @returns what was pressed, or null when nothing is to close */
async function pressLeastConsenting(page: Page, round: number): Promise<string | null> {
  const [elements, layerOf, closingButton] = await Promise.all([
    page.evaluateHandle(makeElements),
    page.evaluateHandle(makeLayerReader, intoPage(patterns.cookieLayer)),
    page.evaluateHandle(makeButtonFinder, closingWords),
  ]);
  return page.evaluate(pressClosingButton, { round, elements, layerOf, closingButton });
}

/** Runs in the page, with what the three functions below have made there. */
function pressClosingButton(order: {
  readonly round: number;
  readonly elements: Elements;
  readonly layerOf: LayerReader;
  readonly closingButton: ButtonFinder;
}): string | null {
  const { round, elements, layerOf, closingButton } = order;
  for (const layer of elements.inView().map((element) => layerOf(element, elements))) {
    const button = layer === null ? null : closingButton(layer, elements);
    if (layer === null || button === null) continue;
    button.dataset['touchlightPressed'] = String(round);
    button.click();
    return layer.isCookie ? 'cookie banner' : 'pop-up';
  }
  return null;
}

/** Runs in the page and brings all it needs. */
function makeElements(): Elements {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;

  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };

  function topmostAt(x: number, y: number): Element | null {
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit?.shadowRoot?.elementFromPoint(x, y); inner && inner !== hit; ) {
      hit = inner;
      inner = hit.shadowRoot?.elementFromPoint(x, y);
    }
    return hit;
  }

  /** Whatever lies on the screen is hit by one of these points; so a page of any size is searched in no time. */
  function inView(): HTMLElement[] {
    const hits = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((x) =>
      [0.04, 0.15, 0.3, 0.5, 0.7, 0.85, 0.93, 0.98].map((y) => topmostAt(innerWidth * x, innerHeight * y)),
    );
    const found = new Set<HTMLElement>();
    for (const hit of hits) {
      for (let at = hit; at !== null; at = parentOf(at)) if (at instanceof HTMLElement) found.add(at);
    }
    return [...found];
  }

  function inside(root: Element | ShadowRoot): Element[] {
    return [...root.querySelectorAll('*')]
      .slice(0, 3_000)
      .flatMap((element) => [element, ...(element.shadowRoot === null ? [] : inside(element.shadowRoot))]);
  }

  return { isShown, inView, inside };
}

/** Runs in the page and brings all it needs, but for the words of cookie banners. */
function makeLayerReader({ source, flags }: IntoPage): LayerReader {
  const cookieWords = new RegExp(source, flags);

  function layerOf(element: HTMLElement, { isShown }: Elements): Layer | null {
    const { position } = getComputedStyle(element);
    const isDialog = element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
    if (position !== 'fixed' && position !== 'sticky' && !isDialog) return null;
    const { width, height, right, bottom, left, top } = element.getBoundingClientRect();
    if (width * height < 2000 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return null;
    if (!isShown(element) || element.matches('header, nav, main')) return null;
    const words = `${element.id} ${element.className} ${element.innerText.slice(0, 1500)}`;
    const isCookie = cookieWords.test(words);
    const coversMiddle = element.contains(document.elementFromPoint(innerWidth / 2, innerHeight / 2));
    const blocks = coversMiddle && width * height > innerWidth * innerHeight * 0.15;
    return isCookie || blocks ? { element, isCookie } : null;
  }

  return layerOf;
}

/** Runs in the page. The finder prefers "reject" to "close" to "accept"; what was pressed once is left alone. */
function makeButtonFinder(words: typeof closingWords): ButtonFinder {
  const read = ({ source, flags }: IntoPage): RegExp => new RegExp(source, flags);
  const [reject, close, accept] = [read(words.reject), read(words.close), read(words.accept)];

  const buttons =
    'button, [role="button"], input[type="button"], input[type="submit"], a, [class*="close" i], [aria-label]';

  function labelOf(button: HTMLElement): string {
    const said = `${button.innerText} ${button.getAttribute('aria-label') ?? ''} ${button.title}`.trim();
    return said === '' ? `${button.id} ${button.className}` : said;
  }

  function isPressable(element: Element, { isShown }: Elements): element is HTMLElement {
    if (!(element instanceof HTMLElement) || !isShown(element)) return false;
    const href = element.getAttribute('href');
    return element.localName !== 'a' || href === null || /^(#|javascript:)/.test(href);
  }

  return (layer, elements) => {
    const pressable = [layer.element, ...elements.inside(layer.element)]
      .filter((element) => isPressable(element, elements))
      .filter((e) => e.matches(buttons));
    const wanted = layer.isCookie ? [reject, close, accept] : [close, reject];
    for (const pattern of wanted) {
      const button = pressable.find((e) => pattern.test(labelOf(e)) && labelOf(e).length < 60);
      if (button !== undefined && button.dataset['touchlightPressed'] === undefined) return button;
    }
    return null;
  };
}
