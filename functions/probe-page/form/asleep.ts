import type { IntoPage } from '../lexicon/into-page.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';

/** Tells whether a form waits for another button than the one that sends it. */
export interface Sleepers {
  /** What that button says; null where the form can be sent, or nothing in it could wake it. */
  waitsFor(form: Element): string | null;
}

interface SleeperNeeds {
  readonly tree: ShadowTree;
  readonly back: IntoPage;
  readonly send: IntoPage;
  readonly helper: IntoPage;
}

/** Runs in the page and brings all it needs. "Find address" beside a postcode may be what switches the other button on. */
export function makeSleepers({ tree, ...words }: SleeperNeeds): Sleepers {
  const longest = 80;
  const [back, send, helper] = [words.back, words.send, words.helper].map(
    ({ source, flags }) => new RegExp(source, flags),
  );
  const said = (b: Element): string =>
    `${b instanceof HTMLInputElement ? b.value : b.textContent} ${b.getAttribute('aria-label') ?? ''}`
      .replace(/\s+/g, ' ')
      .trim();
  const isShown = (e: Element): boolean => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isOff = (b: Element): boolean => b.matches(':disabled, [aria-disabled="true"]');
  const sends = (b: Element): boolean => {
    const label = said(b);
    const isNamedOtherwise = helper?.test(label) === true && send?.test(label) !== true;
    return b.matches('[type="submit"], [type="image"]')
      ? true
      : send?.test(label) === true || (b.matches('button:not([type])') && !isNamedOtherwise);
  };

  function isBesideField(b: Element, form: Element): boolean {
    for (let at = b.parentElement; at !== null && at !== form; at = at.parentElement) {
      const fields = tree
        .all('input, textarea, select', at)
        .filter((field) => isShown(field) && !field.matches('[type="submit"], [type="button"], [type="image"]'));
      if (fields.length > 0)
        return (
          fields.length === 1 &&
          fields.every(
            (f) =>
              f.matches('input') && !f.matches('[type="file"], [type="checkbox"], [type="radio"], [type="password"]'),
          )
        );
    }
    return false;
  }

  return {
    waitsFor(form) {
      const buttons = tree
        .all('button, input[type="submit"], input[type="image"], input[type="button"], [role="button"]', form)
        .filter(isShown);
      if (buttons.some((b) => sends(b) && !isOff(b))) return null;
      const other = buttons.find(
        (b) =>
          !sends(b) && !isOff(b) && /\p{L}{3}/u.test(said(b)) && back?.test(said(b)) !== true && isBesideField(b, form),
      );
      return other === undefined ? null : said(other).slice(0, longest);
    },
  };
}
