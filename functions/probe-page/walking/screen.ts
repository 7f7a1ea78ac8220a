import type { Frame, JSHandle } from 'playwright-core';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import type { CoverReader } from './covers.ts';
import { type LabelReader, makeDrawnText, makeLabelReader } from './drawn-text.ts';
import type { LegibilityReader } from './legibility.ts';
import { type LinkReader, type LinkWords, makeLinkReader, makeLinkWords, type SeenLink } from './links.ts';
import { type Layout, makeLayout, makeReadingStart, type ReadingLimits, type ReadingStart } from './reading.ts';
import type { SpotKeeper } from './spots.ts';
import { makePictureFinder, type PictureFinder } from './telling-pictures.ts';
import {
  type BlockReader,
  makeBlockReader,
  makeBlockStoreStart,
  makeTextCollector,
  type SeenBlock,
  type TextCollector,
} from './texts.ts';

/** What a visitor sees of the page as it is now, scrolling allowed. Plain data: nothing in it points into the page. */
export interface Screen {
  readonly url: string;
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly SeenBlock[];
  readonly links: readonly SeenLink[];
  /** JSON-LD as written; hints only, a visitor does not see it. */
  readonly structuredData: readonly string[];
  readonly hasForm: boolean;
  /** On which a contact may be drawn: their alternative texts or file names. */
  readonly tellingPictures: readonly string[];
}

export interface ReadingOrder extends Omit<ReadingLimits, 'coverAt' | 'legibilityOf' | 'keeper'> {
  /** Pictures or icon fonts of the page did not arrive: a link without text then stands for its icon. */
  readonly iconsFailed: boolean;
  readonly coverAt?: JSHandle<CoverReader>;
  readonly legibilityOf?: JSHandle<LegibilityReader>;
  readonly keeper?: JSHandle<SpotKeeper>;
}

/** The visible text and links, with what covers them. Stops reading after its time budget. */
export async function readScreen(frame: Frame, order: ReadingOrder): Promise<Screen> {
  const [layout, startReading, drawn, startBlocks, linkWords, readLink, findPictures] = await Promise.all([
    frame.evaluateHandle(makeLayout),
    frame.evaluateHandle(makeReadingStart),
    frame.evaluateHandle(makeDrawnText),
    frame.evaluateHandle(makeBlockStoreStart),
    frame.evaluateHandle(makeLinkWords),
    frame.evaluateHandle(makeLinkReader),
    frame.evaluateHandle(makePictureFinder),
  ]);
  const labels = await frame.evaluateHandle(makeLabelReader, drawn);
  const mayHoldContact = intoPage(patterns.mayHoldContact);
  const [collectTexts, blockReader] = await Promise.all([
    frame.evaluateHandle(makeTextCollector, { drawn, startBlocks }),
    frame.evaluateHandle(makeBlockReader, { mayHoldContact, labels, layout }),
  ]);
  const phonePicture = intoPage(patterns.phonePicture);
  const parts = {
    phonePicture,
    layout,
    startReading,
    collectTexts,
    blockReader,
    linkWords,
    readLink,
    findPictures,
    labels,
  };
  return frame.evaluate(readWithParts, { ...order, ...parts });
}

interface Parts extends ReadingLimits {
  readonly iconsFailed: boolean;
  readonly phonePicture: IntoPage;
  readonly layout: Layout;
  readonly startReading: ReadingStart;
  readonly collectTexts: TextCollector;
  readonly blockReader: BlockReader;
  readonly linkWords: LinkWords;
  readonly readLink: LinkReader;
  readonly findPictures: PictureFinder;
  readonly labels: LabelReader;
}

/** Runs in the page, with what the functions that are sent there before it have made. */
function readWithParts(order: Parts): Screen {
  const { iconsFailed, layout, blockReader, linkWords } = order;
  const phonePicture = new RegExp(order.phonePicture.source, order.phonePicture.flags);
  const reading = order.startReading(order, layout);
  const { roots, blocks } = order.collectTexts(layout, reading);
  const links: SeenLink[] = [];
  for (const element of roots.flatMap((root) => [
    ...root.querySelectorAll('a, area, [onclick], [data-href], [data-cfemail], [data-touchlight-opens]'),
  ])) {
    const href = linkWords.addressOf(element);
    if (href === null || links.length >= 1500 || reading.isLate()) continue;
    const link = order.readLink(element, href, { iconsFailed, layout, reading, labels: order.labels });
    links.push({ ...link, text: linkWords.wordsOf(element) });
  }
  return {
    url: location.href,
    language: document.documentElement.lang,
    text: (document.body?.innerText ?? '').slice(0, 100_000),
    blocks: [
      ...blocks
        .filter(({ text }) => blockReader.isInteresting(text))
        .slice(0, 200)
        .map((block) => blockReader.seeBlock(block, reading)),
      ...[...document.images]
        .filter(({ alt }) => phonePicture.test(alt) && blockReader.isInteresting(alt))
        .slice(0, 20)
        .flatMap((picture) => blockReader.seePicture(picture, reading)),
    ],
    links,
    structuredData: [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map((script) => script.textContent?.slice(0, 20_000) ?? '')
      .slice(0, 10),
    hasForm: [...document.querySelectorAll('form')].some(
      (form) => layout.isShown(form) && form.querySelector('textarea') !== null,
    ),
    tellingPictures: order.findPictures(layout),
  };
}
