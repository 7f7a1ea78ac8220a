import type { Visit } from '../../../shared/browser/visit.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import type { Load } from './load.ts';
import { endOf, longestUrl } from './requests.ts';

const patienceMs = 1_500;
/** A browser ends its loading so soon after the last file, and pictures that it only waits for end together. */
const soonMs = 300;
/** Nobody notices less. */
const noticedMs = 500;

/** What keeps a page loading when its first screen has long been complete. */
export interface FirstScreen {
  readonly completeMs: number;
  /** The pictures further down that came after that, heaviest first. */
  readonly below: readonly WaterfallRequest[];
  /** The browser would fetch all of them later if the page asked it to (loading="lazy"). */
  readonly canWait: boolean;
}

/**
 * When everything that the first screen may need was there, where only pictures further down came later; null where that cannot
 * be said. A file that is not known to be such a picture counts as needed.
 */
export async function firstScreenOf({ page }: Pick<Visit, 'page'>, load: Load): Promise<FirstScreen | null> {
  const { loadMs, lcpMs, fcpMs, longTasks } = load.vitals;
  if (loadMs === undefined || lcpMs === undefined || fcpMs === undefined) return null;
  const paintedMs = Math.max(lcpMs, fcpMs);
  const mayBeLate = (request: WaterfallRequest): boolean =>
    request.type === 'Image' && endOf(request) > Math.max(paintedMs, loadMs - soonMs);
  if (loadMs - paintedMs < noticedMs || !load.requests.some(mayBeLate)) return null;
  const seen = await bestEffort(() => page.evaluate(picturesFurtherDown), patienceMs);
  if (!seen.ok) return null;
  const stored = (urls: readonly string[]): Set<string> =>
    new Set(urls.map((url) => shorten(oneLine(url), longestUrl)));
  const [furtherDown, farDown] = [stored(seen.value.below), stored(seen.value.far)];
  const loaded = load.requests.filter((request) => endOf(request) <= loadMs);
  const isBelow = ({ url, type }: WaterfallRequest): boolean => type === 'Image' && furtherDown.has(url);
  const needed = loaded.filter((request) => !isBelow(request)).map(endOf);
  const busy = longTasks.filter(({ startMs }) => startMs < loadMs).map((task) => task.startMs + task.durationMs);
  const completeMs = Math.max(paintedMs, ...needed, ...busy);
  const below = loaded.filter((request) => isBelow(request) && endOf(request) > completeMs + noticedMs);
  const lastMs = Math.max(0, ...below.map(endOf));
  if (below.length === 0 || loadMs - lastMs > soonMs) return null;
  return {
    completeMs,
    below: below.toSorted((a, b) => b.bytes - a.bytes),
    canWait: below.every(({ url }) => farDown.has(url)),
  };
}

/**
 * Runs in the page. The addresses of the pictures that stand below the first screen and nowhere else. What has no place of its own
 * may be shown by a script at any time, so it counts as standing on the first screen. Far: beyond the distance from the screen at
 * which Chrome fetches lazy pictures all the same (1,250 pixels on a fast connection), and not a background.
 */
function picturesFurtherDown(): { readonly below: string[]; readonly far: string[] } {
  const [mostElements, lazyPx] = [5_000, 1_250];
  const [below, above, near] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isBelow = (element: Element): boolean => {
    const { top, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && top + scrollY >= innerHeight && getComputedStyle(element).position !== 'fixed';
  };
  const absolute = (url: string): string => URL.parse(url, document.baseURI)?.href ?? '';
  const drawnBy = (element: Element): string[] => {
    const { backgroundImage, maskImage, listStyleImage } = getComputedStyle(element);
    const styled = `${backgroundImage} ${maskImage} ${listStyleImage}`;
    const own = element instanceof HTMLImageElement ? [element.currentSrc] : [];
    const poster = element instanceof HTMLVideoElement && element.poster !== '' ? [absolute(element.poster)] : [];
    const urls = [...styled.matchAll(/url\("([^"]+)"\)/g)].map(([, url = '']) => absolute(url));
    return [...own, ...poster, ...urls].filter((url) => url !== '');
  };
  const elements = document.body?.getElementsByTagName('*') ?? [];
  if (elements.length > mostElements) return { below: [], far: [] };
  for (const element of elements) {
    const urls = drawnBy(element);
    if (urls.length === 0) continue;
    const place = isBelow(element) ? below : above;
    const isFar =
      element instanceof HTMLImageElement && element.getBoundingClientRect().top + scrollY > innerHeight + lazyPx;
    for (const url of urls) {
      place.add(url);
      if (!isFar || url !== element.currentSrc) near.add(url);
    }
  }
  const furtherDown = [...below].filter((url) => !above.has(url));
  return { below: furtherDown, far: furtherDown.filter((url) => !near.has(url)) };
}
