import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';
import { listensOn } from './loopback.ts';

type Demo = Awaited<ReturnType<typeof createDemoBusiness>>;
let demo: Demo;
beforeAll(async () => {
  demo = await createDemoBusiness();
});
afterEach(() => demo.repairAll());
afterAll(() => demo.close());

const pagePaths = ['/', '/services', '/prices', '/contact'];
const visit = (path: string, init?: RequestInit) => fetch(new URL(path, demo.url), init);
const read = async (path: string, init?: RequestInit) => (await visit(path, init)).text();

describe('the healthy site', () => {
  it.each(pagePaths)('shows the phone as text and as a link on %s', async (path) => {
    const page = await read(path);
    expect(page).toContain('>+380 44 123 45 67</a>');
    expect(page).toContain('href="tel:+380441234567"');
    expect(page).toContain('href="mailto:hello@coffeelab.example"');
    expect(page).toContain('"telephone":"+380 44 123 45 67"');
  });

  it.each(pagePaths)('asks nothing of other servers and leaves no unfilled place on %s', async (path) => {
    const page = await read(path);
    expect(page).not.toContain('{{');
    const loaded = [...page.matchAll(/(?:src|srcset|imagesrcset)="([^"]+)"|<link rel="icon" href="([^"]+)"/g)];
    for (const [, source, icon] of loaded) expect(source ?? icon).toMatch(/^\/assets\//);
  });

  it('serves every picture and script that its pages name', async () => {
    const pages = await Promise.all(pagePaths.map((path) => read(path)));
    const files = new Set(pages.flatMap((page) => page.match(/\/assets\/[\w.-]+\?v=\w+/g) ?? []));
    expect(files.size).toBeGreaterThan(6);
    for (const file of files) {
      const answer = await visit(file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
    }
  });

  it('keeps the home page, with the largest picture, under 200 KB', async () => {
    const page = await visit('/');
    const text = await page.text();
    const heavy = ['hero-1440.webp', 'roasting.webp', 'brewing.webp', 'cupping.webp', 'favicon.svg'];
    const sizes = heavy.map(async (name) => (await (await visit(`/assets/${name}`)).arrayBuffer()).byteLength);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, Buffer.byteLength(text));
    expect(bytes).toBeLessThan(200_000);
  });

  it('shows prices, an IBAN and a tax number that are no phone numbers', async () => {
    const services = await read('/services');
    expect(services).toContain('12 500–44 000 UAH');
    expect(services).toContain('IBAN UA21 3223 1300 0002 6007 2335 6600 1');
    expect(services).toContain('Company code 43218765');
  });

  it('sends unchanged pages only once and compresses them', async () => {
    const first = await visit('/', { headers: { 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const again = await visit('/', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('remembers by cookie that the cookie banner was dismissed', async () => {
    expect(await read('/')).toContain('aria-label="Cookies"');
    expect(await read('/', { headers: { cookie: 'a=1; cookies=ok' } })).not.toContain('aria-label="Cookies"');
  });

  it('tells what the form takes, and answers 404 and 405 properly', async () => {
    const options = await visit('/contact', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, OPTIONS']);
    expect((await visit('/contact', { method: 'DELETE' })).status).toBe(405);
    expect((await visit('/', { method: 'POST' })).status).toBe(405);
    expect((await visit('/latte')).status).toBe(404);
    expect((await visit('/assets/..%2Fserver.ts')).status).toBe(404);
  });
});

describe('faults, switched while the site runs', () => {
  it('down: connections are refused, and the site comes back on the same port', async () => {
    await demo.switchOn('down');
    expect(await listensOn(demo.url)).toBe(false);
    await expect(visit('/')).rejects.toThrow('fetch failed');
    await demo.switchOff('down');
    expect((await visit('/')).status).toBe(200);
  });

  it('down: switched quickly to and fro, the last word counts', async () => {
    await Promise.all([demo.switchOn('down'), demo.switchOff('down'), demo.switchOn('down'), demo.repairAll()]);
    expect((await visit('/')).status).toBe(200);
  });

  it('slow-server: a page takes four seconds, a file does not', async () => {
    await demo.switchOn('slow-server');
    expect(await secondsFor('/assets/favicon.svg')).toBeLessThan(3.9);
    expect(await secondsFor('/')).toBeGreaterThanOrEqual(3.9);
    await demo.switchOff('slow-server');
    expect(await secondsFor('/')).toBeLessThan(3.9);
  });

  it('heavy-script: about a megabyte of script stands before the content', async () => {
    expect(await read('/')).not.toContain('heavy-widget');
    await demo.switchOn('heavy-script');
    const widget = /<script src="([^"]+heavy-widget[^"]+)">/.exec(await read('/'))?.[1] ?? '';
    const answer = await visit(widget, { headers: { 'accept-encoding': 'br' } });
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(700_000);
    await answer.body?.cancel();
  });

  it('phone-removed: no page holds a phone in text, links, WhatsApp or structured data', async () => {
    await demo.switchOn('phone-removed');
    for (const path of pagePaths) {
      const page = await read(path);
      expect(page).not.toMatch(/\+380|380 ?44|tel:|wa\.me|telephone|123 ?45 ?67/);
      expect(page).toContain('mailto:hello@coffeelab.example');
    }
    await demo.switchOff('phone-removed');
    expect(await read('/')).toContain('tel:+380441234567');
  });

  it('wrong-phone: visitors meet another number everywhere, structured data keeps the right one', async () => {
    await demo.switchOn('wrong-phone');
    for (const path of pagePaths) {
      const page = await read(path);
      expect(page).toContain('+380 44 765 43 21');
      expect(page).toContain('tel:+380447654321');
      expect(page.replace('"telephone":"+380 44 123 45 67"', '')).not.toMatch(/123 45 67|441234567/);
    }
  });

  it('contacts-under-banner: the banner becomes a wall, until it is dismissed', async () => {
    expect(await read('/')).toContain('class="cookies cookies-small"');
    await demo.switchOn('contacts-under-banner');
    expect(await read('/')).toContain('class="cookies cookies-wall"');
    expect(await read('/', { headers: { cookie: 'cookies=ok' } })).not.toContain('cookies-wall"');
  });

  it('form-500: the endpoint fails for every method, while the page can still be read', async () => {
    await demo.switchOn('form-500');
    for (const method of ['POST', 'OPTIONS', 'PUT']) expect((await visit('/contact', { method })).status).toBe(500);
    expect((await visit('/contact')).status).toBe(200);
    await demo.switchOff('form-500');
    expect((await visit('/contact', { method: 'OPTIONS' })).status).toBe(204);
  });

  it('form-no-confirmation: the message is taken, the answer is empty', async () => {
    await demo.switchOn('form-no-confirmation');
    demo.forgetSubmissions();
    const body = new URLSearchParams({ name: 'Olena', email: 'olena@example.com', message: 'Hello', consent: 'yes' });
    const answer = await visit('/contact', { method: 'POST', body });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(demo.submissions()).toHaveLength(1);
    expect(await read('/contact')).toContain('contact-form-silent.js');
  });

  it('script-error: the page carries the broken script', async () => {
    await demo.switchOn('script-error');
    expect(await read('/contact')).toContain('contact-form-throws.js');
    await demo.switchOff('script-error');
    expect(await read('/contact')).toContain('/assets/contact-form.js');
  });

  it('can be combined', async () => {
    await demo.switchOn('form-500');
    await demo.switchOn('phone-removed');
    await demo.switchOn('wrong-phone');
    expect(await read('/contact')).not.toContain('tel:');
    expect((await visit('/contact', { method: 'POST' })).status).toBe(500);
  });
});

async function secondsFor(path: string): Promise<number> {
  const start = performance.now();
  await read(path);
  return (performance.now() - start) / 1000;
}
