import type { Route } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { chatAskerWaiting } from '../../functions/probe-page/live-chat/asking/probe.ts';
import { isQuestion, questionSending } from '../../functions/probe-page/live-chat/asking/question.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import type { Result } from '../../shared/model/result.ts';
import { liveChat as spec } from '../../shared/probes/live-chat/spec.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aCheck, type CheckOverrides } from '../support/a-check.ts';
import { aContext } from '../support/a-context.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { wire } from './asked-chats.ts';
import type { Imitation } from './chat-imitations.ts';

export const enquiry = {
  name: 'Touchlight TL-7K3Q9ZB',
  email: 'shopper+tl-7k3q9zb@probe.example',
  subject: 'Question in the live chat (test TL-7K3Q9ZB)',
  text: 'Hello! Can I pay by card? (This is a test message, TL-7K3Q9ZB.)',
};
const waits = { chatMs: 1_200, pollMs: 30, presenceMs: 150, answerMs: 1_500, windowMs: 600 };
const patience = { confirmMs: 400, watchMs: 700, visitMs: 90_000 };
export const monday = '2026-11-16T08:00:00.000Z';

const counter = 'https://www.google-analytics.com/analytics.js';

/** Opens browsers in which the vendor's hosts answer, and that keep what leaves. */
function wired(
  launch: SharedBrowser['launch'],
  { scripts }: Imitation,
  sent: string[],
  counted: string[],
): SharedBrowser['launch'] {
  return async (launching) => {
    const launched = await launch(launching);
    await launched.context.route(/^https:/, async (route: Route) => {
      const request = route.request();
      if (request.url() === wire) {
        sent.push(request.postData() ?? '');
        return route.fulfill({ body: '' });
      }
      if (request.url() === counter) counted.push(counter);
      const body = scripts[request.url()];
      const isPage = request.resourceType() === 'document';
      return body === undefined
        ? route.abort()
        : route.fulfill({ headers: { 'content-type': isPage ? 'text/html' : 'text/javascript' }, body });
    });
    return launched;
  };
}

interface Told {
  readonly result: Measured;
  /** What has left. */
  readonly sent: readonly string[];
  readonly submissions: ReturnType<typeof emptySubmissions>;
}

interface Visits {
  /** Delivers the visit of Monday morning. @param now when it begins */
  readonly run: (overrides: CheckOverrides, now?: string) => Promise<Result[]>;
  readonly sent: readonly string[];
  /** Counters of visitors that were called. */
  readonly counted: readonly string[];
  readonly submissions: ReturnType<typeof emptySubmissions>;
}

interface AskingVisits {
  /** The probe alone, in a hurry. */
  ask(imitation: Imitation): Promise<Told>;
  /** The whole visit, as the queue delivers it. */
  visits(imitation: Imitation): Visits;
}

interface Stage {
  readonly launch: SharedBrowser['launch'];
  /** Puts a page with a chat on the server. @returns its address */
  readonly put: (imitation: Imitation) => string;
}

/** Visits that ask a question in imitated chats, in one browser for all tests of a file. */
export function askingVisits(): AskingVisits {
  let browser: SharedBrowser;
  let server: TestServer;
  const pages: Record<string, string> = {};
  beforeAll(async () => {
    browser = await aSharedBrowser();
    server = await serve(pages);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const put = ({ embed }: Imitation): string => {
    const path = `/${Object.keys(pages).length}`;
    pages[path] = `<!doctype html><meta charset="utf-8"><title>Shop</title><h1>Shop</h1><p>Fresh coffee</p>${embed}`;
    return new URL(path, server.url).href;
  };
  const stage: Stage = { launch: (options) => browser.launch(options), put };
  return { ask: (imitation) => ask(stage, imitation), visits: (imitation) => visits(stage, imitation) };
}

async function ask({ launch, put }: Stage, imitation: Imitation): Promise<Told> {
  const sent: string[] = [];
  const submissions = emptySubmissions();
  const check = { ...aCheck({ id: 'website/chat-question', probe: 'live-chat' }), enquiry };
  if (!isQuestion(check)) throw new Error('It is a question.');
  const context = aContext(spec, { business: { isOpen: true, openMinutes: 100 } });
  const url = put(imitation);
  let visit: Visit | undefined;
  try {
    const open = async (): Promise<Visit> => {
      const wiredUp = wired(launch, imitation, sent, []);
      visit = await openVisit({ url, device: 'desktop', throttled: false, signal: context.signal, launch: wiredUp });
      return visit;
    };
    const sending = questionSending(check, monday, submissions, () => Date.parse(monday));
    const result = await chatAskerWaiting(waits, patience).measure({ open, sending, enquiry }, context);
    return { result, sent, submissions };
  } finally {
    await visit?.close();
  }
}

function visits({ launch, put }: Stage, imitation: Imitation): Visits {
  const url = put({ ...imitation, embed: `<script src="${counter}"></script>${imitation.embed}` });
  const submissions = emptySubmissions();
  const sent: string[] = [];
  const counted: string[] = [];
  const run = (overrides: CheckOverrides, now = monday) =>
    runVisit(
      {
        scheduledAt: monday,
        confirmation: false,
        checks: [aCheck({ id: 'website/chat-question', probe: 'live-chat', url, options: {}, ...overrides })],
      },
      {
        evidence: { put: () => Promise.reject(new Error('A question has no evidence.')) },
        now: () => Date.parse(now),
        network: 'any',
        progress: () => {},
        onFault: () => {},
        submissions,
        launch: wired(launch, imitation, sent, counted),
      },
    );
  return { run, sent, counted, submissions };
}

/** What was heard after the question. */
export const whatWas = ({ details }: Measured): unknown[] =>
  (details?.['heard'] as { what: string }[] | undefined)?.map(({ what }) => what) ?? [];
