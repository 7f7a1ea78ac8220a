import type { Visit } from '../../../shared/browser/visit.ts';
import { type ChatVendorId, chatVendorIds } from '../../../shared/model/chat-vendor.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { facebookPlugin, loaders, vendors } from './vendors.ts';

/** How a request of the page to a vendor has fared. */
interface Asked {
  readonly vendor: ChatVendorId;
  readonly isScript: boolean;
  /** Of the answer; null when none has come. */
  readonly status: number | null;
}

interface KeptOut {
  readonly host: string;
  readonly brings: ChatVendorId | 'any';
}

/** What the page shows of chats at one moment. */
export interface Look {
  /** Their scripts have run. */
  readonly there: readonly ChatVendorId[];
  readonly asked: readonly Asked[];
  /** Scripts that bring others, and have not loaded. */
  readonly keptOut: readonly KeptOut[];
  /** Written into the page's scripts, whether asked for or not. */
  readonly written: readonly ChatVendorId[];
  readonly hasDeadPlugin: boolean;
  /** Without one nothing comes later. */
  readonly hasScripts: boolean;
}

const shapes = chatVendorIds.map((id) => {
  const { scripts, globals, button } = vendors[id];
  return { id, scripts, globals, button };
});
const order = { shapes, deadPlugin: facebookPlugin };

/** No chat is missing because a picture or a counter of its vendor is. */
const besides = new Set(['Image', 'Media', 'Font', 'Stylesheet', 'Ping']);

export async function lookForChats({ page, requests }: Visit, signal: AbortSignal): Promise<Look> {
  const { ran, drawn, written, ...rest } = await withinDeadline(page.evaluate(readPage, order), signal);
  const asked = requests.flatMap(({ url, type, status }): Asked[] => {
    if (besides.has(type)) return [];
    const address = withoutQuery(url);
    const vendor = chatVendorIds.find((id) => vendors[id].scripts.some((script) => address.includes(script)));
    return vendor === undefined ? [] : [{ vendor, isScript: type === 'Script', status }];
  });
  const isAsked = (id: ChatVendorId): boolean => asked.some(({ vendor }) => vendor === id);
  // Some vendors draw the same buttons, and a site may have one of its own by that name.
  const there = chatVendorIds.filter((id) => ran.includes(id) || (drawn.includes(id) && isAsked(id)));
  const keptOut = keptOutOf(requests);
  return { there, asked, keptOut, written: chatVendorIds.filter((id) => written.includes(id)), ...rest };
}

/** One that is gone for good is not kept out: it brings nothing to anybody. */
function keptOutOf(requests: Visit['requests']): KeptOut[] {
  return requests.flatMap(({ url, type, status }): KeptOut[] => {
    const isGone = status === 404 || status === 410;
    if (type !== 'Script' || isGone || (status !== null && status < 400)) return [];
    const address = withoutQuery(url);
    const loader = loaders.find(({ script }) => address.includes(script));
    return loader === undefined ? [] : [{ host: new URL(url).host, brings: loader.brings }];
  });
}

function withoutQuery(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? '' : `${parsed.host}${parsed.pathname}`;
}

/** Runs in the page. */
function readPage({ shapes: all, deadPlugin }: typeof order) {
  const isThere = (path: string): boolean => {
    try {
      let at: unknown = window;
      for (const key of path.split('.')) {
        if (at === null || at === undefined) return false;
        at = (at as Record<string, unknown>)[key];
      }
      return at !== undefined && at !== null && at !== false;
    } catch {
      return false;
    }
  };
  const roots = [document, ...[...document.querySelectorAll('*')].slice(0, 5_000).flatMap((e) => e.shadowRoot ?? [])];
  const isDrawn = (selector: string): boolean => roots.some((root) => root.querySelector(selector) !== null);
  // What a developer has commented out is no chat.
  const uncommented = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^[ \t]*\/\/.*$/gm, '');
  const addressed = [...document.querySelectorAll('script, iframe')].slice(0, 500);
  const texts = addressed.map((e) =>
    ['src', 'data-src', 'data-cookieblock-src', 'data-lazy-src', 'data-rocket-src', 'data-src-cmplz']
      .map((name) => e.getAttribute(name) ?? '')
      .concat(e.localName === 'script' ? uncommented((e.textContent ?? '').slice(0, 100_000)) : '')
      .join('\n')
      .replaceAll('\\/', '/'),
  );
  const isWritten = (scripts: readonly string[]): boolean =>
    scripts.some((script) => texts.some((text) => text.includes(script)));
  const idsOf = (holds: (shape: (typeof all)[number]) => boolean) => all.filter(holds).map(({ id }) => id);
  return {
    ran: idsOf(({ globals }) => globals.some(isThere)),
    drawn: idsOf(({ button }) => isDrawn(button)),
    written: idsOf(({ scripts }) => isWritten(scripts)),
    hasDeadPlugin: isDrawn(deadPlugin.elements) || isWritten(deadPlugin.scripts),
    hasScripts: document.scripts.length > 0,
  };
}
