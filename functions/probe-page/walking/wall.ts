import type { Visit } from '../../../shared/browser/visit.ts';
import type { SiteStatements } from '../../../shared/model/site-statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { intoPage } from '../lexicon/into-page.ts';
import type { DrawnCover } from './drawn-cover.ts';
import { makeOpenedSince, type OpenedSince } from './landed.ts';
import { type Layers, layerKit } from './layers.ts';
import { makePlacards, type Placards } from './placards.ts';
import type { Patterns } from './pressables.ts';
import type { ShadowTree } from './shadow-tree.ts';
import { tapBeside } from './tap-beside.ts';

/** What covers the whole page and does not go away. */
export type Wall = SiteStatements['site/covered'];

/** Loading screens have gone by then; other things do not go by themselves. */
const loadingMs = 5_000;
const patienceMs = 2_000;
const pollMs = 500;

const wallWords = {
  comingSoon: intoPage(patterns.comingSoon),
  close: intoPage(patterns.close),
  reject: intoPage(patterns.reject),
  accept: intoPage(patterns.accept),
  affirm: intoPage(patterns.affirm),
  enterSite: intoPage(patterns.enterSite),
};

/**
 * Is the page behind a layer that no visitor gets past: a loading screen that stays, a demand for a password, an announcement, a
 * window without a way out? Banners and gates are something else: there is a button to press; and what opens after the visitor
 * has landed is none of it, however long the visit has taken until now.
 * @param hasWaited for a loading screen to go (see waitOutPreloader)
 */
export async function findWall(
  visit: Visit,
  signal: AbortSignal,
  { hasWaited = true }: { readonly hasWaited?: boolean } = {},
): Promise<Wall | null> {
  const { page } = visit;
  const seen = await withinDeadline(wallNow(page), signal);
  if (seen === null) return null;
  const longestMs = mayGoByItself(seen, hasWaited) ? loadingMs : patienceMs;
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
    if (waitedMs === pollMs) await withinDeadline(page.keyboard.press('Escape'), signal);
    if (waitedMs === 2 * pollMs)
      await withinDeadline(
        page.evaluate(() => scrollBy(0, innerHeight)),
        signal,
      );
    if (waitedMs === 3 * pollMs) await tapBeside(visit, signal);
    if (waitedMs === 4 * pollMs && seen.what === 'notice') await tapAndTurn(visit, signal);
    await withinDeadline(page.waitForTimeout(pollMs), signal);
    if ((await withinDeadline(wallNow(page), signal)) === null) return null;
  }
  await withinDeadline(
    page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' })),
    signal,
  );
  return seen;
}

const longestWaitedFor = 40;

/** Loading screens and openings do, those with few words while the walk has waited for them. */
function mayGoByItself({ what, says }: Wall, hasWaited: boolean): boolean {
  if (what === 'preloader') return !hasWaited || (says ?? '').length >= longestWaitedFor;
  return what === 'notice';
}

/** An opening may go at a tap anywhere, and a page that turns like a book at a turn of the wheel. */
async function tapAndTurn({ page }: Visit, signal: AbortSignal): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 390, height: 800 };
  await withinDeadline(page.mouse.click(width / 2, height / 2), signal);
  await withinDeadline(page.mouse.wheel(0, height / 2), signal);
}

function wallNow(page: Visit['page']): Promise<Wall | null> {
  return wallKit.evaluate(page, seeWall, {});
}

/** What kind of layer it is. */
interface Nature {
  isOpaque(layer: Element): boolean;
  /** Is there a button that leads past it? */
  hasWayOut(layer: Element): boolean;
  kindOf(layer: HTMLElement): Wall['what'] | null;
  nameOf(layer: Element): string;
}

interface NatureParts {
  readonly placards: Placards;
  readonly wallWords: Patterns<keyof typeof wallWords>;
  readonly layers: Layers;
  readonly tree: ShadowTree;
}

/** Runs in the page, with what was made there before. */
function makeNature({ layers, tree, placards, wallWords: order }: NatureParts): Nature {
  const says = (name: keyof typeof order, text: string): boolean =>
    new RegExp(order[name].source, order[name].flags).test(text);
  const dialog = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

  function isOpaque(layer: Element): boolean {
    return [layer, ...layer.querySelectorAll('*')].slice(0, 40).some((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width < innerWidth * 0.9 || height < innerHeight * 0.85) return false;
      if (/^(img|canvas|picture|svg)$/.test(element.localName)) return true;
      const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
      const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(backgroundColor)?.[1];
      const isPainted = backgroundColor.startsWith('rgb') && (alpha === undefined || Number(alpha) > 0.3);
      return isPainted || backgroundImage !== 'none' || /blur/.test(backdropFilter);
    });
  }

  function hasWayOut(layer: Element): boolean {
    const ways = ['close', 'reject', 'accept', 'affirm', 'enterSite'] as const;
    return layers
      .buttonsIn(layer)
      .filter((button) => !button.hasAttribute('data-touchlight-pressed'))
      .map(layers.labelOf)
      .some((label) => label.length < 60 && ways.some((name) => says(name, label)));
  }

  function kindOf(layer: HTMLElement): Wall['what'] | null {
    const text = layer.innerText.replace(/\s+/g, ' ').trim();
    if (tree.find('input[type="password"]', layer) !== null) return 'password';
    if (hasWayOut(layer) || layers.isGate(text)) return null;
    if (text.length < 400 && says('comingSoon', text)) return 'notice';
    if (text.length < 40 && layer.querySelector('a[href], button, input, video, form') === null) return 'preloader';
    if (text.length < 300 && placards.isLoader(layer, text)) return 'preloader';
    const isDialog = layer.matches(dialog) || tree.find(dialog, layer) !== null;
    const links = tree.all('a[href]', layer).map((link) => link.getAttribute('href') ?? '');
    if (isDialog && !links.some((href) => /^(?!#|javascript:)./i.test(href))) return 'window';
    return text.length < 400 && placards.isPlacard(layer) ? 'notice' : null;
  }

  function nameOf(layer: Element): string {
    const classes = [...layer.classList].slice(0, 2).map((name) => `.${name}`);
    return `${layer.localName}${layer.id === '' ? classes.join('') : `#${layer.id}`}`;
  }

  return { isOpaque, hasWayOut, kindOf, nameOf };
}

/** Runs in the page, with what was made there before. The wall is marked. */
function seeWall(parts: {
  readonly layers: Layers;
  readonly tree: ShadowTree;
  readonly nature: Nature;
  readonly placards: Placards;
  readonly openedSince: OpenedSince;
  readonly drawnCover: DrawnCover;
}): Wall | null {
  const { layers, tree, nature, placards, openedSince, drawnCover } = parts;
  const off = placards.switchedOff();
  if (off !== null) return { what: 'inert', selector: nature.nameOf(off), says: null };
  const shares = [0.06, 0.3, 0.5, 0.7, 0.94];
  const hits = shares
    .flatMap((x) => shares.map((y) => layers.topmostAt(innerWidth * x, innerHeight * y)))
    .filter((hit) => hit !== null);
  const [first] = hits;
  const drawn = first !== undefined && hits.every((hit) => hit === first) ? drawnCover(first) : null;
  if (drawn !== null && hits.length === shares.length ** 2 && document.body.innerText.length > 40)
    return { what: 'preloader', selector: drawn, says: null };
  const isOver = (element: Element): boolean =>
    /fixed|absolute/.test(getComputedStyle(element).position) || element.matches('dialog[open]');
  let wall: HTMLElement | null = null;
  for (let at = hits[0] ?? null; at !== null && at !== document.body && wall === null; at = tree.parentOf(at)) {
    const layer = at;
    if (layer instanceof HTMLElement && isOver(layer) && hits.every((hit) => tree.holds(layer, hit))) wall = layer;
  }
  if (wall === null || hits.length < shares.length ** 2) return null;
  // Under an open modal dialog nothing can be tapped, however small it is.
  if (!wall.matches('dialog:modal') && !nature.isOpaque(wall)) return null;
  if (openedSince(wall)) return null;
  const covering = wall;
  const isUnder = (element: Element): boolean =>
    !tree.holds(covering, element) && element.checkVisibility({ visibilityProperty: true });
  const more = document.body.innerText.length - covering.innerText.length;
  if (more <= 40 && !tree.all('form, a[href^="tel:"]').some(isUnder)) return null;
  const what = nature.kindOf(covering);
  if (what === null) return null;
  covering.setAttribute('data-touchlight-wall', what);
  const said = covering.innerText.replace(/\s+/g, ' ').trim();
  return { what, selector: nature.nameOf(covering), says: said === '' ? null : said.slice(0, 120) };
}

const wallKit = layerKit
  .holding({ wallWords })
  .with('placards', makePlacards)
  .with('nature', makeNature)
  .with('openedSince', makeOpenedSince);
