import type { IntoPage } from '../lexicon/into-page.ts';
import type { DrawnText, LabelReader } from './drawn-text.ts';
import type { Legibility } from './legibility.ts';
import type { Layout, Reading } from './reading.ts';
import type { Measure } from './visible-box.ts';

/** A stretch of visible text inside a block, with where it is and what lies over it. */
interface SeenPart {
  readonly start: number;
  readonly end: number;
  /** The link it stands in, as written in the page, or what a press on it has opened (see press.ts). */
  readonly href: string | null;
  readonly aboveFold: boolean;
  readonly coveredBy: string | null;
  /** Null where nothing was read: there is no reader, or the part is a picture. */
  readonly legibility: Legibility | null;
  /** Where it is, for a picture (see spots.ts); absent where nobody keeps it. */
  readonly spot?: number | null;
}

/** The visible text of one block (a paragraph, a list item, a cell) that may hold a phone number or an email address. */
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

/** The blocks of a page as they grow. */
interface BlockStore {
  readonly blocks: ReadonlyMap<Element, TextBlock>;
  /** What stands in `node`, or is drawn there. */
  add(words: string, node: Text | Element, parent: Element): void;
  /** A mark that is no part of what is seen there: an icon, the end of a line. */
  mark(sign: string, inside: Element): void;
  lengthIn(element: Element): number;
  /** As it is seen: what stands in the element's block from here on is turned round, letters and places. */
  turn(element: Element, from: number): void;
}

export type BlockStoreStart = (layout: Layout) => BlockStore;

/** Runs in the page and brings all it needs. */
export function makeBlockStoreStart(): BlockStoreStart {
  return ({ blockOf, isShown }) => {
    const blocks = new Map<Element, TextBlock>();
    const blockOver = (node: Node): Element => blockOf(node.firstChild ?? node);

    function blockFor(element: Element): TextBlock {
      const block = blocks.get(element) ?? { element, text: '', parts: [] };
      blocks.set(element, block);
      return block;
    }

    /** Letters without any colour, as stuffed into pages for search engines; a drawing behind them may fill them. */
    function hasNoInk(parent: Element): boolean {
      const { color, webkitTextFillColor, backgroundClip, textShadow } = getComputedStyle(parent);
      const isClear = [color, webkitTextFillColor].every((ink) => /^rgba\(.*, 0\)$|^transparent$/.test(ink));
      return isClear && backgroundClip !== 'text' && textShadow === 'none';
    }

    function add(words: string, node: Text | Element, parent: Element): void {
      const key = blockOver(node);
      if (words.trim() === '' && !blocks.has(key)) return;
      const block = blockFor(key);
      if (block.text.length > 4000 || !isShown(parent) || (/[@\d]/.test(words) && hasNoInk(parent))) return;
      block.parts.push({ start: block.text.length, end: block.text.length + words.length, node });
      block.text += words;
    }

    function turn(element: Element, from: number): void {
      const block = blocks.get(blockOver(element));
      const written = block?.text.slice(from) ?? '';
      if (block === undefined || !/@|\d{3}/.test(written)) return;
      const to = block.text.length;
      block.text = block.text.slice(0, from) + [...written].toReversed().join('');
      for (const part of block.parts) {
        if (part.start >= from) [part.start, part.end] = [from + to - part.end, from + to - part.start];
      }
    }

    return {
      blocks,
      add,
      turn,
      mark: (sign, inside) => {
        blockFor(blockOf(inside)).text += sign;
      },
      lengthIn: (element) => blocks.get(blockOver(element))?.text.length ?? 0,
    };
  };
}

export type TextCollector = (layout: Layout, reading: Reading) => FoundTexts;

/** Runs in the page, with what is made there before it. */
export function makeTextCollector({ drawn, startBlocks }: CollectorParts): TextCollector {
  /** To ask what is drawn or turned costs time; it is never much. */
  const fewChildren = 3;

  return (layout, { isLate }) => {
    const roots: (Document | ShadowRoot)[] = [document];
    const { blocks, add, mark, lengthIn, turn } = startBlocks(layout);

    function readElement(element: Element): void {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (/^(script|style|noscript|template)$/.test(element.localName)) return;
      const sign = element.localName === 'br' ? '\n' : drawn.iconOf(element);
      if (sign !== '') mark(sign, element);
      const isSmall = element.childElementCount <= fewChildren;
      const turnedFrom = isSmall && drawn.isTurned(element) ? lengthIn(element) : null;
      const [before, after] = isSmall ? [drawn.before(element), drawn.after(element)] : ['', ''];
      if (before !== '') add(before, element, element);
      const picturedSign = drawn.signOf(element);
      if (picturedSign !== '') add(picturedSign, element, element);
      const inField = drawn.inField(element);
      if (inField !== '') add(` ${inField}`, element, element);
      else for (const child of element.childNodes) readNode(child);
      if (after !== '') add(after, element, element);
      if (turnedFrom !== null) turn(element, turnedFrom);
    }

    function readNode(node: Node): void {
      if (isLate()) return;
      if (node instanceof Element) readElement(node);
      else if (node instanceof Text && node.parentElement !== null)
        add(node.data.replace(/\s+/g, ' '), node, node.parentElement);
    }

    for (const root of roots) for (const child of root.childNodes) readNode(child);
    return { roots, blocks: [...blocks.values()] };
  };
}

interface CollectorParts {
  readonly drawn: DrawnText;
  readonly startBlocks: BlockStoreStart;
}

export interface BlockReader {
  /** May it hold a phone number or an email address? Only then is it worth to look how legible it is. */
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
    const link = target.closest('a');
    const isDead = link !== null && getComputedStyle(link).pointerEvents === 'none';
    const opener = target.closest('[data-touchlight-opens]') ?? link;
    const opens = opener?.getAttribute('data-touchlight-opens') ?? link?.getAttribute('href') ?? null;
    const href = isDead ? null : opens;
    const cover = reading.coveredBy(box, target);
    const firstLine = (): DOMRect => range.getClientRects()[0] ?? box();
    const isWorthIt = cover === null && isInteresting(text.slice(start, end));
    const legibility = isWorthIt ? reading.looksOf(firstLine, target) : null;
    reading.goHome();
    const spot = reading.spotOf(node instanceof Element ? node : range);
    return { start, end, href, aboveFold: placed.aboveFold, coveredBy: cover, legibility, spot };
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
    const part = { start: 0, end: picture.alt.length, href: null, legibility: null, spot: reading.spotOf(picture) };
    const cover = reading.coveredBy(measure, picture);
    reading.goHome();
    const parts = [{ ...part, aboveFold: placed.aboveFold, coveredBy: cover }];
    return [{ text: picture.alt, parts, label: '', heading: '', atEnd: layout.isAtEnd(picture) }];
  }

  return { isInteresting, seeBlock, seePicture };
}
