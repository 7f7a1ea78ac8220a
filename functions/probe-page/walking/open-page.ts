import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { arrive } from './arrive.ts';
import { passGates } from './gates.ts';
import { dismissOverlays, waitOutPreloader } from './overlays.ts';
import { steadily } from './steadily.ts';

const pageTimeoutMs = 8_000;

/** Opens a page as a visitor meets it, behind gates, banners and loading screens. False when there is no page. */
export async function openPage(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const { page } = visit;
  const went = page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs });
  const response = await withinDeadline(
    went.catch((error: unknown) => (/interrupted by another navigation/.test(String(error)) ? null : 'failed')),
    signal,
  );
  if (response === 'failed') return false;
  await makeReady(visit, signal);
  return steadily(visit, () => hasPage(visit, signal), signal);
}

/** Waits until there is something to look at, and takes out of the way what is. */
export async function makeReady(visit: Visit, signal: AbortSignal): Promise<void> {
  const ready = async (): Promise<void> => {
    await arrive(visit, signal);
    await waitOutPreloader(visit.page, signal);
    await passGates(visit, signal);
    await dismissOverlays(visit, signal);
  };
  await steadily(visit, ready, signal);
}

/**
 * Is there a page, whatever the status says? Hosts of single-page applications answer 404 with the very application that then
 * draws the page.
 */
export async function hasPage({ page }: Visit, signal: AbortSignal): Promise<boolean> {
  return withinDeadline(page.evaluate(isPage, intoPage(patterns.notFound)), signal);
}

/** Runs in the page. */
function isPage({ source, flags }: IntoPage): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const { responseStatus = 200 } = (navigation ?? {}) as { responseStatus?: number };
  if (responseStatus < 400) return true;
  if (responseStatus !== 404 || document.scripts.length === 0) return false;
  const notFound = new RegExp(source, flags);
  const headings = [...document.querySelectorAll('h1, h2')].map((heading) => heading.textContent ?? '');
  const text = document.body?.innerText.trim() ?? '';
  return text.length > 60 && ![document.title, ...headings, text.slice(0, 80)].some((said) => notFound.test(said));
}
