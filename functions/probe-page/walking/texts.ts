import type { IntoPage } from '../lexicon/into-page.ts';
import type { DrawnText, LabelReader } from './drawn-text.ts';
import type { Legibility } from './legibility.ts';
import type { Layout, Measure, Reading } from './reading.ts';

/** A stretch of visible text inside a block, with where it is and what lies over it. */
interface SeenPart {
  readonly start: number;
  readonly end: number;
  /** The link it stands in, as written in the page. */
  readonly href: string | null;
  readonly aboveFold: boolean;
  readonly coveredBy: string | null;
  /** Null where nothing was read: there is no reader, or the part is a picture. */
  readonly legibility: Legibility | null;
}

/** The visible text of one block (a paragraph, a list item, a cell) that may hold a phone number or an e-mail address. */
export interface SeenBlock {
  readonly text: string;
  readonly parts: readonly SeenPart[];
  /** Words beside it that say what it holds: "Fax" in the cell before. */
  readonly label: string;
  /** The heading above it. */
  readonly heading: string;
  /** In the footer, or where a long page ends. */
  readonly atEnd: boolean;
}

/** A block before anybody has looked where its parts are. */
interface TextBlock {
  readonly element: Element;
  text: string;
  readonly parts: { start: number; end: number; readonly node: Text | Element }[];
}

/** The texts of a page, and the trees that they were found in: the document and its shadow trees. */
interface FoundTexts {
  readonly roots: readonly (Document | ShadowRoot)[];
  readonly blocks: readonly TextBlock[];
}

export type TextCollector = (layout: Layout, reading: Reading) => FoundTexts;

/** Runs in the page, with what `makeDrawnText` has made there. */
export function makeTextCollector(drawn: DrawnText): TextCollector {
  /** As it is seen: what stands in the block from here on is turned round, letters and places. */
  function turn(block: TextBlock, from: number): void {
    const written = block.text.slice(from);
    if (!/@|\d{3}/.test(written)) return;
    const to = block.text.length;
    block.text = block.text.slice(0, from) + [...written].toReversed().join('');
    for (const part of block.parts) {
      if (part.start >= from) [part.start, part.end] = [from + to - part.end, from + to - part.start];
    }
  }

  return ({ blockOf, isShown }, { isLate }) => {
    const roots: (Document | ShadowRoot)[] = [document];
    const blocks = new Map<Element, TextBlock>();

    function add(words: string, node: Text | Element, isSeen: () => boolean): void {
      const key = blockOf(node.firstChild ?? node);
      if (words.trim() === '' && !blocks.has(key)) return;
      const block = blocks.get(key) ?? { element: key, text: '', parts: [] };
      blocks.set(key, block);
      if (block.text.length > 4000 || !isSeen()) return;
      block.parts.push({ start: block.text.length, end: block.text.length + words.length, node });
      block.text += words;
    }

    function readElement(element: Element): void {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (/^(script|style|noscript|template)$/.test(element.localName)) return;
      const known = blocks.get(blockOf(element.firstChild ?? element));
      if (element.localName === 'br' && known !== undefined) known.text += '\n';
      const icon = drawn.iconOf(element);
      if (icon !== '' && known !== undefined) known.text += icon;
      const isSmall = element.childElementCount <= 3; // no more is drawn or turned; to ask costs time
      const turnedFrom = isSmall && drawn.isTurned(element) ? (known?.text.length ?? 0) : null;
      const [before, after] = isSmall ? [drawn.before(element), drawn.after(element)] : ['', ''];
      if (before !== '') add(before, element, () => isShown(element));
      for (const child of element.childNodes) readNode(child);
      if (after !== '') add(after, element, () => isShown(element));
      const block = blocks.get(blockOf(element.firstChild ?? element));
      if (turnedFrom !== null && block !== undefined) turn(block, turnedFrom);
    }

    function readNode(node: Node): void {
      if (isLate()) return;
      if (node instanceof Element) readElement(node);
      else if (node instanceof Text && node.parentElement !== null) {
        const parent = node.parentElement;
        add(node.data.replace(/\s+/g, ' '), node, () => isShown(parent));
      }
    }

    for (const root of roots) for (const child of root.childNodes) readNode(child);
    return { roots, blocks: [...blocks.values()] };
  };
}

export interface BlockReader {
  /** May it hold a phone number or an e-mail address? Only then is it worth to look how legible it is. */
  isInteresting(text: string): boolean;
  seeBlock(block: TextBlock, reading: Reading): SeenBlock;
  /** A number in a picture can be read but not tapped. */
  seePicture(picture: HTMLImageElement, reading: Reading): SeenBlock[];
}

interface BlockReaderParts {
  readonly mayHoldContact: IntoPage;
  readonly labels: LabelReader;
  readonly layout: Layout;
}

/** Runs in the page, with what it is given there. */
export function makeBlockReader({ mayHoldContact, labels, layout }: BlockReaderParts): BlockReader {
  const interesting = new RegExp(mayHoldContact.source, mayHoldContact.flags);
  const isInteresting = (text: string): boolean => interesting.test(text);

  function seePart({ start, end, node }: TextBlock['parts'][number], text: string, reading: Reading): SeenPart | null {
    const target = node instanceof Element ? node : node.parentElement;
    if (target === null || text.slice(start, end).trim() === '') return null;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box: Measure = () => (node instanceof Element ? node : range).getBoundingClientRect();
    const placed = reading.place(box, target);
    if (placed === null) return null;
    const href = target.closest('a')?.getAttribute('href') ?? null;
    const cover = reading.coveredBy(box, target);
    const firstLine = (): DOMRect => range.getClientRects()[0] ?? box();
    const isWorthIt = cover === null && isInteresting(text.slice(start, end));
    const legibility = isWorthIt ? reading.looksOf(firstLine, target) : null;
    reading.goHome();
    return { start, end, href, aboveFold: placed.aboveFold, coveredBy: cover, legibility };
  }

  function seeBlock({ element, text, parts }: TextBlock, reading: Reading): SeenBlock {
    const seen = parts.map((part) => seePart(part, text, reading)).filter((part) => part !== null);
    const [label, heading] = [labels.labelOf(element), labels.headingOf(element)];
    return { text, parts: seen, label, heading, atEnd: layout.isAtEnd(element) };
  }

  function seePicture(picture: HTMLImageElement, reading: Reading): SeenBlock[] {
    const measure: Measure = () => picture.getBoundingClientRect();
    const placed = reading.place(measure, picture);
    if (placed === null || picture.closest('a[href^="tel:"], a[href^="mailto:"]') !== null) return [];
    const part = { start: 0, end: picture.alt.length, href: null, legibility: null };
    const cover = reading.coveredBy(measure, picture);
    reading.goHome();
    const parts = [{ ...part, aboveFold: placed.aboveFold, coveredBy: cover }];
    return [{ text: picture.alt, parts, label: '', heading: '', atEnd: layout.isAtEnd(picture) }];
  }

  return { isInteresting, seeBlock, seePicture };
}
