import type { IncomingMessage, ServerResponse } from 'node:http';
import { contacts } from '../../functions/probe-page/contacts/probe.ts';
import { form } from '../../functions/probe-page/form/probe.ts';
import type { FormTarget } from '../../functions/probe-page/form/try-form.ts';
import { pageLoad } from '../../functions/probe-page/page-load/probe.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import type { Device } from '../../shared/model/device.ts';
import { foundContactSchema } from '../../shared/model/found.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aContext } from '../support/a-context.ts';
import { allStated, inEnglish } from '../support/said.ts';
import { serve } from '../support/serve.ts';
import type { SharedBrowser } from '../support/shared-browser.ts';

/** A small site: its pages by path, or only its first page. A page may be a function that answers. */
export type Site =
  | string
  | Readonly<Record<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>>;

export interface Walked {
  readonly outcome: Measured['outcome'];
  readonly cause: Measured['cause'];
  readonly reason: string;
  readonly measurements: Measured['measurements'];
  readonly details: Readonly<Record<string, unknown>>;
  /** The values of contacts of these kinds, with their usability. */
  of(kind: string): string[];
  readonly unusable: readonly string[];
  /** Every request line that the site has met. */
  readonly hits: readonly string[];
}

const phone = '<a href="tel:+15125550143">(512) 555-0143</a>';
const fields =
  '<label>Your name <input name=name required></label><label>E-mail <input name=email type=email required></label><label>Message <textarea name=message required></textarea></label>';
export const contactForm = `<form action="/send" method="post">${fields}<button type=submit>Send message</button></form>`;
/** For scripts: a form as a template string. */
export const formText = `\`${contactForm}\``;
export { phone };

export const dialled = ['+15125550143'];
/** A business with one number. */
export const behind = `<main><h1>Wine bar, Austin, TX 78701</h1><p>Book: ${phone}</p></main>`;
/** A layer over the whole screen. */
export const over = (inside: string, more = 'role=dialog aria-modal=true'): string =>
  `<div id=g ${more} style="position:fixed;inset:0;background:#222;color:#fff;padding:40px">${inside}</div>`;

/** A page with the head that a phone wants. */
export function page(body: string, { lang = 'en-US', head = '' } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demo</title>${head}</head><body>${body}</body></html>`;
}

export async function lookForContacts(
  site: Site,
  { launch }: SharedBrowser,
  device: Device = 'mobile',
  options: Record<string, unknown> = {},
): Promise<Walked> {
  return visited(site, launch, device, (visit) => contacts.measure(visit, aContext(contacts.spec, { options })));
}

export async function loadPage(site: Site, { launch }: SharedBrowser): Promise<Walked> {
  return visited(site, launch, 'mobile', (visit) => pageLoad.measure(visit, aContext(pageLoad.spec)));
}

export async function lookForForm(
  site: Site,
  { launch }: SharedBrowser,
  options: Record<string, unknown> = {},
  target: Omit<FormTarget, 'open'> = {},
): Promise<Walked> {
  const server = await serve(pagesOf(site));
  let visit: Visit | undefined;
  try {
    const signal = AbortSignal.timeout(90_000);
    const open: FormTarget['open'] = async (prepare) => {
      visit = await openVisit({
        ...{ url: server.url, device: 'desktop', throttled: false, signal },
        launch: async (launching) => {
          const browser = await launch(launching);
          await prepare(browser.context);
          return browser;
        },
      });
      return visit;
    };
    return told(
      await form.measure({ ...target, open }, aContext(form.spec, { options, deadlineMs: 90_000 })),
      server.hits,
    );
  } finally {
    await visit?.close();
    await server.close();
  }
}

async function visited(
  site: Site,
  launch: SharedBrowser['launch'],
  device: Device,
  measure: (visit: Visit) => Promise<Measured>,
): Promise<Walked> {
  const server = await serve(pagesOf(site));
  const signal = AbortSignal.timeout(90_000);
  const visit = await openVisit({ url: server.url, device, throttled: false, signal, launch });
  try {
    return told(await measure(visit), server.hits);
  } finally {
    await visit.close();
    await server.close();
  }
}

function pagesOf(site: Site): Exclude<Site, string> {
  return typeof site === 'string' ? { '/': site } : site;
}

function told(result: Measured, hits: readonly string[]): Walked {
  const { outcome, cause, measurements, details = {} } = result;
  const found = foundContactSchema.array().parse(details['found'] ?? []);
  const { reason, facts } = inEnglish({ ...result, facts: allStated(result.facts ?? {}) });
  return {
    ...{ outcome, cause, measurements, details, hits },
    reason: [reason, ...Object.values(facts ?? {})].join(' '),
    of: (kind) => found.filter((contact) => contact.kind === kind).map(({ value }) => value),
    unusable: found.filter(({ usable }) => !usable).map(({ value }) => value),
  };
}
