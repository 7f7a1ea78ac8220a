import type { Layout } from './reading.ts';

/** Names the pictures on which a contact may be drawn, by their alternative texts or file names; in the page's order. */
export type PictureFinder = (layout: Layout) => string[];

/** Runs in the page and brings all it needs. */
export function makePictureFinder(): PictureFinder {
  const least = { width: 90, height: 16 };
  const mostNamed = 4;
  const mostLooked = 300;
  const contact = /conta[ck]t|kontak|contatt|iletisim|İletişim|контакт|зв.?яз|связ|адрес/i;
  /** What people draw their numbers on. */
  const sign =
    /banner|header|footer|(business|visiting|name)[-_ ]?card|visitenkarte|wizyt[oó]w|vizit|визит|візит|flyer|poster|plakat|szyld|sign|(^|[^a-z])(tel|phone|call|fon|mail|hours|info|nap)([^a-z]|$)|telefon|телефон/i;
  /** What they do not. */
  const nothing =
    /logo|icon|avatar|favicon|flag|badge|rating|stars?([^a-z]|$)|visa|mastercard|paypal|sprite|pixel|spinner|loading/i;

  function nameOf(source: string, alt: string): string {
    const file = source.startsWith('data:') ? '' : (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
    return alt.trim() === '' ? file : alt.trim();
  }

  function sourceOf(element: Element): string {
    if (element instanceof HTMLImageElement) return element.naturalWidth > 0 ? element.currentSrc : '';
    const drawn = getComputedStyle(element).backgroundImage;
    const isAlone = (element.textContent ?? '').trim().length < 20;
    return isAlone ? (/url\("?([^")]+)/.exec(drawn)?.[1] ?? '') : '';
  }

  /** At the top or the end of the page, or where it speaks of contacts. */
  function isInPlace(element: Element, layout: Layout): boolean {
    const part = element.closest('header, footer, [role="banner"], [id*="header" i], [class*="header" i]');
    const { bottom } = element.getBoundingClientRect();
    const isLast = bottom + scrollY > document.documentElement.scrollHeight * 0.8;
    if (part !== null || layout.isAtEnd(element) || isLast) return true;
    for (let at: Element | null = element, up = 0; at !== null && up < 5; at = at.parentElement, up += 1) {
      if (contact.test(`${at.id} ${at.getAttribute('class') ?? ''}`)) return true;
    }
    return contact.test(location.pathname);
  }

  function isTelling(element: Element, name: string, source: string, layout: Layout): boolean {
    const { width, height } = element.getBoundingClientRect();
    if (
      width < least.width ||
      height < least.height ||
      layout.place(() => element.getBoundingClientRect(), element, innerHeight) === null
    )
      return false;
    const around = `${element.id} ${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
    const said = `${name} ${source.startsWith('data:') ? '' : (source.split('/').at(-1) ?? '')}`;
    if (nothing.test(`${said} ${around}`)) return false;
    const isNamed = sign.test(said) || contact.test(`${said} ${around}`);
    // A line of letters is wide and low, and nobody has described it.
    const isLine = width >= height * 3 && height <= 160 && (element.getAttribute('alt') ?? '').trim() === '';
    return (isNamed || isLine) && isInPlace(element, layout);
  }

  return (layout) => {
    const drawn =
      '[id*="header" i], [class*="header" i], [id*="footer" i], [class*="footer" i], [class*="banner" i], header, footer';
    const candidates = [...document.images, ...document.querySelectorAll(drawn)].slice(0, mostLooked);
    const names = candidates.flatMap((element) => {
      const source = sourceOf(element);
      const name = nameOf(source, element.getAttribute('alt') ?? '');
      return source !== '' && isTelling(element, name, source, layout) ? [name === '' ? element.localName : name] : [];
    });
    return [...new Set(names)].slice(0, mostNamed);
  };
}
