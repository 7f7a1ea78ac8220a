import { intoPage } from '../lexicon/into-page.ts';
import type { Patterns } from './pressables.ts';
import type { Layout } from './reading.ts';

/** A picture on which a contact may be drawn, by its alternative text or file name. */
interface TellingPicture {
  readonly name: string;
  readonly element: Element;
}

/** The pictures on which a contact may be drawn, each name once, in the page's order. */
export type PictureFinder = () => TellingPicture[];

const shapes = {
  contact: /conta[ck]t|kontak|contatt|iletisim|İletişim|контакт|зв.?яз|связ|адрес/i,
  /** What people draw their numbers on. */
  sign: /banner|header|footer|(business|visiting|name)[-_ ]?card|visitenkarte|wizyt[oó]w|vizit|визит|візит|flyer|poster|plakat|szyld|(^|[^a-z])(sign|tel|phone|call|fon|mail|hours|info|nap)([^a-z]|$)|telefon|телефон/i,
  /** What they do not. */
  nothing:
    /logo|icon|avatar|favicon|flag|badge|rating|stars?([^a-z]|$)|visa|mastercard|paypal|sprite|pixel|spinner|loading/i,
};

/** How pictures, and what stands around them, are called in their alternative texts, files and classes. */
export const pictureWords = {
  contact: intoPage(shapes.contact),
  sign: intoPage(shapes.sign),
  nothing: intoPage(shapes.nothing),
};

/** How a picture is called. */
interface PictureNames {
  /** @returns '' for what has not arrived, or is no picture */
  sourceOf(element: Element): string;
  /** As people call it: its alternative text, else its file. */
  nameOf(element: Element, source: string): string;
  saidOf(element: Element, source: string): string;
  /** By developers. */
  calledOf(element: Element): string;
  says(name: keyof typeof pictureWords, text: string): boolean;
}

/** May a contact be drawn on it? */
type PictureJudge = (picture: Element, source: string) => boolean;

interface NamesParts {
  readonly pictureWords: Patterns<keyof typeof pictureWords>;
}

/** Runs in the page, with the words that it is given there. */
export function makePictureNames({ pictureWords: words }: NamesParts): PictureNames {
  const fileOf = (source: string): string =>
    source.startsWith('data:') ? '' : (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '');

  function sourceOf(element: Element): string {
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0 ? element.currentSrc : '';
    const drawn = getComputedStyle(element).backgroundImage;
    const isAlone = (element.textContent ?? '').trim().length < 20;
    return isAlone ? (/url\("?([^")]+)/.exec(drawn)?.[1] ?? '') : '';
  }

  function nameOf(element: Element, source: string): string {
    const alt = (element.getAttribute('alt') ?? '').trim();
    return alt === '' ? fileOf(source) : alt;
  }

  return {
    sourceOf,
    nameOf,
    saidOf: (element, source) => `${nameOf(element, source)} ${fileOf(source)}`,
    calledOf: (element) => `${element.id} ${element.getAttribute('class') ?? ''}`,
    says: (name, text) => new RegExp(words[name].source, words[name].flags).test(text),
  };
}

interface JudgeParts {
  readonly names: PictureNames;
  readonly layout: Layout;
}

/** Runs in the page, with what was made there before it. */
export function makePictureJudge({ names, layout }: JudgeParts): PictureJudge {
  const least = { width: 90, height: 16 };

  /** In a part of the page, or on a page, that is about contacts. */
  function isAmongContacts(element: Element): boolean {
    for (let at: Element | null = element, up = 0; at !== null && up < 4; at = at.parentElement, up += 1) {
      if (names.says('contact', names.calledOf(at))) return true;
    }
    return names.says('contact', location.pathname);
  }

  /** At the top or the end of the page; a short page has nothing else. */
  function isAtEdge(element: Element): boolean {
    const part = element.closest('header, footer, [role="banner"], [id*="header" i], [class*="header" i]');
    const { scrollHeight } = document.documentElement;
    const isShort = scrollHeight < innerHeight * 1.5;
    const end = scrollY + element.getBoundingClientRect().bottom;
    return part !== null || isShort || layout.isAtEnd(element) || end > scrollHeight * 0.8;
  }

  return (element, source) => {
    const measure = (): DOMRect => element.getBoundingClientRect();
    const { width, height } = measure();
    if (width < least.width || height < least.height || layout.place(measure, element, innerHeight) === null)
      return false;
    const around = `${names.calledOf(element)} ${element.parentElement?.getAttribute('class') ?? ''}`;
    const said = names.saidOf(element, source);
    if (names.says('nothing', `${said} ${around}`)) return false;
    if (isAmongContacts(element) || names.says('contact', said)) return true;
    // A line of letters is wide and low, and nobody has described it.
    const isLine = width >= height * 3 && height <= 160 && (element.getAttribute('alt') ?? '').trim() === '';
    return (isLine || names.says('sign', said)) && isAtEdge(element);
  };
}

interface FinderParts {
  readonly names: PictureNames;
  readonly isTelling: PictureJudge;
}

/** Runs in the page, with what was made there before it. */
export function makePictureFinder({ names, isTelling }: FinderParts): PictureFinder {
  const mostNamed = 4;
  const mostLooked = 300;
  const drawn =
    '[id*="header" i], [class*="header" i], [id*="footer" i], [class*="footer" i], [class*="banner" i], header, footer';

  return () => {
    const candidates = [...document.images, ...document.querySelectorAll(drawn)].slice(0, mostLooked);
    const named = candidates.flatMap((element) => {
      const source = names.sourceOf(element);
      if (source === '' || !isTelling(element, source)) return [];
      return [{ name: names.nameOf(element, source) || element.localName, element }];
    });
    return named.filter(({ name }, at) => named.findIndex((other) => other.name === name) === at).slice(0, mostNamed);
  };
}
