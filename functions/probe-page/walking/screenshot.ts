import type { Visit } from '../../../shared/browser/visit.ts';
import type { EvidenceDraft, UnmadeEvidence } from '../../../shared/model/evidence.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

const patienceMs = 5_000;

/**
 * What is in view. A page that waits for its first script, never holds still or has crashed has no picture to be taken of:
 * then there is none, and what was measured before stays.
 */
export async function takeScreenshot(
  { page, unthrottle }: Pick<Visit, 'page' | 'unthrottle'>,
  name: `${string}.jpg`,
  signal: AbortSignal,
): Promise<EvidenceDraft | UnmadeEvidence> {
  const take = async (): Promise<Uint8Array> => {
    // The load has been measured: the picture of it need not wait for a phone's processor.
    await unthrottle();
    return page.screenshot({ type: 'jpeg', quality: 70, timeout: patienceMs });
  };
  const taken = await bestEffort(() => withinDeadline(take(), signal), patienceMs);
  return { name, contentType: 'image/jpeg', bytes: taken.ok ? taken.value : null };
}
