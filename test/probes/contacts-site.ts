import { readFileSync } from 'node:fs';
import { contacts } from '../../functions/probe-page/contacts/probe.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import type { Device } from '../../shared/model/device.ts';
import { type FoundContact, foundContactSchema } from '../../shared/model/found.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aContext } from '../support/a-context.ts';
import { inEnglish } from '../support/said.ts';
import { serve } from '../support/serve.ts';
import { aSharedBrowser } from '../support/shared-browser.ts';

const fixtures = new URL('../fixtures/sites/contacts/', import.meta.url);

/** With its sentences in English. */
interface Look extends Omit<Measured, 'reason' | 'facts'> {
  readonly reason: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly found: FoundContact[];
  readonly title: string;
  /** The values of a kind. */
  of(kind: string): string[];
}

/** The pages of test/fixtures/sites/contacts, and a browser that is already there on a phone and a desktop. */
export interface ContactsSite {
  readonly url: string;
  readonly visits: Readonly<Record<Device, Visit>>;
  look(name: string, options?: { readonly device?: Device } & Readonly<Record<string, unknown>>): Promise<Look>;
  close(): Promise<void>;
}

/** @param pages further ones, by their path */
export async function aContactsSite(pages: Readonly<Record<string, string>> = {}): Promise<ContactsSite> {
  const site = await serve(
    new Proxy<Record<string, string>>(
      {},
      { get: (_, path) => pages[String(path)] ?? readPage(String(path)), has: () => true },
    ),
  );
  const browser = await aSharedBrowser();
  const [nowhere, signal, { launch }] = [`${site.url}nothing`, AbortSignal.timeout(60_000), browser];
  const open = (device: Device) => openVisit({ url: nowhere, device, throttled: false, signal, launch });
  const visits = { mobile: await open('mobile'), desktop: await open('desktop') };
  return {
    url: site.url,
    visits,
    async look(name, { device = 'mobile', ...options } = {}) {
      const visit = visits[device];
      const url = `${site.url}${name}`;
      await visit.page.goto(url);
      const landing = { kind: 'page', url, status: 200, loaded: true } as const;
      const result = await contacts.measure({ ...visit, url, landing }, aContext(contacts.spec, { options }));
      const found = foundContactSchema.array().parse(result.details?.['found']);
      const of = (kind: string) => found.filter((contact) => contact.kind === kind).map(({ value }) => value);
      return { ...inEnglish(result), found, title: await visit.page.title(), of };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

function readPage(path: string): string | undefined {
  try {
    return readFileSync(new URL(`.${path}.html`, fixtures), 'utf8');
  } catch {
    return undefined;
  }
}
