import dgram from 'node:dgram';
import http from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Internet } from '../../shared/browser/address-guard.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';

const publicAddress = '93.184.216.34';
/** Where the page must not get: something on this machine, on IPv4 and IPv6, over TCP and UDP. */
const inside = { port: 0, connections: 0, packets: 0 };
const dialled: string[] = [];
const open: { close(): unknown }[] = [];
let site: string;

/** The site under test is the only public host; every other name leads inside. */
const internet: Internet = {
  resolve: async (hostname) => [
    { address: hostname === 'shop.example' ? publicAddress : (privateNames[hostname] ?? '127.0.0.1'), family: 4 },
  ],
  dial: (address) => {
    dialled.push(address);
    return '127.0.0.1';
  },
};
const privateNames: Readonly<Record<string, string>> = {
  'metadata.example': '169.254.169.254',
  'office.example': '10.0.0.1',
};

beforeAll(async () => {
  const tcp = net.createServer((socket) => {
    inside.connections++;
    socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 6\r\n\r\nsecret');
  });
  await new Promise<void>((done) => tcp.listen(0, '::', done)); // both families
  inside.port = portOf(tcp);
  const udp = dgram.createSocket('udp4', () => {
    inside.packets++;
  });
  await new Promise<void>((done) => udp.bind(inside.port, '127.0.0.1', done));
  const shop = http.createServer((request, response) => {
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end(hostilePage());
    const redirect = /^\/redirect\?to=(.*)$/.exec(request.url ?? '')?.[1];
    if (redirect !== undefined) return response.writeHead(302, { location: decodeURIComponent(redirect) }).end();
    return response.writeHead(404).end();
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
  site = `http://shop.example:${portOf(shop)}/`;
  open.push(tcp, udp, shop);
});
afterAll(() => {
  for (const server of open) server.close();
});

function waysIn(): Readonly<Record<string, string>> {
  const at = (host: string): string => `http://${host}:${inside.port}/`;
  const fetching = (url: string): string => `fetch('${url}', { mode: 'no-cors' }).catch(() => {})`;
  return {
    image: `new Image().src = '${at('127.0.0.1')}image'`,
    'fetch of localhost': fetching(at('localhost')),
    frame: `document.body.append(Object.assign(document.createElement('iframe'), { src: '${at('127.0.0.1')}frame' }))`,
    'web socket': `new WebSocket('ws://127.0.0.1:${inside.port}/socket')`,
    'event stream': `new EventSource('${at('127.0.0.1')}events')`,
    'redirect of a fetch': fetching(`/redirect?to=${encodeURIComponent(at('127.0.0.1'))}`),
    'redirect of a frame': `document.body.append(Object.assign(document.createElement('iframe'), { src: '/redirect?to=${encodeURIComponent(at('[::1]'))}' }))`,
    'a name that leads to loopback': fetching(at('inside.example')),
    'a name that leads to the metadata service': fetching('http://metadata.example/latest/meta-data/'),
    'a name that leads into the office': fetching('http://office.example/'),
    'the metadata service': fetching('http://169.254.169.254/latest/meta-data/'),
    'a private address': fetching('http://10.0.0.1/'),
    'decimal spelling': fetching(at('2130706433')),
    'hexadecimal spelling': fetching(at('0x7f000001')),
    'short spelling': fetching(at('127.1')),
    'any address': fetching(at('0.0.0.0')),
    'IPv6 loopback': fetching(at('[::1]')),
    'IPv4 mapped into IPv6': fetching(at('[::ffff:127.0.0.1]')),
    'over TLS': fetching(`https://127.0.0.1:${inside.port}/`),
    beacon: `navigator.sendBeacon('${at('127.0.0.1')}beacon', 'x')`,
    'style sheet': `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '${at('127.0.0.1')}style.css' }))`,
    script: `document.head.append(Object.assign(document.createElement('script'), { src: '${at('127.0.0.1')}script.js' }))`,
    worker: `new Worker(URL.createObjectURL(new Blob(["importScripts('${at('127.0.0.1')}worker.js')"])))`,
    'posted form': `{ const form = document.createElement('form'); form.action = '${at('127.0.0.1')}form'; form.method = 'post'; form.target = 'hidden'; document.body.append(Object.assign(document.createElement('iframe'), { name: 'hidden' }), form); form.submit() }`,
    WebRTC: `{ const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${inside.port}' }] }); peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer)) }`,
  };
}

function hostilePage(): string {
  const attempts = Object.values(waysIn()).map((way) => `try { ${way} } catch {}`);
  return `<!doctype html><html lang="en"><title>Shop</title><body><h1>A shop with a look behind the counter</h1>
<script>${attempts.join('\n')}</script></body></html>`;
}

test('a page that tries every way to a private address reaches none, and is still measured', async () => {
  expect(Object.keys(waysIn()).length).toBeGreaterThanOrEqual(15);
  const check = aCheck({ id: 'website/page-load@desktop', url: site });
  const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [check] };
  const results = await guardedVisit(
    request,
    deps,
    (guarding) => runVisit(request, { ...deps, ...guarding }),
    internet,
  );
  expect(results).toMatchObject([{ outcome: 'measured', measurements: { fcpMs: expect.any(Number) } }]);
  expect(new Set(dialled)).toEqual(new Set([publicAddress]));
  expect(inside).toMatchObject({ connections: 0, packets: 0 });
});

test('the same page reaches the inside when nobody guards it: the ways are real', async () => {
  const check = aCheck({ id: 'website/page-load@desktop', url: site.replace('shop.example', '127.0.0.1') });
  const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [check] };
  const unguarded = { ...deps, network: 'any' as const };
  await guardedVisit(request, unguarded, (guarding) => runVisit(request, { ...unguarded, ...guarding }), internet);
  expect(inside.connections).toBeGreaterThanOrEqual(10);
});

test('availability refuses an address in any spelling, also behind a redirect', async () => {
  inside.connections = 0;
  const check = aCheck({
    id: 'website/availability',
    url: `${site}redirect?to=${encodeURIComponent(`http://127.0.0.1:${inside.port}/`)}`,
  });
  const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [check] };
  const [result] = await guardedVisit(
    request,
    deps,
    (guarding) => runVisit(request, { ...deps, ...guarding }),
    internet,
  );
  expect(inside.connections).toBe(0);
  expect(result).toMatchObject({ outcome: 'unknown', cause: 'private-address' });
});

test.each(['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://office.example/'])(
  'a touchpoint at %s is grey, and no browser is started',
  async (url) => {
    const checks = [aCheck({ id: 'website/page-load@mobile', url })];
    const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks };
    const visit = (): never => {
      throw new Error('a browser was started');
    };
    const results = await guardedVisit(request, deps, visit, internet);
    expect(results).toMatchObject([{ outcome: 'unknown', cause: 'private-address' }]);
    expect(results[0]?.reason).toContain('which is not on the public internet');
  },
);

const deps: RunDeps = {
  evidence: {
    put: async (runId, { name, contentType }) => ({ name, contentType, reference: `${runId}/${name}` }),
  },
  now: Date.now,
  progress: () => {},
  onFault: () => {},
  network: 'public',
};

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
