import type { Page } from 'playwright-core';
import type { EvidenceDraft } from '../../shared/model/evidence.ts';
import { withinDeadline } from '../../shared/runtime/deadline.ts';

const patienceMs = 5_000;

/** What is in view. A page that waits for its first script, or never holds still, has no picture to be taken of: then none. */
export async function takeScreenshot(page: Page, name: `${string}.jpg`, signal: AbortSignal): Promise<EvidenceDraft[]> {
  const taken = page.screenshot({ type: 'jpeg', quality: 70, timeout: patienceMs });
  const bytes = await withinDeadline(
    taken.catch(() => null),
    signal,
  );
  return bytes === null ? [] : [{ name, contentType: 'image/jpeg', bytes }];
}
