import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { answer, finds, type HostilePage, html, page } from './hostile-page.ts';

/** The page freezes until it is ended for its greed; a slow host sees the one before the other. */
const tooMuch = ['unknown: page-crash', 'failed: frozen'] as const;

/** Pages that take more than their share of memory, processor or wire. */
export const greedyPages: readonly HostilePage[] = [
  {
    name: 'a hundred thousand nodes',
    patient: true,
    pages: {
      '/': page({ script: 'document.body.insertAdjacentHTML("beforeend", "<p>text <b>bold</b></p>".repeat(50000));' }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'ten thousand levels',
    patient: true,
    pages: {
      '/': page({
        script:
          'let at = document.body; for (let i = 0; i < 10000; i++) { const d = document.createElement("div"); at.append(d); at = d; } at.append("bottom");',
      }),
    },
    // Chromium itself runs out of stack while it lays such a page out.
    pageLoad: tooMuch,
    contacts: tooMuch,
  },
  {
    name: 'ten thousand links',
    patient: true,
    pages: {
      '/': page({
        body: Array.from({ length: 10_000 }, (_, i) => `<a href="/contact-${i}">Contact ${i}</a> `).join(''),
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'ever more objects',
    patient: true,
    pages: {
      '/': page({
        script: 'const hog = []; for (let i = 0; ; i++) hog.push(new Array(1e5).fill(i + 0.5));',
      }),
    },
    pageLoad: tooMuch,
    contacts: tooMuch,
  },
  {
    name: 'ever more buffers',
    pages: {
      '/': page({
        script: 'const hog = []; for (;;) hog.push(new Uint8Array(2e7).fill(1));',
      }),
    },
    pageLoad: tooMuch,
    contacts: tooMuch,
    lighthouse: 'unknown: page-crash',
    always: true,
  },
  {
    name: 'ever more buffers after the load',
    patient: true,
    pages: {
      '/': page({
        script: 'setTimeout(() => { const hog = []; for (;;) hog.push(new Uint8Array(2e7).fill(1)); }, 400);',
      }),
    },
    pageLoad: tooMuch,
    contacts: tooMuch,
    lighthouse: 'unknown: page-crash',
  },
  {
    name: 'huge picture',
    patient: true,
    pages: {
      '/': page({ body: '<img src="/huge.png" width="300">' }),
      '/huge.png': answer(200, { 'content-type': 'image/png' }, emptyPng(8_000)),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'huge canvases',
    patient: true,
    pages: {
      '/': page({
        script:
          'for (let i = 0; i < 8; i++) { const c = document.createElement("canvas"); c.width = c.height = 8000; c.getContext("2d").fillRect(0, 0, 8000, 8000); document.body.append(c); }',
      }),
    },
    pageLoad: tooMuch,
    contacts: tooMuch,
  },
  {
    name: 'compressed bomb',
    patient: true,
    pages: {
      '/': answer(200, { ...html, 'content-encoding': 'gzip' }, gzipSync(`${page({})}${'<i>x</i>'.repeat(8_000_000)}`)),
    },
    pageLoad: tooMuch,
    contacts: tooMuch,
  },
  {
    name: 'compressed picture bomb',
    patient: true,
    pages: {
      '/': page({ body: '<img src="/bomb.svg" width="10">' }),
      '/bomb.svg': answer(
        200,
        { 'content-type': 'image/svg+xml', 'content-encoding': 'gzip' },
        gzipSync(Buffer.alloc(60_000_000, ' ')),
      ),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'flood of WebSockets',
    pages: {
      '/': page({
        script: 'for (let i = 0; i < 500; i++) { try { new WebSocket("ws://" + location.host + "/" + i); } catch {} }',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'flood of requests',
    patient: true,
    pages: {
      '/': page({
        script: 'addEventListener("load", () => { for (let i = 0; i < 3000; i++) fetch("/" + i).catch(() => {}); });',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'flood of console messages',
    pages: {
      '/': page({
        script:
          'setInterval(() => { for (let i = 0; i < 50; i++) console.log("x".repeat(1000), { i, document }); }, 50);',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'flood of errors',
    pages: {
      '/': page({
        script:
          'setInterval(() => { for (let i = 0; i < 20; i++) Promise.reject(new Error("x".repeat(1000))); throw new Error("y"); }, 50);',
      }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
  {
    name: 'workers that spin',
    pages: {
      '/': page({ script: 'for (let i = 0; i < 4; i++) new Worker(URL.createObjectURL(new Blob(["for (;;);"])));' }),
    },
    pageLoad: 'measured',
    contacts: finds,
  },
];

/** A square PNG of one bit per pixel, all white: small on the wire, large when it is painted. */
function emptyPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side, 0);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
