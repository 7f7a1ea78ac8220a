import { createHash } from 'node:crypto';
import { type CheckId, parseCheckId } from '../../shared/model/check-id.ts';

/** A check's name for files on every system: `website_page-load@mobile`, with a page `website_page-load@mobile_prices-1f0c2a9b`. */
export function fileNameOfCheck(checkId: CheckId): string {
  const { touchpointId, probe, page, device } = parseCheckId(checkId);
  const name = `${touchpointId}_${probe}${device === null ? '' : `@${device}`}`;
  if (page === null) return name;
  // Different paths may read alike once their slashes are gone, and some systems see no difference between a and A.
  const words = page.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '');
  return `${name}_${words.slice(0, 60)}-${shortHash(page)}`;
}

/** An instant without the colons that some systems refuse: `2026-11-22T16-00-00.000Z`. Still sorts by time. */
export function fileNameOfInstant(instant: string): string {
  return instant.replaceAll(':', '-');
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
