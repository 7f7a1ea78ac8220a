import { answer, finds, type HostilePage, html, page } from './hostile-page.ts';

const notAPage = { pageLoad: 'unknown: not-a-page', contacts: 'unknown: not-a-page' } as const;
const httpError = { pageLoad: 'failed: http-error', contacts: 'failed: http-error' } as const;

const noPages: readonly HostilePage[] = [
  { name: 'nothing at all (204)', pages: { '/': answer(204, {}) }, ...httpError, always: true },
  {
    name: 'password prompt',
    pages: { '/': answer(401, { ...html, 'www-authenticate': 'Basic realm="x"' }, '<h1>Login</h1>') },
    ...httpError,
  },
  {
    name: 'password prompt without a body',
    pages: { '/': answer(401, { 'www-authenticate': 'Basic realm="x"' }) },
    ...httpError,
  },
  { name: 'error without a body', pages: { '/': answer(500, {}) }, ...httpError },
  {
    name: 'headers beyond measure',
    pages: { '/': answer(200, { ...html, 'x-long': 'x'.repeat(300_000) }, page({})) },
    ...httpError,
  },
  {
    name: 'attachment',
    pages: { '/': answer(200, { 'content-disposition': 'attachment; filename="a.html"' }, page({})) },
    ...notAPage,
    always: true,
  },
  { name: 'PDF', pages: { '/': answer(200, { 'content-type': 'application/pdf' }, '%PDF-1.4\n%%EOF') }, ...notAPage },
  {
    name: 'JSON',
    pages: { '/': answer(200, { 'content-type': 'application/json' }, '{"phone":"+380441234567"}') },
    ...notAPage,
  },
  {
    name: 'XML feed',
    pages: {
      '/': answer(
        200,
        { 'content-type': 'text/xml' },
        '<rss version="2.0"><channel><title>News</title></channel></rss>',
      ),
    },
    ...notAPage,
  },
  {
    name: 'no http at all',
    pages: { '/': ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n') },
    pageLoad: 'failed: unreachable',
    contacts: 'failed: unreachable',
  },
];

const pagesOfAStrangeShape: readonly HostilePage[] = [
  {
    name: 'body shorter than promised',
    pages: {
      '/': ({ socket }) =>
        void socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9999\r\n\r\n${page({})}`),
    },
    pageLoad: 'failed: never-loads',
    contacts: finds,
  },
  {
    name: 'wrong charset',
    pages: {
      '/': answer(200, { 'content-type': 'text/html; charset=koi8-r' }, page({ body: '<p>Звоните нам</p>' })),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'charset that does not exist',
    pages: { '/': answer(200, { 'content-type': 'text/html; charset=klingon' }, page({})) },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'text with zeros, turned round and with faces',
    pages: {
      '/': page({
        body: `<p dir="rtl">\u202e\u0000\u2066${'😀'.repeat(500)}\ud800 \u0007\u001b[31m\u2028</p><p>${'Z\u0351\u036b\u0343'.repeat(300)}</p>`,
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  { name: 'empty page', pages: { '/': answer(200, html, '') }, pageLoad: 'failed: blank-page', contacts: 'measured' },
  {
    name: 'bot wall',
    pages: { '/': answer(403, { ...html, 'cf-mitigated': 'challenge' }, '<title>Just a moment...</title>') },
    pageLoad: 'unknown: bot-wall',
    contacts: 'unknown: bot-wall',
  },
  {
    name: 'bot wall that lets a browser in',
    pages: {
      '/': answer(
        403,
        html,
        '<title>Just a moment...</title><script>window._cf_chl_opt = {}; setTimeout(() => { location.href = "/in"; }, 50)</script>',
      ),
      '/in': page({}),
    },
    pageLoad: 'measured',
    contacts: finds,
    always: true,
  },
  {
    name: 'parked domain',
    pages: { '/': answer(200, html, '<h1>coffeelab.example</h1><p>This domain is for sale!</p>') },
    pageLoad: 'failed: placeholder',
    contacts: 'failed: placeholder',
  },
];

/** Answers that are no page, or one in a shape that nobody expects. `badTlsUrl` serves https that no browser accepts. */
export function strangePages(badTlsUrl: string): readonly HostilePage[] {
  return [
    ...noPages,
    ...pagesOfAStrangeShape,
    {
      name: 'subresources with a certificate that nobody accepts',
      pages: { '/': page({ head: `<script src="${badTlsUrl}a.js"></script>`, body: `<img src="${badTlsUrl}b.png">` }) },
      pageLoad: 'measured',
      contacts: finds,
      always: true,
    },
  ];
}
