import type { ElementHandle, Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { screenKit } from '../walking/screen.ts';
import { recognizeTexts } from './recognize-texts.ts';

/** What could be read on a picture of the page. */
export interface DrawnText {
  /** The picture, by its alternative text or file name. */
  readonly picture: string;
  readonly text: string;
}

/** More than this, and the page is a gallery. */
const mostRead = 2;
const picturePatienceMs = 6_000;
/** In CSS pixels: more than that is the whole page, and letters on it are text. */
const tallestPx = 1_600;
/** A second or two; a busy host takes ten times as long. */
const readingPatienceMs = 20_000;

/**
 * Reads the pictures on which a contact may be drawn, as the visitor sees them. What cannot be read costs nothing but the
 * time for it: nobody may rely on there being nothing.
 */
export async function readDrawnTexts({ page }: Visit, signal: AbortSignal): Promise<readonly DrawnText[]> {
  const taken = await bestEffort(() => withinDeadline(takePictures(page), signal), picturePatienceMs);
  signal.throwIfAborted();
  if (!taken.ok || taken.value.length === 0) return [];
  const read = await bestEffort(
    (late) =>
      recognizeTexts(
        taken.value.map(({ bytes }) => bytes),
        AbortSignal.any([signal, late]),
      ),
    readingPatienceMs,
  );
  signal.throwIfAborted();
  if (!read.ok) return [];
  return taken.value.map(({ picture }, at) => ({ picture, text: read.value[at] ?? '' }));
}

interface TakenPicture {
  readonly picture: string;
  readonly bytes: Uint8Array;
}

async function takePictures(page: Page): Promise<TakenPicture[]> {
  const telling = await screenKit.evaluateHandle(page, ({ findPictures }) => findPictures());
  const taken: TakenPicture[] = [];
  for (const each of (await telling.getProperties()).values()) {
    if (taken.length === mostRead) break;
    const name = await (await each.getProperty('name')).jsonValue();
    const element = (await each.getProperty('element')).asElement();
    const bytes = element === null ? null : await takePicture(element as ElementHandle<Element>);
    if (bytes !== null) taken.push({ picture: String(name), bytes });
  }
  return taken;
}

async function takePicture(element: ElementHandle<Element>): Promise<Uint8Array | null> {
  const taken = await bestEffort(async () => {
    const box = await element.boundingBox();
    if (box === null || box.height > tallestPx) return null;
    return element.screenshot({ type: 'png', timeout: picturePatienceMs });
  }, picturePatienceMs);
  return taken.ok ? taken.value : null;
}
