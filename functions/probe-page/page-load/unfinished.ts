import type { Progress, RequestRecord, Unfinished } from '../../../shared/browser/request-log.ts';
import type { Visit } from '../../../shared/browser/visit.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { sayPageLoad } from '../../../shared/probes/page-load/statements.ts';
import { shortUrl } from './load.ts';

/** Only these hold a page's load up; what scripts ask for does not. A film does until it has begun. */
const holdsUp = ({ type, respondedMs }: Readonly<RequestRecord>): boolean =>
  /^(Document|Stylesheet|Image|Font|Script)$/.test(type) || (type === 'Media' && respondedMs === null);

/** Silent for so long, or for a quarter of the wait, a download has come to a stop. */
const stoppedAfterMs = 5_000;
/** A file of unknown size that comes more slowly than this may come for ever. */
const leastBytesPerSecond = 2_000;
/** A browser asks one server for so many files at once; others wait for their turn, with nothing to show for it. */
const atOnce = 6;

/** Why a page had not loaded when it was not waited for any longer: it was on its way, or it will never arrive. */
export function sayUnfinished(
  stillLoading: NonNullable<Visit['stillLoading']>,
  { url, device }: Pick<Visit, 'url' | 'device'>,
): { readonly cause: 'still-loading' | 'never-loads'; readonly says: Statement } {
  const { afterMs, records } = stillLoading;
  const open = stillLoading.unfinished.filter(({ record }) => holdsUp(record));
  if (!isArriving(open, stillLoading)) {
    const [waiting] = open.toSorted((a, b) => b.quietMs - a.quietMs);
    const waitsFor = waiting === undefined ? null : { address: shortUrl(waiting.record.url, url) };
    return { cause: 'never-loads', says: sayPageLoad('page-load/never-loads', { waitsFor }) };
  }
  const expected = new Map(open.map(({ record, expectedBytes }) => [record, expectedBytes ?? 0]));
  const sizeOf = (record: Readonly<RequestRecord>): number => Math.max(record.transferBytes, expected.get(record) ?? 0);
  const [largest] = records.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const says = sayPageLoad('page-load/still-loading', {
    ...{ device, afterMs },
    arrivedBytes: Math.round(records.reduce((sum, { transferBytes }) => sum + transferBytes, 0)),
    expectedBytes: Math.round(records.reduce((sum, record) => sum + sizeOf(record), 0)),
    unsized: open.filter(({ record, expectedBytes }) => expectedBytes === null && record.transferBytes === 0).length,
    largest: largest === undefined ? null : { address: shortUrl(largest.url, url), bytes: sizeOf(largest) },
  });
  return { cause: 'still-loading', says };
}

function isArriving(
  open: readonly Unfinished[],
  { lastEndMs, afterMs }: Progress & { readonly afterMs: number },
): boolean {
  const stoppedMs = Math.min(stoppedAfterMs, afterMs / 4);
  const isComing = ({ record, expectedBytes, quietMs }: Unfinished): boolean => {
    if (record.respondedMs === null || record.transferBytes === 0 || quietMs > stoppedMs) return false;
    if (expectedBytes !== null) return true;
    const seconds = Math.max(1, (afterMs - record.respondedMs) / 1000);
    return record.transferBytes / seconds >= leastBytesPerSecond;
  };
  const takesTurns = open.length > atOnce && lastEndMs !== null && lastEndMs <= stoppedMs;
  return takesTurns || open.some(isComing);
}
