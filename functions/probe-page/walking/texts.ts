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
}

/** A block before anybody has looked where its parts are. */
interface TextBlock {
  text: string;
  readonly parts: { readonly start: number; readonly end: number; readonly node: Text }[];
}

/** The texts of a page, and the trees that they were found in: the document and its shadow trees. */
interface FoundTexts {
  readonly roots: readonly (Document | ShadowRoot)[];
  readonly blocks: readonly TextBlock[];
}

export type TextCollector = (layout: Layout, reading: Reading) => FoundTexts;

/** Runs in the page and brings all it needs. */
export function makeTextCollector(): TextCollector {
  /** Some write an address backwards against robots, and turn it round for people. */
  function asSeen(words: string, parent: Element): string {
    if (!/@|\d{3}/.test(words)) return words;
    const { unicodeBidi, direction } = getComputedStyle(parent);
    return /override/.test(unicodeBidi) && direction === 'rtl' ? [...words].toReversed().join('') : words;
  }

  return ({ blockOf, isShown }, { isLate }) => {
    const roots: (Document | ShadowRoot)[] = [document];
    const blocks = new Map<Element, TextBlock>();

    function readTexts(root: Document | ShadowRoot): void {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node !== null && !isLate(); node = walker.nextNode()) {
        if (node instanceof Element) {
          if (node.shadowRoot !== null) roots.push(node.shadowRoot);
          if (node.localName !== 'br') continue;
          const block = blocks.get(blockOf(node));
          if (block !== undefined) block.text += '\n';
          continue;
        }
        const parent = node.parentElement;
        if (!(node instanceof Text) || parent === null || /^(script|style|noscript|template)$/.test(parent.localName))
          continue;
        const words = asSeen(node.data.replace(/\s+/g, ' '), parent);
        if (words.trim() === '' && !blocks.has(blockOf(node))) continue;
        const key = blockOf(node);
        const block = blocks.get(key) ?? { text: '', parts: [] };
        blocks.set(key, block);
        if (block.text.length > 4000 || !isShown(parent)) continue;
        block.parts.push({ start: block.text.length, end: block.text.length + words.length, node });
        block.text += words;
      }
    }

    for (const root of roots) readTexts(root);
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

/** Runs in the page and brings all it needs. */
export function makeBlockReader(): BlockReader {
  const interesting = /@|[([{<]\s*(at|ät)\s*[)\]}>]|\sat\s.*\sdot\s|(?:\d[\s().\u00a0\u2009\u2010-\u2015/-]*){6}/i;
  const isInteresting = (text: string): boolean => interesting.test(text);

  function seeBlock({ text, parts }: TextBlock, reading: Reading): SeenBlock {
    const seen: SeenPart[] = [];
    for (const { start, end, node } of parts) {
      const target = node.parentElement;
      if (target === null || text.slice(start, end).trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const measure: Measure = () => range.getBoundingClientRect();
      const placed = reading.place(measure, target);
      if (placed === null) continue;
      const href = target.closest('a')?.getAttribute('href') ?? null;
      const cover = reading.coveredBy(measure, target);
      const firstLine = (): DOMRect => range.getClientRects()[0] ?? measure();
      const legibility =
        cover === null && isInteresting(text.slice(start, end)) ? reading.looksOf(firstLine, target) : null;
      seen.push({ start, end, href, aboveFold: placed.aboveFold, coveredBy: cover, legibility });
      reading.goHome();
    }
    return { text, parts: seen };
  }

  function seePicture(picture: HTMLImageElement, reading: Reading): SeenBlock[] {
    const measure: Measure = () => picture.getBoundingClientRect();
    const placed = reading.place(measure, picture);
    if (placed === null || picture.closest('a[href^="tel:"], a[href^="mailto:"]') !== null) return [];
    const part = { start: 0, end: picture.alt.length, href: null, legibility: null };
    const cover = reading.coveredBy(measure, picture);
    reading.goHome();
    return [{ text: picture.alt, parts: [{ ...part, aboveFold: placed.aboveFold, coveredBy: cover }] }];
  }

  return { isInteresting, seeBlock, seePicture };
}
