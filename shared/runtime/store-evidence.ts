import type { Evidence, EvidenceDraft, EvidenceGap, UnmadeEvidence } from '../model/evidence.ts';
import type { EvidenceStore } from '../ports/evidence-store.ts';
import { bestEffort } from './best-effort.ts';
import { DeadlineError } from './deadline.ts';

/** All pieces of a visit are stored side by side, so this is what a silent store adds to a visit. */
export const storePatienceMs = 5_000;
/** A screenshot has some 100 KB, a large Lighthouse report 2 MB: beyond this something went wrong. */
export const largestEvidenceBytes = 20 * 1024 * 1024;

export interface StoredEvidence {
  readonly stored: readonly Evidence[];
  readonly gaps: readonly EvidenceGap[];
}

/**
 * Stores what a run brought along. Best effort: a picture that cannot be kept costs the picture and never the measurement,
 * and a visit is not made again for its sake.
 * @param onFault gets what the store said, for the log
 */
export async function storeEvidence(
  runId: string,
  drafts: readonly (EvidenceDraft | UnmadeEvidence)[],
  store: EvidenceStore,
  onFault: (error: unknown) => void,
): Promise<StoredEvidence> {
  const kept = await Promise.all(drafts.map((draft) => storeOne(runId, draft, store, onFault)));
  return {
    stored: kept.flatMap((each) => ('reference' in each ? each : [])),
    gaps: kept.flatMap((each) => ('reference' in each ? [] : each)),
  };
}

async function storeOne(
  runId: string,
  draft: EvidenceDraft | UnmadeEvidence,
  store: EvidenceStore,
  onFault: (error: unknown) => void,
): Promise<Evidence | EvidenceGap> {
  const { name, contentType, bytes } = draft;
  if (bytes === null) return { name, why: 'not-made', code: null };
  if (bytes.length === 0) return { name, why: 'empty', code: null };
  if (bytes.length > largestEvidenceBytes) return { name, why: 'too-large', code: `${bytes.length} bytes` };
  const effort = await bestEffort((signal) => store.put(runId, { name, contentType, bytes }, signal), storePatienceMs);
  if (effort.ok) return effort.value;
  onFault(
    new Error(`The evidence ${name} could not be stored; the measurement goes on without it.`, { cause: effort.error }),
  );
  return { name, ...reasonOf(effort.error) };
}

const signs: readonly (readonly [EvidenceGap['why'], RegExp])[] = [
  ['full', /^(ENOSPC|EDQUOT|EFBIG)$/],
  ['refused', /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|AccessDenied|Forbidden|InvalidAccessKeyId|ExpiredToken.*)$/],
  ['busy', /^(SlowDown|Throttl.*|TooManyRequests.*|RequestLimitExceeded|ServiceUnavailable|EMFILE|ENFILE)$/],
];

/** The kind, and the system's own word for it. Never its message, which may name accounts, paths and addresses. */
function reasonOf(error: unknown): Pick<EvidenceGap, 'why' | 'code'> {
  if (error instanceof DeadlineError) return { why: 'too-slow', code: null };
  const code = codeOf(error);
  return { why: signs.find(([, sign]) => sign.test(code ?? ''))?.[0] ?? 'failed', code };
}

/** Of the deepest cause: a store wraps what the system said. AWS puts it into the error's name. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const deeper = codeOf(error.cause);
  if (deeper !== null) return deeper;
  const word = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return /^(Error|TypeError|StorageError)$/.test(word) || !/^\w{1,60}$/.test(word) ? null : word;
}
