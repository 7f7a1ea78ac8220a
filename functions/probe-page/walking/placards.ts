import type { Layers } from './layers.ts';
import type { ShadowTree } from './shadow-tree.ts';

/** What a visitor can do nothing with. */
export interface Placards {
  /** Does this layer say, or is it called, that the page is loading? */
  isLoader(layer: Element, text: string): boolean;
  /** It stays where it is, there is nothing to do on it, and it is none of several that take turns. */
  isPlacard(layer: Element): boolean;
  /** What of the page a script has switched off and not on again, when that is most of it and nothing lies over it. */
  switchedOff(): Element | null;
}

/** Runs in the page, with what was made there before. */
export function makePlacards({ layers, tree }: { readonly layers: Layers; readonly tree: ShadowTree }): Placards {
  function isLoader(layer: Element, text: string): boolean {
    const loading =
      /\b(loading|please wait)\b|\d ?%|загру|завантаж|подождите|зачекайте|wird geladen|\blädt\b|chargement|cargando|ładow|wczyt|yükleniyor/i;
    const isCalled = /load(er|ing)|spinner|splash/i.test(`${layer.id} ${layer.getAttribute('class') ?? ''}`);
    return (loading.test(text) || isCalled) && !holdsControls(layer);
  }

  function holdsControls(layer: Element): boolean {
    const controls =
      'a[href], button, input, select, textarea, video, iframe, summary, label, [onclick], [role="button"], [tabindex]';
    return [layer, ...tree.all('*', layer)].some(
      (element) => element.matches(controls) || getComputedStyle(element).cursor === 'pointer',
    );
  }

  function isPlacard(layer: Element): boolean {
    if (getComputedStyle(layer).position !== 'fixed' || holdsControls(layer)) return false;
    return ![...(layer.parentElement?.children ?? [])].some((other) => {
      const { width, height } = other.getBoundingClientRect();
      const isAlike = other !== layer && other.localName === layer.localName && other.className === layer.className;
      return isAlike && width >= innerWidth * 0.9 && height >= innerHeight * 0.85;
    });
  }

  function switchedOff(): Element | null {
    const parts = tree
      .all('[inert]')
      .filter((part) => part.parentElement?.closest('[inert]') === null && part.checkVisibility());
    const [first] = parts;
    if (first === undefined || layers.all().length > 0 || tree.find('dialog[open]') !== null) return null;
    const length = (element: Element): number => (element instanceof HTMLElement ? element.innerText.length : 0);
    const least = Math.max(40, length(document.body) * 0.6);
    if (parts.reduce((sum, part) => sum + length(part), 0) < least) return null;
    return parts.toSorted((a, b) => length(b) - length(a))[0] ?? null;
  }

  return { isLoader, isPlacard, switchedOff };
}
