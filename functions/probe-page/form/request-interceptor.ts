import type { LookupFunction } from 'node:net';
import type { BrowserContext, Request, Route, WebSocketRoute } from 'playwright-core';
import { refusalOf } from '../../../shared/browser/public-addresses.ts';
import { isAnalytics } from './analytics.ts';
import { deliver, noAnswer } from './delivery.ts';
import type { Outgoing } from './outgoing.ts';
import { carries, carriesPart, isAlike, withoutFiles } from './payload.ts';
import { answerCounter, answerDraft, aPause, type Pause } from './stand-in.ts';

/** Timers that save a draft wait no longer after the last key. */
const quietMs = 1_200;
/** What is sent in a rhythm is over only after a silence that is so many times its longest pause; but this is always long enough. */
const rhythmFactor = 1.8;
const mostQuietMs = 4_000;
/** What typing causes has begun this long after the last field was left; what comes later and again comes from a timer. */
const echoMs = 1_500;
const timersRequests = 2;
/** A button's own request leaves in the moment of the press. */
const atOnceMs = 800;

export type Policy = 'stop' | 'send-once';

/** Stands between the browser and the network for the life of a form visit. */
export interface RequestInterceptor {
  readonly policy: Policy;
  /** What followed the press of the button; what typing alone has caused is no sending. */
  readonly outgoing: readonly Outgoing[];
  /** Has the like of this been sent before the button was pressed? */
  readonly wasUnasked: (record: Outgoing) => boolean;
  /** How long our stand-in has kept the page waiting since the button was pressed. */
  heldMs(): number;
  /** Has nothing been sent for a while, or will that never be so? */
  isSettled(): boolean;
  /** Must stand before any page is opened, because a page's sockets are caught when they are made. */
  guard(context: BrowserContext): Promise<void>;
  /** These values are the visitor's, who is typing: whatever carries one of them now is sent by that, until `release`. */
  watch(values: readonly string[]): void;
  /** How many requests typing has caused so far. */
  typingSent(): number;
  /** What typing seems to have sent since that many came of taps, which ask for nothing: its like follows every press. */
  sentByTaps(since: number): void;
  /** The last field has been left: nothing more is typed before the button is pressed. */
  leave(): void;
  /**
   * The button is about to be pressed. In `send-once`: the next request that carries what was typed may leave. One that carries
   * a single value of several asks about it (is this address valid?) before the form is sent, and may leave beside it.
   */
  release(typed: readonly string[]): void;
  /** The button has been pressed. */
  pressed(): void;
  /** What has no answer by now has timed out. */
  giveUp(): void;
  /** The page is opened once more, to be filled in from the beginning. */
  restart(): void;
}

/** Captchas and maps of bots talk to their own hosts while a form is filled; that delivers nothing to the site. */
const captchaHosts = /(^|\.)(google\.com|recaptcha\.net|gstatic\.com|hcaptcha\.com|challenges\.cloudflare\.com)$/;
const captchaPaths = /recaptcha|hcaptcha|turnstile|challenge-platform/;

/** What an interceptor goes by; it changes while the form is filled and sent. */
interface Standing {
  readonly policy: Policy;
  readonly mayLeave: (record: Outgoing) => Promise<boolean>;
  readonly lookup: LookupFunction | undefined;
  readonly outgoing: Outgoing[];
  /** The visitor's values. */
  typed: readonly string[];
  /** What was sent while the visitor was typing, and when that was last. */
  readonly early: Outgoing[];
  lastEarlyMs: number;
  /** The longest pause between two of them. */
  earlyPauseMs: number;
  /** When the last field was left, and how many requests came so late after it that no typing has caused them. */
  leftMs: number;
  byTimer: number;
  /** What is sent whenever something is tapped, and what was sent without the press of a first attempt. */
  readonly onTap: Outgoing[];
  /** The visitor has begun to press the button; null while typing. */
  pressingMs: number | null;
  /** The press has been made. */
  pressedMs: number;
  /** How many requests of the form's may still leave, and all that was typed into it. */
  tickets: number;
  whole: readonly string[];
  readonly pause: Pause;
  /** The address of the page in view. */
  page: () => string;
}

const untouched = { lastEarlyMs: -Infinity, earlyPauseMs: 0, leftMs: Infinity, byTimer: 0 };

/**
 * Stops everything that could deliver what is typed: every request that is not a plain read, every read that carries a
 * typed value, every WebSocket message that does.
 * @param mayLeave in `send-once`, asked just before a request of the form's leaves
 * @param lookup the address guard's: what it refuses is not even tried, so that it does not count as sent
 */
export function createRequestInterceptor(
  policy: Policy,
  mayLeave: (record: Outgoing) => Promise<boolean>,
  lookup: LookupFunction | undefined,
): RequestInterceptor {
  const outgoing: Outgoing[] = [];
  const page = (): string => 'about:blank';
  const standing: Standing = {
    ...{ policy, mayLeave, lookup, outgoing, typed: [], tickets: 0, whole: [], page, pause: aPause() },
    ...untouched,
    ...{ early: [], onTap: [], pressingMs: null, pressedMs: Infinity },
  };
  return {
    policy,
    outgoing,
    wasUnasked: (record) => standing.early.some((other) => isAlike(record, other)),
    heldMs: () => standing.pause.heldMs(),
    isSettled: () => isSilence(performance.now(), standing) || isDrivenByTimer(standing),
    async guard(context) {
      standing.page = () => context.pages()[0]?.url() ?? 'about:blank';
      await context.addInitScript(closeSideDoors);
      await context.route('**/*', (route) => meetRequest(route, standing));
      await context.routeWebSocket(/.*/, (socket) => meetSocket(socket, standing));
    },
    watch: (values) => {
      standing.typed = [...new Set([...standing.typed, ...values])];
      Object.assign(standing, { pressingMs: null, leftMs: Infinity });
    },
    typingSent: () => standing.early.length,
    sentByTaps: (since) => void standing.onTap.push(...standing.early.slice(since)),
    leave: () => void Object.assign(standing, { leftMs: performance.now() }),
    release: (values) => {
      Object.assign(standing, { pressingMs: performance.now(), pressedMs: Infinity, tickets: 1, whole: values });
      standing.pause.begin();
    },
    pressed: () => void Object.assign(standing, { pressedMs: performance.now() }),
    restart: () => {
      // Where the first press sent nothing, what was sent without it is no answer to the second.
      standing.onTap.splice(0, standing.onTap.length, ...(outgoing.length === 0 ? standing.early : []));
      outgoing.length = 0;
      standing.early.length = 0;
      Object.assign(standing, { typed: [], whole: [], tickets: 0, pressingMs: null, ...untouched });
    },
    giveUp: () => {
      for (const record of outgoing) if (record.status === null) record.failure ??= { timedOut: true, says: noAnswer };
    },
  };
}

async function meetRequest(route: Route, standing: Standing): Promise<void> {
  const { policy, lookup, outgoing, typed, page } = standing;
  const request = route.request();
  if (policy === 'send-once' && isAnalytics(new URL(request.url()))) return answerCounter(route);
  if (isHarmless(request, typed) || typed.length === 0) return route.continue();
  if (isAnalytics(new URL(request.url()))) return route.abort();
  const record = { page: page(), ...describe(request, typed) };
  const isTheForm = record.carries.length > 0 || record.unreadable;
  // Half an address is sent by who reads along, and by no button.
  const isPart = !isTheForm && carriesPart(`${record.url}\n${record.body?.toString('utf8') ?? ''}`, typed);
  if (isPart) return answerEarly(route, record, standing);
  if (policy === 'send-once' && !isTheForm) return route.continue();
  if (causedByTyping(record, standing)) return answerEarly(route, record, standing);
  outgoing.push(record);
  record.refusal = await refusalOf(record.url, lookup);
  if (policy === 'send-once' && record.refusal !== null) {
    record.failure = { timedOut: false, says: noAnswer };
    return route.abort('addressunreachable');
  }
  if (await leaves(record, standing)) await deliver(route, record, lookup);
  else await standing.pause.standIn(route, record);
  record.answeredMs = performance.now();
}

function meetSocket(socket: WebSocketRoute, standing: Standing): void {
  const server = socket.connectToServer();
  socket.onMessage(async (message) => {
    const body = Buffer.from(message);
    const carried = carries(body.toString('utf8'), standing.typed);
    const isPart = carried.length === 0 && carriesPart(body.toString('utf8'), standing.typed);
    if (carried.length === 0 && !isPart) return server.send(message);
    const record: Outgoing = {
      ...{ page: standing.page(), url: socket.url(), method: 'SEND', type: 'websocket' },
      ...{ contentType: '', body, unreadable: false, carries: carried },
      ...{ status: 101, failure: null, ledTo: null, refusal: null },
      ...{ leftMs: performance.now(), answeredMs: null },
    };
    if (isPart || causedByTyping(record, standing)) return void noteEarly(record, standing);
    standing.outgoing.push(record);
    if (await leaves(record, standing)) server.send(message);
  });
}

/**
 * Was it sent because something was typed, as drafts, leads and recordings of sessions are? What comes after the press is, if
 * its like came before; unless it follows the press at once, out of a silence, with what was typed: then the button sends to
 * where typing does, too.
 */
function causedByTyping(record: Outgoing, standing: Standing): boolean {
  const { early, onTap, pressingMs, pressedMs } = standing;
  if (pressingMs === null || onTap.some((other) => isAlike(record, other))) return true;
  const isPrompt =
    performance.now() - pressedMs < atOnceMs && isSilence(pressingMs, standing) && !isDrivenByTimer(standing);
  const followsAtOnce = isPrompt && record.carries.length > 0;
  return !followsAtOnce && early.some((other) => isAlike(record, other));
}

function isSilence(atMs: number, { lastEarlyMs, earlyPauseMs }: Standing): boolean {
  return atMs - lastEarlyMs > Math.min(Math.max(quietMs, rhythmFactor * earlyPauseMs), mostQuietMs);
}

/** A timer is late on a busy machine, and its next request is still no answer to a press. */
function isDrivenByTimer({ byTimer }: Standing): boolean {
  return byTimer >= timersRequests;
}

function noteEarly(record: Outgoing, standing: Standing): void {
  const now = performance.now();
  if (standing.early.length > 0) standing.earlyPauseMs = Math.max(standing.earlyPauseMs, now - standing.lastEarlyMs);
  if (standing.pressingMs === null && now - standing.leftMs > echoMs) standing.byTimer += 1;
  standing.early.push(record);
  standing.lastEarlyMs = now;
}

/** A draft is delivered to nobody: in both modes it gets our stand-in's answer. */
async function answerEarly(route: Route, record: Outgoing, standing: Standing): Promise<void> {
  noteEarly(record, standing);
  return answerDraft(route);
}

/** May this request of the form's leave? If it is more than a question, its ticket is used up by that. */
async function leaves(record: Outgoing, standing: Standing): Promise<boolean> {
  const { policy, mayLeave, whole } = standing;
  if (policy === 'stop' || standing.tickets === 0) return false;
  const isQuestion = whole.length > 1 && record.carries.filter((value) => whole.includes(value)).length === 1;
  if (!isQuestion) standing.tickets -= 1;
  return mayLeave(record);
}

/**
 * Runs in every page before its own scripts and closes the two ways past every interception: what a page sends while it is
 * being left (first in line on the window, this listener keeps that event to itself), and shared workers.
 */
function closeSideDoors(): void {
  Reflect.deleteProperty(window, 'SharedWorker');
  window.addEventListener('error', ({ message }) => {
    if (message.includes('SharedWorker')) document.documentElement.setAttribute('data-touchlight-hindered', '');
  });
  const keep = (event: Event): void => {
    if (event.type !== 'visibilitychange' || document.visibilityState === 'hidden') event.stopImmediatePropagation();
  };
  for (const moment of ['beforeunload', 'pagehide', 'unload', 'visibilitychange', 'freeze', 'pageswap']) {
    window.addEventListener(moment, keep, { capture: true });
  }
}

function isHarmless(request: Request, typed: readonly string[]): boolean {
  const url = new URL(request.url());
  if (!/^https?:$/.test(url.protocol)) return true;
  if (captchaHosts.test(url.hostname) && captchaPaths.test(url.href)) return true;
  return /^(GET|HEAD|OPTIONS)$/.test(request.method()) && !carriesAny(`${url.pathname}${url.search}`, typed);
}

function carriesAny(text: string, typed: readonly string[]): boolean {
  return carries(text, typed).length > 0 || carriesPart(text, typed);
}

function describe(request: Request, typed: readonly string[]): Omit<Outgoing, 'page'> {
  const body = request.postDataBuffer();
  const contentType = request.headers()['content-type'] ?? '';
  const text = body === null ? '' : withoutFiles(body, contentType);
  // A ping without anything in it hides nothing.
  const isEmpty = body === null && contentType === '';
  const hasBody = !/^(GET|HEAD)$/.test(request.method()) && !isEmpty;
  return {
    url: request.url(),
    method: request.method(),
    type: request.resourceType(),
    contentType,
    body,
    unreadable: hasBody && (body === null || text.includes('\ufffd') || /encrypt|octet-stream/.test(contentType)),
    carries: carries(`${request.url()}\n${text}`, typed),
    status: null,
    failure: null,
    ledTo: null,
    refusal: null,
    leftMs: performance.now(),
    answeredMs: null,
  };
}
