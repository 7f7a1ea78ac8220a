import type { ShadowTree } from '../walking/shadow-tree.ts';

/** What the page says beside a field. */
export type LabelReader = (field: Element) => string;
/** What it says above a form. */
export type HeadingReader = (form: Element) => string;

/** The words in the line of a field, on either side of it. */
export interface BesideReader {
  before(field: Element): string;
  after(field: Element): string;
}

/** Runs in the page and brings all it needs. The words of a node without those of a field in it: entries to choose, a text to begin with. */
export function makeCaptionText(): (node: Node) => string {
  const inside = 'select, datalist, textarea, script, style, template, [role="listbox"], [role="option"]';

  function textOf(node: Node): string {
    if (!(node instanceof Element)) return node instanceof Text ? node.data : '';
    return node.matches(inside) ? '' : [...node.childNodes].map(textOf).join('');
  }

  return textOf;
}

/** Runs in the page and brings all it needs. */
export function makeBesideReader({ fieldSelector }: { readonly fieldSelector: string }): BesideReader {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

  /** What stands before it on its own line. */
  function before(field: Element): string {
    let words = '';
    for (let node = field.previousSibling; node !== null && oneLine(words) === ''; node = node.previousSibling) {
      if (node instanceof Element && (node.matches(fieldSelector) || node.querySelector(fieldSelector) !== null)) break;
      if (node instanceof Text || node instanceof HTMLElement) words = node.textContent ?? '';
    }
    return oneLine(words).slice(0, 80);
  }

  /** What stands behind it in a box of its own, to float into it: not what is hidden until something is wrong. */
  function after(field: Element): string {
    if (field.parentElement?.querySelectorAll(fieldSelector).length !== 1) return '';
    for (let node = field.nextSibling; node !== null; node = node.nextSibling) {
      const isText = node instanceof Text;
      if (!isText && !(node instanceof HTMLElement && node.matches('label, span, div, p, small, em, i, b'))) continue;
      const isShown = isText || (node instanceof HTMLElement && node.checkVisibility({ visibilityProperty: true }));
      const words = isShown ? oneLine(node.textContent ?? '') : '';
      if (/\p{L}/u.test(words)) return words.length <= 60 ? words : '';
    }
    return '';
  }

  return { before, after };
}

interface LabelNeeds {
  readonly fieldSelector: string;
  readonly captionText: (node: Node) => string;
  readonly beside: BesideReader;
}

/** Runs in the page and brings all it needs. */
export function makeLabelReader({ fieldSelector, captionText, beside }: LabelNeeds): LabelReader {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

  /** The custom element that a field is the inside of. */
  function hostOf(field: Element): Element | null {
    const root = field.getRootNode();
    return root instanceof ShadowRoot && root.querySelectorAll(fieldSelector).length === 1 ? root.host : null;
  }

  function labelOf(field: Element): string {
    const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : [];
    const root = field.getRootNode();
    const by = (field.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) =>
        id === '' || !(root instanceof Document || root instanceof ShadowRoot) ? null : root.getElementById(id),
      );
    const said = oneLine([...labels, ...by].map((node) => (node === null ? '' : captionText(node))).join(' '));
    const names = ['aria-label', 'placeholder', 'title'];
    const alone = names.map((name) => field.getAttribute(name)).find((words) => words !== null) ?? '';
    if (said !== '' || alone !== '') return said === '' ? alone : said;
    const host = hostOf(field);
    if (host !== null) {
      const told = [...names, 'label', 'data-label'].map((name) => host.getAttribute(name)).find((words) => words);
      return told ?? labelOf(host);
    }
    const own = beside.before(field);
    if (own !== '') return own;
    const before = field.previousElementSibling ?? field.parentElement?.previousElementSibling;
    const words = before?.querySelector(fieldSelector) === null ? oneLine(before.textContent ?? '').slice(0, 80) : '';
    // A heading in front of the first field is the form's, where the field has words of its own behind it.
    const isOwn =
      before === field.previousElementSibling || !(before?.matches('h1, h2, h3, h4, h5, h6, legend') ?? true);
    return words !== '' && isOwn ? words : beside.after(field) || words;
  }

  return labelOf;
}

/** Runs in the page and brings all it needs. */
export function makeHeadingReader({ tree }: { readonly tree: ShadowTree }): HeadingReader {
  const titles = 'h1, h2, h3, h4, legend';
  /** What is a part of its own; a heading outside of it speaks of something else. */
  const parts = 'footer, aside, nav, dialog, [role="dialog"], [role="contentinfo"], [role="complementary"]';
  const asks = 'textarea, select, input:not([type="hidden"], [type="submit"], [type="button"], [type="image"])';
  const asksForSomebody = 'textarea, input[type="email"], input[type="tel"]';
  const isBefore = (one: Node, other: Node): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const textOf = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);

  /** A legend names the form only where its box holds all that the form asks; otherwise it is the question of a field or two. */
  function isOfPart(heading: Element, form: Element): boolean {
    const box = heading.localName === 'legend' ? heading.closest('fieldset') : null;
    return box !== null && tree.all(asks, form).some((field) => !tree.holds(box, field));
  }

  function namedBy(form: Element): string {
    const by = form.getAttribute('aria-labelledby') ?? '';
    return (form.getAttribute('aria-label') ?? textOf(by === '' ? null : document.getElementById(by))).trim();
  }

  /** The nearest heading: in the form, or in one of the boxes around it, where it stands above no other form. */
  function headingOf(form: Element): string {
    const others = tree.all('form').filter((other) => other !== form && tree.find(asksForSomebody, other) !== null);
    const isOfAnother = (heading: Element): boolean =>
      others.some((other) => isBefore(heading, other) && isBefore(other, form) && !other.contains(heading)) ||
      others.some((other) => other.contains(heading));
    for (let at: Element | null = form, up = 0; at !== null && up < 4; at = tree.parentOf(at), up += 1) {
      const headings = [...at.querySelectorAll(titles)];
      const heading = up === 0 ? headings.find((h) => !isOfPart(h, form)) : headings.findLast((h) => isBefore(h, form));
      if (heading !== undefined) return up > 0 && isOfAnother(heading) ? namedBy(form) : textOf(heading);
      if (at === document.body || at.matches(parts)) break;
    }
    return namedBy(form);
  }

  return headingOf;
}
