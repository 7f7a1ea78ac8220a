import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { startAddressGuard } from '../../shared/browser/address-guard.ts';
import type { Internet } from '../../shared/browser/public-addresses.ts';

const publicAddress = '93.184.216.34';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('through the proxy', () => {
  test('an answer passes unchanged, an error status too', async () => {
    const site = await aServer((request, response) => {
      response.statusCode = request.url === '/broken' ? 503 : 200;
      response.end('as it is');
    });
    const proxied = await aProxy(anInternet({ 'shop.example': [publicAddress] }));
    await expect(proxied(`http://shop.example:${site.port}/`)).resolves.toEqual({ status: 200, body: 'as it is' });
    await expect(proxied(`http://shop.example:${site.port}/broken`)).resolves.toEqual({
      status: 503,
      body: 'as it is',
    });
  });

  test('a name that turns private between two requests is refused the second time', async () => {
    const site = await aServer((_request, response) => response.end('public'));
    const answers = [[publicAddress], [publicAddress], ['127.0.0.1']];
    const internet: Internet = {
      resolve: async () => (answers.shift() ?? ['127.0.0.1']).map((address) => ({ address, family: 4 })),
      dial: () => '127.0.0.1',
    };
    const proxied = await aProxy(internet);
    await expect(proxied(`http://rebind.example:${site.port}/first`)).resolves.toMatchObject({ status: 200 });
    await expect(proxied(`http://rebind.example:${site.port}/second`)).rejects.toThrow();
    expect(site.requests).toEqual(['/first']);
  });

  test('a name that is private when it is dialled is refused although it was public when it was checked', async () => {
    const site = await aServer((_request, response) => response.end('secret'));
    const answers: string[][] = [];
    const internet: Internet = {
      resolve: async () => (answers.shift() ?? ['127.0.0.1']).map((address) => ({ address, family: 4 })),
      dial: () => '127.0.0.1',
    };
    for (const open of [aProxy, aTunnel]) {
      answers.push([publicAddress]);
      const through = await open(internet);
      await expect(through(`http://rebind.example:${site.port}/`)).rejects.toThrow();
      answers.length = 0;
    }
    expect(site.requests).toEqual([]);
  });

  test.each(['absolute', 'tunnel'] as const)(
    'a host with several addresses is reached at its public ones only (%s)',
    async (way) => {
      const site = await aServer((_request, response) => response.end('public'));
      const dialled: string[] = [];
      const internet: Internet = {
        ...anInternet({ 'mixed.example': ['127.0.0.1', '::1', publicAddress, '10.0.0.1'] }),
        dial: (address) => {
          dialled.push(address);
          return '127.0.0.1';
        },
      };
      const proxied = way === 'tunnel' ? await aTunnel(internet) : await aProxy(internet);
      await expect(proxied(`http://mixed.example:${site.port}/`)).resolves.toMatchObject({ status: 200 });
      expect(new Set(dialled)).toEqual(new Set([publicAddress]));
    },
  );

  test.each(['127.0.0.1', '127.0.0.1.', 'localhost', 'LocalHost.', '[::1]', '[::ffff:7f00:1]', '0x7f.1', '2130706433'])(
    'no tunnel leads to %s, nor does a request',
    async (host) => {
      const site = await aServer((_request, response) => response.end('secret'));
      const internet = anInternet({ [host.toLowerCase()]: ['127.0.0.1'], [host]: ['127.0.0.1'] });
      for (const through of [await aTunnel(internet), await aProxy(internet)])
        await expect(through(`http://${host}:${site.port}/`)).rejects.toThrow();
      expect(site.requests).toEqual([]);
    },
  );

  // A status made up by the proxy would look like the site's own answer and turn "does not answer" into "answers 404".
  test('an unknown name, a refused and an unanswered connection are no answer at all', async () => {
    const hangsUp = await aServer((request) => request.socket.destroy());
    const closedPort = await freePort();
    const proxied = await aProxy(anInternet({ 'shop.example': [publicAddress] }));
    await expect(proxied('http://unknown.example/')).rejects.toThrow();
    await expect(proxied(`http://shop.example:${closedPort}/`)).rejects.toThrow();
    await expect(proxied(`http://shop.example:${hangsUp.port}/`)).rejects.toThrow();
  });
});

function anInternet(names: Readonly<Record<string, readonly string[]>>): Internet {
  return {
    resolve: async (hostname) => {
      const addresses = names[hostname];
      if (addresses === undefined)
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
      return addresses.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 }));
    },
    dial: () => '127.0.0.1',
  };
}

async function aServer(answer: http.RequestListener): Promise<{ port: number; requests: string[] }> {
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => server.close().closeAllConnections());
  return { port: (server.address() as AddressInfo).port, requests };
}

async function aProxy(internet: Internet): Promise<(url: string) => Promise<{ status: number; body: string }>> {
  const guard = await startAddressGuard(internet);
  closers.push(() => guard.close());
  const { hostname, port } = new URL(guard.proxyUrl);
  return (url) => get(url, { hostname, port, path: url, headers: { host: new URL(url).host } });
}

/** As browsers ask for what is encrypted, and for WebSockets. */
async function aTunnel(internet: Internet): Promise<(url: string) => Promise<{ status: number; body: string }>> {
  const guard = await startAddressGuard(internet);
  closers.push(() => guard.close());
  const { hostname, port } = new URL(guard.proxyUrl);
  return async (url) => {
    const [, target = ''] = url.split('/').filter(Boolean); // as written: a URL would spell it anew
    const opened = Promise.withResolvers<Socket>();
    const request = http.request({ hostname, port, method: 'CONNECT', path: target, agent: false });
    request.on('connect', ({ statusCode }, socket: Socket) =>
      statusCode === 200 ? opened.resolve(socket) : opened.reject(new Error(`The guard answers ${statusCode}.`)),
    );
    request.on('error', opened.reject);
    request.end();
    const socket = await opened.promise;
    return get(url.replace(target, 'tunnel.example'), { agent: undefined, createConnection: () => socket });
  };
}

function get(url: string, options: http.RequestOptions): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent: false, ...options }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body })).on('error', reject);
      })
      .on('error', reject);
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
