import { afterAll, beforeAll, expect } from 'vitest';
import { liveChatWaiting } from '../../functions/probe-page/live-chat/probe.ts';
import type { Waits } from '../../functions/probe-page/live-chat/waits.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import { liveChat as spec } from '../../shared/probes/live-chat/spec.ts';
import type { BusinessMoment, Measured, ProbeContext } from '../../shared/runtime/probe.ts';
import { aContext } from '../support/a-context.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import type { Imitation } from './chat-imitations.ts';

/** The imitations are quicker than real chats. */
const waits: Waits = { chatMs: 1_200, pollMs: 50, presenceMs: 500, answerMs: 1_500, windowMs: 400 };

export interface Case {
  readonly inHours?: boolean;
  readonly chat?: string;
  /** What the vendor's host answers instead of its script. */
  readonly status?: number;
  /** What the page has besides. */
  readonly beside?: string;
}

interface ChatVisits {
  /** Of a page with a chat. */
  measure(imitation: Imitation, given?: Case): Promise<Measured>;
  /** Of a page that is served elsewhere. */
  measureAt(url: string, given: { readonly chat: string; readonly business: BusinessMoment }): Promise<Measured>;
}

const page = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Shop</title><h1>Shop</h1><main><p>Fresh coffee every day</p><div style="height:3000px"></div></main>${body}`;

type Launch = SharedBrowser['launch'];

/** Visits of the probe to pages with imitated chats, in one browser for all tests of a file. */
export function chatVisits(): ChatVisits {
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

  async function visited(url: string, launch: Launch, context: ProbeContext<typeof spec>): Promise<Measured> {
    const { signal } = context;
    let visit: Visit | undefined;
    try {
      visit = await openVisit({ url, device: 'desktop', throttled: false, signal, launch });
      return await liveChatWaiting(waits).measure(visit, context);
    } finally {
      await visit?.close();
    }
  }

  return {
    measure: (imitation, { inHours = true, chat, status, beside = '' } = {}) => {
      const path = `/${Object.keys(pages).length}`;
      pages[path] = page(imitation.embed + beside);
      const options = chat === undefined ? {} : { chat };
      const context = aContext(spec, { options, business: { isOpen: inHours, openMinutes: 300 } });
      const launch = answering(browser.launch, imitation.scripts, status);
      return visited(new URL(path, server.url).href, launch, context);
    },
    measureAt: (url, { chat, business }) =>
      visited(url, browser.launch, aContext(spec, { options: { chat }, business })),
  };
}

/** Opens browsers in which the vendors' hosts answer with these scripts, or all of them with another status. */
function answering(launch: Launch, scripts: Imitation['scripts'], status: number | undefined): Launch {
  return async (launching) => {
    const launched = await launch(launching);
    await launched.context.route(/^https:/, async (route) => {
      const url = route.request().url();
      expect(route.request().method()).toBe('GET');
      const script = scripts[url];
      if (script === undefined) return route.abort();
      const headers = { 'content-type': 'text/javascript' };
      return route.fulfill(status === undefined ? { headers, body: script } : { status, headers, body: '' });
    });
    return launched;
  };
}
