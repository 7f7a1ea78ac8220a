import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  guardedLookup,
  type Internet,
  PrivateAddressError,
  publicAddresses,
  startAddressGuard,
} from '../../shared/browser/address-guard.ts';

const publicAddress = '93.184.216.34';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('which addresses are public', () => {
  const refused = [
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[fec0::1]',
  ];
  test.each(refused)('%s is refused', async (spelling) => {
    await expect(publicAddresses(spelling)).rejects.toThrow(PrivateAddressError);
  });

  test.each(['8.8.8.8', '[2606:4700::1111]'])('%s is let through', async (spelling) => {
    await expect(publicAddresses(spelling)).resolves.toHaveLength(1);
  });

  test('a name with a public and a private address leads to the public one only', async () => {
    const internet = anInternet({ 'mixed.example': ['127.0.0.1', publicAddress] });
    await expect(publicAddresses('mixed.example', internet)).resolves.toEqual([{ address: publicAddress, family: 4 }]);
  });

  test('the refusal is a sentence that names the address', async () => {
    const internet = anInternet({ 'inside.example': ['10.1.2.3'] });
    await expect(publicAddresses('inside.example', internet)).rejects.toThrow(
      'inside.example leads to 10.1.2.3, which is not on the public internet. Touchlight in AWS visits public addresses only.',
    );
  });
});

describe('a plain request', () => {
  test('with the guarded lookup reaches a public name and not a private one', async () => {
    const site = await aServer((_request, response) => response.end('hello'));
    const internet = anInternet({ 'shop.example': [publicAddress], 'inside.example': ['127.0.0.1'] });
    const lookup = guardedLookup(internet);
    await expect(get(`http://shop.example:${site.port}/`, { lookup })).resolves.toMatchObject({ body: 'hello' });
    await expect(get(`http://inside.example:${site.port}/`, { lookup })).rejects.toMatchObject({
      code: 'ERR_PRIVATE_ADDRESS',
    });
    expect(site.requests).toEqual(['/']);
  });
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
    const answers = [[publicAddress]];
    const internet: Internet = {
      resolve: async () => (answers.shift() ?? ['127.0.0.1']).map((address) => ({ address, family: 4 })),
      dial: () => '127.0.0.1',
    };
    const proxied = await aProxy(internet);
    await expect(proxied(`http://rebind.example:${site.port}/`)).rejects.toThrow();
    expect(site.requests).toEqual([]);
  });

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
