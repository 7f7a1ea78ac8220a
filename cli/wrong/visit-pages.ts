import { z } from 'zod';
import type { PartOf } from '../../functions/probe-page/page-part.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { PagePart } from './page-html.ts';

const patienceMs = 40_000;
const loadPatienceMs = 15_000;
const mostPages = 2;

/** Opens the pages where the check found something, or should have, and takes the part that it looks at. Types and presses nothing. */
export type VisitPages = (check: Check, result: Result) => Promise<PagePart[]>;

export const visitPages: VisitPages = async (check, result) => {
  const part = partOf(check.probe);
  if (part === null || check.url === null) return [];
  const signal = AbortSignal.timeout(patienceMs);
  const parts: PagePart[] = [];
  for (const url of pagesOf(check.url, check, result)) {
    const seen = await visitPage(url, part, check, signal).catch(() => null);
    if (seen !== null) parts.push(seen);
  }
  return parts;
};

async function visitPage(url: string, part: PartOf, check: Check, signal: AbortSignal): Promise<PagePart | null> {
  const [{ openVisit }, { readPagePart }] = await Promise.all([
    import('../../shared/browser/visit.ts'),
    import('../../functions/probe-page/page-part.ts'),
  ]);
  const device = check.device ?? 'desktop';
  const visit = await openVisit({ url, device, throttled: false, signal, loadTimeoutMs: loadPatienceMs });
  try {
    if (visit.landing.kind !== 'page') return null;
    const said = pageSays.parse(await visit.page.evaluate(whatPageSays));
    return { url: visit.page.url(), ...said, body: await readPagePart(visit, part, signal) };
  } finally {
    await visit.close();
  }
}

const pageSays = z.object({ language: z.string(), viewport: z.string().nullable() });
const whatPageSays = `({
  language: document.documentElement.lang,
  viewport: document.querySelector('meta[name="viewport" i]')?.getAttribute('content') ?? null,
})`;

function partOf(probe: string): PartOf | null {
  return probe === 'contacts' || probe === 'form' ? probe : null;
}

const placed = z.array(z.object({ page: z.string() }));

/** The page under test, and the first other one of the site on which something was found. */
function pagesOf(url: string, { options }: Check, { details }: Result): string[] {
  const named = typeof options['page'] === 'string' ? [new URL(options['page'], url).href] : [];
  const found = ['found', 'forms'].flatMap((key) => {
    const list = placed.safeParse(details[key]);
    return list.success ? list.data.map(({ page }) => page) : [];
  });
  const here = URL.parse(url)?.host;
  const all = [...named, url, ...found].filter((page) => URL.parse(page)?.host === here);
  return [...new Set(all.map((page) => page.split('#')[0] ?? page))].slice(0, mostPages);
}
