import { intoPage } from '../lexicon/into-page.ts';
import type { Patterns } from './pressables.ts';
import type { Layout } from './reading.ts';

/** Names the pictures on which a contact may be drawn, by their alternative texts or file names; in the page's order. */
export type PictureFinder = (layout: Layout) => string[];

const names = {
  contact: /conta[ck]t|kontak|contatt|iletisim|İletişim|контакт|зв.?яз|связ|адрес/i,
  /** What people draw their numbers on. */
  sign: /banner|header|footer|(business|visiting|name)[-_ ]?card|visitenkarte|wizyt[oó]w|vizit|визит|візит|flyer|poster|plakat|szyld|sign|(^|[^a-z])(tel|phone|call|fon|mail|hours|info|nap)([^a-z]|$)|telefon|телефон/i,
  /** What they do not. */
  nothing:
    /logo|icon|avatar|favicon|flag|badge|rating|stars?([^a-z]|$)|visa|mastercard|paypal|sprite|pixel|spinner|loading/i,
};

/** How pictures, and what stands around them, are called in their alternative texts, files and classes. */
export const pictureWords = {
  contact: intoPage(names.contact),
  sign: intoPage(names.sign),
  nothing: intoPage(names.nothing),
};

/** What a picture is called, and whether a contact may be drawn on it. */
interface PictureJudge {
  /** @returns '' for what has not arrived, or is no picture */
  sourceOf(element: Element): string;
  nameOf(element: Element, source: string): string;
  isTelling(element: Element, source: string, layout: Layout): boolean;
}

interface JudgeParts {
  readonly pictureWords: Patterns<keyof typeof pictureWords>;
}

/** Runs in the page, with the words that it is given there. */
export function makePictureJudge({ pictureWords: words }: JudgeParts): PictureJudge {
  const least = { width: 90, height: 16 };
  const says = (name: keyof typeof words, text: string): boolean =>
    new RegExp(words[name].source, words[name].flags).test(text);
  const fileOf = (source: string): string =>
    source.startsWith('data:') ? '' : (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  const altOf = (element: Element): string => (element.getAttribute('alt') ?? '').trim();
  const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;
  const calledOf = (element: Element | null): string => `${element?.id} ${element?.getAttribute('class') ?? ''}`;

  function sourceOf(element: Element): string {
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0 ? element.currentSrc : '';
    const drawn = getComputedStyle(element).backgroundImage;
    const isAlone = (element.textContent ?? '').trim().length < 20;
    return isAlone ? (/url\("?([^")]+)/.exec(drawn)?.[1] ?? '') : '';
  }

  function nameOf(element: Element, source: string): string {
    return altOf(element) === '' ? fileOf(source) : altOf(element);
  }

  /** In a part of the page, or on a page, that is about contacts. */
  function isAmongContacts(element: Element): boolean {
    for (let at: Element | null = element, up = 0; at !== null && up < 4; at = at.parentElement, up += 1) {
      if (says('contact', calledOf(at))) return true;
    }
    return says('contact', location.pathname);
  }

  /** At the top or the end of the page; a short page has nothing else. */
  function isAtEdge(element: Element, layout: Layout): boolean {
    const part = element.closest('header, footer, [role="banner"], [id*="header" i], [class*="header" i]');
    const { scrollHeight } = document.documentElement;
    const isShort = scrollHeight < innerHeight * 1.5;
    return part !== null || isShort || layout.isAtEnd(element) || scrollY + bottomOf(element) > scrollHeight * 0.8;
  }

  function isTelling(element: Element, source: string, layout: Layout): boolean {
    const measure = (): DOMRect => element.getBoundingClientRect();
    const { width, height } = measure();
    if (width < least.width || height < least.height || layout.place(measure, element, innerHeight) === null)
      return false;
    const around = `${calledOf(element)} ${element.parentElement?.getAttribute('class') ?? ''}`;
    const said = `${nameOf(element, source)} ${fileOf(source)}`;
    if (says('nothing', `${said} ${around}`)) return false;
    if (isAmongContacts(element) || says('contact', said)) return true;
    // A line of letters is wide and low, and nobody has described it.
    const isLine = width >= height * 3 && height <= 160 && altOf(element) === '';
    return (isLine || says('sign', said)) && isAtEdge(element, layout);
  }

  return { sourceOf, nameOf, isTelling };
}

/** Runs in the page, with the judge that was made there. */
export function makePictureFinder({ pictures }: { readonly pictures: PictureJudge }): PictureFinder {
  const mostNamed = 4;
  const mostLooked = 300;
  const drawn =
    '[id*="header" i], [class*="header" i], [id*="footer" i], [class*="footer" i], [class*="banner" i], header, footer';

  return (layout) => {
    const candidates = [...document.images, ...document.querySelectorAll(drawn)].slice(0, mostLooked);
    const named = candidates.flatMap((element) => {
      const source = pictures.sourceOf(element);
      const name = pictures.nameOf(element, source);
      return source !== '' && pictures.isTelling(element, source, layout) ? [name || element.localName] : [];
    });
    return [...new Set(named)].slice(0, mostNamed);
  };
}
