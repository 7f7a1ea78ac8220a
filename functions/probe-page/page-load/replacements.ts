import type { Page } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/** One may be a page that sends the visitor on late; nobody gets to read one that is replaced again and again. */
const mostReplacements = 2;
const patienceMs = 5_000;
const pollMs = 250;

export interface Replacements {
  /** Does the page replace itself over and over? Waits for it only where it has done so once already. */
  goOn(signal: AbortSignal): Promise<boolean>;
  stop(): void;
}

/** Counts from now on how often another document takes the page's place, by a script or a header of its own. */
export function watchReplacements(page: Page): Replacements {
  let count = 0;
  const onDocument = (): void => {
    count += 1;
  };
  page.on('domcontentloaded', onDocument);
  return {
    async goOn(signal) {
      for (let waitedMs = 0; count > 0 && count <= mostReplacements && waitedMs < patienceMs; waitedMs += pollMs) {
        await withinDeadline(page.waitForTimeout(pollMs), signal);
      }
      return count > mostReplacements;
    },
    stop: () => void page.off('domcontentloaded', onDocument),
  };
}
