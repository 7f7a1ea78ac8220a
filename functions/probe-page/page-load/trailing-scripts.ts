import type { Visit } from '../../../shared/browser/visit.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { longestUrl } from './requests.ts';

const patienceMs = 1_500;

/**
 * The scripts at the very end of the page, by address: what stands before them is shown without them, though Chromium may count
 * them among what blocks the screen. None where that cannot be seen.
 */
export async function trailingScriptsOf({ page }: Pick<Visit, 'page'>): Promise<ReadonlySet<string>> {
  const seen = await bestEffort(() => page.evaluate(scriptsBehindEverything), patienceMs);
  return new Set(seen.ok ? seen.value.map((url) => shorten(oneLine(url), longestUrl)) : []);
}

/** Runs in the page. What scripts have added since (a chat's bubble, hidden boxes) does not count as content. */
function scriptsBehindEverything(): string[] {
  const isContent = (node: Node): boolean => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '';
    const { width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(node).position !== 'fixed';
  };
  const urls: string[] = [];
  for (let node = document.body?.lastChild ?? null; node !== null && !isContent(node); node = node.previousSibling) {
    if (node instanceof HTMLScriptElement && node.src !== '') urls.push(node.src);
  }
  return urls;
}
