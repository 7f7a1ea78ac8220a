import { createPage } from '../../functions/page/page.ts';
import type { PageDeps, PageEnvironment, Role } from '../../functions/page/page-deps.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { emptyStores } from '../support/empty-stores.ts';

/** Monday 2026-11-23, noon in Kyiv. */
export const noon = '2026-11-23T10:00:00.000Z';

export interface PageOptions {
  readonly configuration: Configuration;
  readonly stores?: Partial<Stores>;
  readonly role?: Role;
  readonly who?: string;
  readonly at?: Instant;
  readonly others?: Partial<PageDeps>;
}

/** The page behind a gate that lets everybody in as `who`. */
export function aPage({
  configuration,
  stores,
  role = 'operator',
  who = 'olena@coffeelab.example',
  at = noon,
  others,
}: PageOptions) {
  const app = createPage({
    configuration,
    stores: emptyStores(stores),
    gate: {
      addRoutes: () => {},
      guard: async (context, next) => {
        context.set('session', {
          role,
          who,
          until: '2026-12-01T00:00:00.000Z',
        } satisfies PageEnvironment['Variables']['session']);
        await next();
      },
    },
    openEvidence: async () => null,
    keepVisit: async () => {},
    weeks: { list: async () => [], read: async () => null },
    runNow: async () => 'started',
    refresh: async () => {},
    now: () => Date.parse(at),
    ...others,
  });
  const get = async (path: string): Promise<Response> => app.request(path);
  return {
    get,
    html: async (path: string): Promise<string> => (await get(path)).text(),
    text: async (path: string): Promise<string> => textOf(await (await get(path)).text()),
  };
}

const blocks =
  /<\/?(?:p|div|section|article|header|footer|main|nav|h\d|li|ul|dl|dt|tr|table|form|label|a class="(?:skip|home)")\b[^>]*>/g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** What a person reads and a screen reader says, line by line; what a button does stands in brackets. */
function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replaceAll(/<p[^>]* hidden="">.*?<\/p>/g, '')
    .replaceAll(/<option[^>]*>.*?<\/option>/g, (option) => (option.includes('selected') ? `${option} ` : ''))
    .replaceAll(/<(?:img|span)[^>]* (?:alt|aria-label)="([^"]*)"[^>]*>/g, '[$1] ')
    .replaceAll(/<button[^>]*>(.*?)<\/button>/g, '[$1]')
    .replaceAll(/<\/dt>/g, ': ')
    .replaceAll(/<(?:\/td|\/th)>/g, ' ')
    .replaceAll(blocks, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim();
}

/** Stores that count how often each of their methods is called: `board.list`. */
export function counting(stores: Stores): { readonly stores: Stores; readonly calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const counted = Object.entries(stores).map(([name, store]: [string, object]) => [
    name,
    new Proxy(store, {
      get(target, method, receiver) {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const call = `${name}.${String(method)}`;
          calls.set(call, (calls.get(call) ?? 0) + 1);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    }),
  ]);
  return { stores: Object.fromEntries(counted) as Stores, calls };
}
