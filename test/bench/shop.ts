import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/**
 * The heavier page: a shop's home page of about 1 MB in 40 requests, with a large picture first, pictures that are fetched
 * only near the screen, a framework's worth of script, a third party, and the contacts where shops have them.
 */
export async function startShop(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const [type, body] = answer(url, `http://localhost:${(server.address() as AddressInfo).port}`);
    response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body);
  });
  // Both names of the loopback reach it: the second one is the third party.
  await new Promise<void>((listening) => server.listen(0, listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await done;
}

function answer(url: URL, thirdParty: string): [string, string | Buffer | null] {
  const size = Number(url.searchParams.get('size'));
  switch (url.pathname) {
    case '/':
      return ['text/html; charset=utf-8', home(thirdParty)];
    case '/contact':
      return [
        'text/html; charset=utf-8',
        frame('<h1>Contact</h1><p>Write to <a href="mailto:hello@shop.example">hello@shop.example</a></p>'),
      ];
    case '/shop.css':
      return ['text/css', styles];
    case '/app.js':
      return ['text/javascript', script(size)];
    case '/picture.png':
      return ['image/png', picture(size, Number(url.searchParams.get('n')))];
    default:
      return ['text/plain', null];
  }
}

const phone = '<a href="tel:+380441234567">+380 44 123 45 67</a>';

function frame(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="Everything for the home.">
<link rel="stylesheet" href="/shop.css">${head}</head><body>
<header><a href="/">The shop</a> ${phone} <a href="/contact">Contact</a></header><main>${body}</main>
<footer><p>The shop, Reitarska St 8, Kyiv. ${phone}</p></footer></body></html>`;
}

function home(thirdParty: string): string {
  const products = Array.from({ length: 30 }, (_, n) => {
    const lazy = n < 6 ? '' : ' loading="lazy"';
    return `<li><img src="/picture.png?n=${n}&size=80" width="160" height="160" alt="Product ${n}"${lazy}><h3>Product ${n}</h3><p>${'A fine thing for the home. '.repeat(4)}</p><b>${n * 37 + 90} UAH</b></li>`;
  });
  return frame(
    `<h1>Everything for the home</h1><img class="hero" src="/picture.png?n=100&size=230" width="390" height="390" alt="This week">
<ul>${products.join('')}</ul>`,
    `<script src="/app.js?size=180" defer></script><script src="${thirdParty}/app.js?size=60" async></script>`,
  );
}

const styles = `body{margin:0;font:16px/1.5 sans-serif}header,footer{padding:16px}.hero{width:100%;height:auto;display:block}
ul{display:grid;grid-template-columns:1fr 1fr;gap:16px;padding:16px;list-style:none}${Array.from({ length: 300 }, (_, n) => `.c${n}{margin:${n}px;color:#${(n + 4096).toString(16)}}`).join('')}`;

/** As many kilobytes of functions, all of which are called. */
function script(kilobytes: number): string {
  const one = (n: number): string =>
    `function f${n}(a){var s="${n}";for(var i=0;i<400;i++){s+=String.fromCharCode(97+(i*a)%26)}return s.length+${n}}t+=f${n}(${n % 7});`;
  const count = Math.round((kilobytes * 1000) / one(1000).length);
  return `(()=>{var t=0;${Array.from({ length: count }, (_, n) => one(n)).join('\n')}document.documentElement.dataset.t=t})();`;
}

/** A square picture of colour noise, which no encoder makes smaller: about 3 bytes a pixel. */
function picture(side: number, seed: number): Buffer {
  let state = seed + 1;
  const noise = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let at = 0; at < rows.length; at++) rows[at] = at % (1 + side * 3) === 0 ? 0 : noise();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
