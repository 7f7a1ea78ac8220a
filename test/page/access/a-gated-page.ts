import { createLinkGate } from '../../../functions/page/access/link-gate.ts';
import type { OpenId } from '../../../functions/page/access/open-id.ts';
import { createPage } from '../../../functions/page/page.ts';
import type { PageApp, Role } from '../../../functions/page/page-deps.ts';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { sign } from '../../../shared/runtime/page-links.ts';
import { emptyStores } from '../../support/empty-stores.ts';

export const day = 24 * 3_600_000;
export const startsAt = Date.parse('2026-11-30T10:00:00Z');
export const origin = 'https://abc.lambda-url.eu-central-1.on.aws';
const audience = 'Touchlight';

const yaml = `
business: Coffee Lab
timeZone: Europe/Kyiv
page: { public: [website] }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: backoffice, kind: website, url: "https://backoffice.coffeelab.example" }
`;

export function configured(text = yaml): Configuration {
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

export interface GatedPage {
  readonly app: PageApp;
  /** Moves the clock. */
  readonly wait: (ms: number) => void;
  /** Puts a new secret in the place of the old one. */
  readonly rotate: () => void;
  readonly token: (role: Role, days?: number) => string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** What somebody must see. */
  readonly failures: readonly unknown[];
  /** Follows a link; the headers that a browser then sends. */
  readonly enter: (role: Role) => Promise<{ readonly cookie: string }>;
}

interface Given {
  readonly stores?: Partial<Stores>;
  readonly configuration?: Configuration;
  readonly openId?: OpenId | null;
  /** In front of the function. */
  readonly url?: string | null;
}

/** The deployed page with its gate, in one process. */
export function aGatedPage(given: Given = {}): GatedPage {
  const { stores = {}, configuration = configured(), openId = null, url = null } = given;
  let nowMs = startsAt;
  let key = 'k'.repeat(64);
  const failures: unknown[] = [];
  const now = (): number => nowMs;
  const app = createPage({
    configuration,
    stores: emptyStores(stores),
    gate: createLinkGate({
      key: async () => key,
      ...{ audience, now },
      ...{ language: configuration.language, url, openId },
    }),
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    refresh: async () => {},
    onFailure: (error) => failures.push(error),
    now,
  });
  app.post('/probe-of-the-gate', (context) => context.text(context.get('session').who));
  const token = (role: Role, days = 7): string =>
    sign({ role, who: 'olena@example.com', until: toInstant(nowMs + days * day) }, { key, audience, use: 'link' });
  const ask = async (method: string, path: string, headers: Record<string, string>): Promise<Response> =>
    app.request(`${origin}${path}`, { method, headers });
  return {
    ...{ app, token, failures },
    wait: (ms) => {
      nowMs += ms;
    },
    rotate: () => {
      key = 'n'.repeat(64);
    },
    get: (path, headers = {}) => ask('GET', path, headers),
    post: (path, headers = {}) => ask('POST', path, headers),
    async enter(role) {
      const { headers } = await ask('GET', `/in/${token(role)}`, {});
      return { cookie: cookieOf(headers) };
    },
  };
}

/** What a browser sends back of what it was given. */
export function cookieOf(headers: Headers): string {
  return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
