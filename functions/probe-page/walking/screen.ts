import type { Frame, JSHandle } from 'playwright-core';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { type LabelReader, makeDrawnText, makeLabelReader } from './drawn-text.ts';
import { type Kit, kit } from './kit.ts';
import { type LinkReader, type LinkWords, makeLinkReader, makeLinkWords, type SeenLink } from './links.ts';
import { makePictureMaps } from './picture-maps.ts';
import { type Layout, makeLayout, makeReadingStart, type ReadingLimits, type ReadingStart } from './reading.ts';
import type { SpotKeeper } from './spots.ts';
import {
  makePictureFinder,
  makePictureJudge,
  makePictureNames,
  type PictureFinder,
  pictureWords,
} from './telling-pictures.ts';
import {
  type BlockReader,
  makeBlockReader,
  makeBlockStoreStart,
  makeTextCollector,
  type SeenBlock,
  type TextCollector,
} from './texts.ts';
import { makeBoxes } from './visible-box.ts';

/** What a visitor sees of the page as it is now, scrolling allowed. Plain data: nothing in it points into the page. */
export interface Screen {
  readonly url: string;
  readonly language: string;
  /** As the browser's tab shows it; absent in results of other readers. */
  readonly title?: string;
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
  readonly keeper?: JSHandle<SpotKeeper>;
}

/** Adds what reads a screen; where the others have a reader of covers and of legibility, they are asked. */
export function withScreenReader<Others extends object>(others: Kit<Others>) {
  return others
    .holding({
      phonePicture: intoPage(patterns.phonePicture),
      mayHoldContact: intoPage(patterns.mayHoldContact),
      pictureWords,
    })
    .with('boxes', makeBoxes)
    .with('layout', makeLayout)
    .with('startReading', makeReadingStart)
    .with('drawn', makeDrawnText)
    .with('startBlocks', makeBlockStoreStart)
    .with('linkWords', makeLinkWords)
    .with('maps', makePictureMaps)
    .with('readLink', makeLinkReader)
    .with('names', makePictureNames)
    .with('isTelling', makePictureJudge)
    .with('findPictures', makePictureFinder)
    .with('labels', makeLabelReader)
    .with('collectTexts', makeTextCollector)
    .with('blockReader', makeBlockReader);
}

/** Reads a screen by itself: nothing covers, and nothing is hard to read. */
export const screenKit = withScreenReader(kit());

/** The visible text and links of a page or a frame by itself. Stops reading after its time budget. */
export function readScreen(frame: Frame, order: ReadingOrder): Promise<Screen> {
  return screenKit.evaluate(frame, readWithParts, order);
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

/** Runs in the page. */
export function readWithParts(order: Parts): Screen {
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
    title: document.title,
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
    tellingPictures: order.findPictures().map(({ name }) => name),
  };
}
