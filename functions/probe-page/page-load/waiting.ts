import type { Statement } from '../../../shared/model/finding.ts';
import type { WaterfallRequest } from '../../../shared/model/waterfall.ts';
import { type FileName, sayPageLoad } from '../../../shared/probes/page-load/statements.ts';
import { fileNameOf, fileOf, type Load, twoLargest } from './load.ts';
import { bytesOf, documentArrivedMs, endOf, heaviest, serviceOf } from './requests.ts';

/** The time that a paint kept the visitor waiting: from when it could have begun to when it was there. */
export interface Wait {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Can it be text that waits for its font? */
  readonly mayBeText: boolean;
}

/** How soon after what it waited for a slow phone shows something. */
const soonMs = 700;
/** The same for a whole page that a script uncovers at its load event: it often fades in. */
const fadeInMs = 1_500;

/**
 * What a paint waited for. Only what fills at least half of the wait is named; that something arrived earlier is no reason.
 */
export function explainWait(load: Load, wait: Wait): Statement {
  return (
    blockedByFiles(load, wait) ??
    waitsForFont(load, wait) ??
    keptBusy(load, wait) ??
    hiddenUntilLoaded(load, wait) ??
    waitsForDocument(load, wait) ??
    waitsForAnswer(load, wait) ??
    builtByScripts(load, wait) ??
    heldBackByTimer(load, wait) ??
    sayPageLoad('page-load/waits-unseen', {})
  );
}

/** The browser itself says which files it shows nothing without; an older one does not, and style sheets always are. */
function blockedByFiles(load: Load, wait: Wait): Statement | undefined {
  const { requests, url, vitals } = load;
  const blocking = blockingFiles(load, wait);
  const [last, before] = blocking;
  if (last === undefined || !fills(endOf(last), wait)) return undefined;
  const isAlone = before === undefined || !fills(endOf(before), wait);
  const waitedMs = (last.waitMs ?? last.durationMs ?? 0) - latencyOf(requests, vitals);
  if (isAlone && waitedMs > halfOf(wait)) {
    const file = fileNameOf(last, url);
    return sayPageLoad('page-load/waits-for-slow-file', {
      file,
      waitedMs: Math.round(waitedMs),
      came: hasWorked(last),
    });
  }
  const mayHold = vitals.fontsHold !== false;
  const fonts = requests.filter((request) => mayHold && request.type === 'Font' && isSoonBefore(request, wait));
  const named = [...blocking, ...fonts].filter(hasWorked);
  if (named.length === 0) return undefined;
  const imported = importedLate(last, named, url);
  return sayPageLoad('page-load/waits-for-files', { ...listed(named, url), ...(imported !== null && { imported }) });
}

/** The last of them could have come together with the style sheet that asks for it. */
function importedLate(
  last: WaterfallRequest,
  named: readonly WaterfallRequest[],
  pageUrl: string,
): { readonly file: FileName; readonly by: FileName } | null {
  const by = named.find(({ url }) => url === last.importedBy);
  return by === undefined ? null : { file: fileNameOf(last, pageUrl), by: fileNameOf(by, pageUrl) };
}

/** Those that came within the wait, the last first; without the scripts behind all content, where the others fill it by themselves. */
function blockingFiles({ requests, trailingScripts }: Load, wait: Wait): readonly WaterfallRequest[] {
  const all = requests
    .filter(({ type, blocks }) => blocks === 'screen' || (blocks === undefined && type === 'Stylesheet'))
    .filter((request) => endOf(request) > wait.fromMs && endOf(request) <= wait.untilMs)
    .toSorted((a, b) => endOf(b) - endOf(a));
  const others = all.filter(({ url }) => trailingScripts?.has(url) !== true);
  const [last] = others;
  return last !== undefined && fills(endOf(last), wait) ? others : all;
}

/** What the slow network that we give the phone adds to every answer: no server's fault. */
function latencyOf(requests: readonly WaterfallRequest[], { ttfbMs }: Load['vitals']): number {
  return ttfbMs === undefined ? 0 : Math.max(0, (documentArrivedMs(requests) ?? 0) - ttfbMs);
}

function waitsForFont({ requests, url, vitals }: Load, wait: Wait): Statement | undefined {
  if (!wait.mayBeText || vitals.fontsHold === false) return undefined;
  const font = requests
    .filter((request) => request.type === 'Font' && hasWorked(request) && isSoonBefore(request, wait))
    .toSorted((a, b) => endOf(b) - endOf(a))[0];
  return font && sayPageLoad('page-load/waits-for-font', { font: fileOf(font, url) });
}

function keptBusy(load: Load, wait: Wait): Statement | undefined {
  const busyMs = busyBetween(load, wait.fromMs, wait.untilMs);
  if (busyMs < halfOf(wait)) return undefined;
  const scripts = load.requests.filter(
    (request) => request.type === 'Script' && hasWorked(request) && endOf(request) <= wait.untilMs,
  );
  if (scripts.length === 0) return sayPageLoad('page-load/waits-for-page', {});
  const largest = twoLargest(scripts, load.url);
  return sayPageLoad('page-load/waits-for-work', { device: load.device, busyMs: Math.round(busyMs), largest });
}

/** It came right after the load event, while its own code had been there for long: a script had hidden it until then. */
function hiddenUntilLoaded({ requests, url, vitals: { loadMs } }: Load, wait: Wait): Statement | undefined {
  if (loadMs === undefined || wait.untilMs < loadMs || wait.untilMs - loadMs > fadeInMs) return undefined;
  const arrived = requests.filter((request) => hasWorked(request) && endOf(request) <= loadMs);
  const [code, rest] = [arrived.filter(isCode), arrived.filter((request) => !isCode(request))];
  const own = code.filter(({ thirdParty, blocks }) => thirdParty === null || blocks === 'screen');
  const since = Math.max(wait.fromMs, ...own.map(endOf));
  const pictures = rest.filter((request) => request.type !== 'Document' && endOf(request) > since);
  const [largest] = heaviest(pictures);
  if (largest === undefined || loadMs - since < halfOf(wait)) return undefined;
  return sayPageLoad('page-load/hidden-until-loaded', { bytes: bytesOf(arrived), largest: fileOf(largest, url) });
}

function waitsForDocument({ requests }: Load, wait: Wait): Statement | undefined {
  const page = requests.find((request) => request.type === 'Document' && hasWorked(request));
  return page !== undefined && isSoonBefore(page, wait)
    ? sayPageLoad('page-load/waits-for-document', { bytes: page.bytes })
    : undefined;
}

/** Counters ask for something all the time; what they are told is not shown. */
function waitsForAnswer({ requests, url }: Load, wait: Wait): Statement | undefined {
  const answer = requests
    .filter((request) => /^(Fetch|XHR)$/.test(request.type) && serviceOf(request) === undefined && hasWorked(request))
    .filter((request) => isSoonBefore(request, wait) && (request.durationMs ?? 0) >= halfOf(wait))
    .toSorted((a, b) => endOf(b) - endOf(a))[0];
  if (answer === undefined) return undefined;
  const tookMs = Math.round(answer.durationMs ?? 0);
  return sayPageLoad('page-load/waits-for-answer', { file: fileNameOf(answer, url), tookMs });
}

function builtByScripts(load: Load, wait: Wait): Statement | undefined {
  const late = load.requests.filter(
    (request) =>
      /^(Script|Stylesheet)$/.test(request.type) &&
      hasWorked(request) &&
      fills(endOf(request), wait) &&
      endOf(request) <= wait.untilMs,
  );
  const lastMs = Math.max(...late.map(endOf));
  const isSoon = wait.untilMs - lastMs - busyBetween(load, lastMs, wait.untilMs) <= soonMs;
  return late.length > 0 && isSoon ? sayPageLoad('page-load/built-by-scripts', listed(late, load.url)) : undefined;
}

/** Nothing arrives and nothing is worked on: it can only be the page's own clock. */
function heldBackByTimer(load: Load, { fromMs, untilMs }: Wait): Statement | undefined {
  let reachedMs = fromMs;
  let idleMs = -busyBetween(load, fromMs, untilMs);
  for (const request of load.requests.toSorted((a, b) => a.startMs - b.startMs)) {
    idleMs += Math.max(0, Math.min(request.startMs, untilMs) - reachedMs);
    reachedMs = Math.max(reachedMs, Math.min(endOf(request), untilMs));
  }
  idleMs += Math.max(0, untilMs - reachedMs);
  return idleMs * 2 >= untilMs - fromMs && idleMs >= soonMs
    ? sayPageLoad('page-load/waits-for-timer', { idleMs: Math.round(idleMs) })
    : undefined;
}

function listed(files: readonly WaterfallRequest[], pageUrl: string) {
  return { files: files.length, bytes: bytesOf(files), largest: twoLargest(files, pageUrl) };
}

function busyBetween({ vitals: { longTasks } }: Load, fromMs: number, untilMs: number): number {
  return longTasks.reduce((sum, { startMs, durationMs }) => {
    return sum + Math.max(0, Math.min(startMs + durationMs, untilMs) - Math.max(startMs, fromMs));
  }, 0);
}

function halfOf({ fromMs, untilMs }: Wait): number {
  return (untilMs - fromMs) / 2;
}

function fills(endMs: number, wait: Wait): boolean {
  return endMs >= wait.fromMs + halfOf(wait);
}

function isSoonBefore(request: WaterfallRequest, wait: Wait): boolean {
  const endMs = endOf(request);
  return fills(endMs, wait) && endMs <= wait.untilMs && wait.untilMs - endMs <= soonMs;
}

function isCode({ type }: WaterfallRequest): boolean {
  return /^(Script|Stylesheet|Font)$/.test(type);
}

function hasWorked({ status, bytes }: WaterfallRequest): boolean {
  return status !== null && status < 300 && bytes > 0;
}
