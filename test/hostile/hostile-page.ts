import type http from 'node:http';

type Answer = string | ((request: http.IncomingMessage, response: http.ServerResponse) => void);

/** What a check of the visit must come to: its outcome, and its cause where it has one. Several, where the host's speed decides. */
export type Expected = 'measured' | `measured, finds ${typeof phone}` | `failed: ${string}` | `unknown: ${string}`;

/** A page that somebody wrote carelessly or with ill will, and what the visit must make of it. */
export interface HostilePage {
  readonly name: string;
  /** By path; the visit begins at `/`. */
  readonly pages: Readonly<Record<string, Answer>>;
  readonly pageLoad: Expected | readonly Expected[];
  readonly contacts: Expected | readonly Expected[];
  /** Absent where Lighthouse is not asked. */
  readonly lighthouse?: Expected;
  /** Heavy, but honest: given the time that a page really gets. */
  readonly patient?: true;
  /** Differs from the others in its mechanism, so every `npm test` visits it. */
  readonly always?: true;
}

/** On every page that can be read at all: a visit that finds it has read the page to the end. */
export const phone = '+380441234567';
export const finds = `measured, finds ${phone}` as const;
const call = `<a href="tel:${phone}">+380 44 123 45 67</a>`;

/** A small page with a phone number and whatever else. */
export function page({ head = '', body = '', script = '' }: { head?: string; body?: string; script?: string }): string {
  const scripted = script === '' ? '' : `<script>${script}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Coffee Lab</title>${head}</head><body><h1>Coffee Lab</h1><p>Call us: ${call}</p>${body}${scripted}</body></html>`;
}

export function answer(
  status: number,
  headers: http.OutgoingHttpHeaders,
  body: string | Buffer = '',
): (request: http.IncomingMessage, response: http.ServerResponse) => void {
  return (_, response) => void response.writeHead(status, headers).end(body);
}

export const html = { 'content-type': 'text/html; charset=utf-8' } as const;
