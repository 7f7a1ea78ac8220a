import { patterns } from '../lexicon/index.ts';
import { intoPage } from '../lexicon/into-page.ts';
import { makeDrawnCover } from './drawn-cover.ts';
import { kit } from './kit.ts';
import type { Patterns } from './pressables.ts';
import { makeShadowTree, type ShadowTree } from './shadow-tree.ts';
import { makeWithinReach, type WithinReach } from './within-reach.ts';

/** What lies over the page: a dialog, or a box that stays where it is on the screen. */
interface Layer {
  readonly element: HTMLElement;
  /** `gate` asks a visitor for an age, a language or a town before it lets them in. */
  readonly kind: 'cookie' | 'gate' | 'pop-up';
}

/** What is on the screen. */
export interface Sight {
  isShown(element: Element): boolean;
  topmostAt(x: number, y: number): Element | null;
  /** Each element before the one that holds it. */
  inView(): HTMLElement[];
}

interface LayerButtons {
  /** What can be pressed in a layer without leaving the site. */
  buttonsIn(layer: Element): HTMLElement[];
  labelOf(button: HTMLElement): string;
}

/** What lies over the page, and what its buttons say. */
export interface Layers extends LayerButtons, Pick<Sight, 'topmostAt'> {
  /** The topmost first. */
  all(): Layer[];
  isGate(words: string): boolean;
  /** Is this a banner that asks for consent? Not every box that mentions cookies does. */
  isCookieBanner(box: Element): boolean;
}

const names = ['cookieCover', 'cookieLayer', 'reject', 'close', 'accept', 'ageGate', 'chooseLanguage'] as const;

const layerWords = Object.fromEntries(names.map((name) => [name, intoPage(patterns[name])])) as Patterns<
  (typeof names)[number]
>;

/** Runs in the page, with the tree that was made there. */
function makeSight({ tree }: { readonly tree: ShadowTree }): Sight {
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;

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
      for (let at = hit; at !== null; at = tree.parentOf(at)) if (at instanceof HTMLElement) found.add(at);
    }
    return [...found];
  }

  return { isShown, topmostAt, inView };
}

interface LayerButtonParts {
  readonly tree: ShadowTree;
  readonly sight: Sight;
  readonly isWithinReach: WithinReach;
}

/** Runs in the page, with what was made there before. */
function makeLayerButtons({ tree, sight, isWithinReach }: LayerButtonParts): LayerButtons {
  const buttons =
    'button, [role="button"], input[type="button"], input[type="submit"], a, [class*="close" i], [class*="btn" i], [class*="button" i], [onclick], [aria-label]';

  const pressed = 'button, [role="button"], input[type="button"], input[type="submit"], a';

  function labelOf(button: HTMLElement): string {
    const own = button instanceof HTMLInputElement ? button.value : button.innerText;
    const said = `${own} ${button.getAttribute('aria-label') ?? ''} ${button.title}`.trim();
    return said === '' ? `${button.id} ${button.className}` : said;
  }

  /** A box with a name of its own is no button where it holds one. */
  function isBox(element: Element): boolean {
    return !element.matches(pressed) && tree.find(pressed, element) !== null;
  }

  function buttonsIn(layer: Element): HTMLElement[] {
    return [...(layer.matches(buttons) ? [layer] : []), ...tree.all(buttons, layer)].flatMap((element) => {
      if (!(element instanceof HTMLElement) || !sight.isShown(element) || isBox(element)) return [];
      if (!isWithinReach(element)) return [];
      const href = element.getAttribute('href');
      return element.localName !== 'a' || href === null || /^(#|javascript:)/.test(href) ? [element] : [];
    });
  }

  return { buttonsIn, labelOf };
}

interface LayerParts {
  readonly tree: ShadowTree;
  readonly sight: Sight;
  readonly buttons: LayerButtons;
  readonly layerWords: typeof layerWords;
}

/** Runs in the page, with what was made there before. */
function makeLayers({ tree, sight, buttons, layerWords: words }: LayerParts): Layers {
  const { isShown, topmostAt, inView } = sight;
  const { buttonsIn, labelOf } = buttons;
  const says = (name: keyof typeof words, text: string): boolean =>
    new RegExp(words[name].source, words[name].flags).test(text);
  const isGate = (text: string): boolean =>
    text.length < 1_200 && (says('ageGate', text) || says('chooseLanguage', text));

  function isCookieBanner(box: Element): boolean {
    const own = `${box.id} ${box.getAttribute('class') ?? ''}`;
    const text = (box instanceof HTMLElement ? box.innerText : (box.textContent ?? '')).slice(0, 1500);
    const isNamed =
      says('cookieCover', own) ||
      [...box.children].some((e) => says('cookieCover', `${e.id} ${e.getAttribute('class') ?? ''}`));
    if (isGate(text) && !isNamed) return false;
    if (isNamed) return true;
    if (!says('cookieLayer', text)) return false;
    // A box that asks for something else to be typed asks for no consent.
    if (tree.find('input[type="email"], input[type="tel"], input[type="password"], textarea', box) !== null)
      return false;
    return buttonsIn(box)
      .map(labelOf)
      .some((label) => label.length < 60 && (says('accept', label) || says('reject', label) || says('close', label)));
  }

  function layerOf(element: HTMLElement): Layer | null {
    const { position } = getComputedStyle(element);
    const { width, height, right, bottom, left, top } = element.getBoundingClientRect();
    const isDialog = element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
    const isSheet = position === 'absolute' && width >= innerWidth * 0.95 && height >= innerHeight * 0.95;
    if (position !== 'fixed' && position !== 'sticky' && !isDialog && !isSheet) return null;
    if (width * height < 2000 || right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return null;
    if (!isShown(element) || element.matches('header, nav, main')) return null;
    const middle = topmostAt(innerWidth / 2, innerHeight / 2);
    const isLarge = middle !== null && tree.holds(element, middle) && width * height > innerWidth * innerHeight * 0.15;
    const blocks = isLarge || element.matches('dialog:modal');
    if (blocks && isGate(element.innerText.slice(0, 1500)) && !isCookieBanner(element))
      return { element, kind: 'gate' };
    if (isSheet && !isDialog && position === 'absolute') return null;
    if (isCookieBanner(element)) return { element, kind: 'cookie' };
    return blocks ? { element, kind: 'pop-up' } : null;
  }

  const all = (): Layer[] => inView().flatMap((element) => layerOf(element) ?? []);
  return { all, isGate, isCookieBanner, topmostAt, ...buttons };
}

/** What lies over the page. */
export const layerKit = kit()
  .holding({ layerWords })
  .with('tree', makeShadowTree)
  .with('sight', makeSight)
  .with('isWithinReach', makeWithinReach)
  .with('drawnCover', makeDrawnCover)
  .with('buttons', makeLayerButtons)
  .with('layers', makeLayers);
