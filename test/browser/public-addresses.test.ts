import http from 'node:http';
import net from 'node:net';
import { describe, expect, it, test } from 'vitest';
import {
  guardedLookup,
  type Internet,
  PrivateAddressError,
  publicAddresses,
  refusalOf,
} from '../../shared/browser/public-addresses.ts';
import { serve } from '../support/serve.ts';
import { publicAddress } from './an-inside.ts';

/** By IANA's registries of special-purpose addresses: the first and the last of each range, and what lies beside it. */
const ranges: readonly {
  readonly name: string;
  readonly refused: readonly string[];
  readonly public: readonly string[];
}[] = [
  { name: 'this network', refused: ['0.0.0.0', '0.255.255.255'], public: ['1.0.0.0'] },
  { name: 'private 10/8', refused: ['10.0.0.0', '10.255.255.255'], public: ['9.255.255.255', '11.0.0.0'] },
  { name: 'carrier-grade NAT', refused: ['100.64.0.0', '100.127.255.255'], public: ['100.63.255.255', '100.128.0.0'] },
  { name: 'loopback', refused: ['127.0.0.0', '127.255.255.255'], public: ['126.255.255.255', '128.0.0.0'] },
  { name: 'link-local', refused: ['169.254.0.0', '169.254.255.255'], public: ['169.253.255.255', '169.255.0.0'] },
  { name: 'metadata of AWS', refused: ['169.254.169.254', '169.254.170.2', 'fd00:ec2::254'], public: [] },
  { name: 'private 172.16/12', refused: ['172.16.0.0', '172.31.255.255'], public: ['172.15.255.255', '172.32.0.0'] },
  { name: 'protocol assignments', refused: ['192.0.0.0', '192.0.0.255'], public: ['191.255.255.255', '192.0.1.0'] },
  { name: 'TEST-NET-1', refused: ['192.0.2.0', '192.0.2.255'], public: ['192.0.3.0'] },
  { name: '6to4 relays', refused: ['192.88.99.0', '192.88.99.255'], public: ['192.88.98.255', '192.88.100.0'] },
  {
    name: 'private 192.168/16',
    refused: ['192.168.0.0', '192.168.255.255'],
    public: ['192.167.255.255', '192.169.0.0'],
  },
  { name: 'benchmarking', refused: ['198.18.0.0', '198.19.255.255'], public: ['198.17.255.255', '198.20.0.0'] },
  { name: 'TEST-NET-2', refused: ['198.51.100.0', '198.51.100.255'], public: ['198.51.99.255', '198.51.101.0'] },
  { name: 'TEST-NET-3', refused: ['203.0.113.0', '203.0.113.255'], public: ['203.0.112.255', '203.0.114.0'] },
  { name: 'multicast', refused: ['224.0.0.0', '239.255.255.255', 'ff02::1', 'ff0e::1'], public: ['223.255.255.255'] },
  { name: 'reserved', refused: ['240.0.0.0', '255.255.255.254'], public: [] },
  { name: 'broadcast', refused: ['255.255.255.255'], public: [] },
  { name: 'IPv6 unspecified and loopback', refused: ['::', '::1'], public: [] },
  { name: 'IPv4-compatible', refused: ['::7f00:1', '::127.0.0.1', '::8.8.8.8', '::808:808'], public: [] },
  {
    name: 'IPv4-mapped',
    refused: ['::ffff:7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '0:0:0:0:0:FFFF:A00:1'],
    public: [],
  },
  { name: 'IPv4-translated', refused: ['::ffff:0:7f00:1', '::ffff:0:8.8.8.8'], public: [] },
  {
    name: 'NAT64',
    refused: ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::7f00:1'],
    public: [],
  },
  { name: 'discard and dummy', refused: ['100::1', '100:0:0:1::1'], public: [] },
  { name: 'Teredo', refused: ['2001::1', '2001:0:7f00:1::', '2001:0:ffff:ffff:ffff:ffff:80ff:fffe'], public: [] },
  {
    name: 'IETF assignments',
    refused: ['2001:2::1', '2001:10::1', '2001:20::1', '2001:1ff:ffff::1'],
    public: ['2001:200::1'],
  },
  {
    name: 'documentation',
    refused: ['2001:db8::1', '2001:db8:ffff::1', '3fff::1', '3fff:fff::1'],
    public: ['2001:db7::1', '2001:db9::1', '3fff:1000::1'],
  },
  {
    name: '6to4',
    refused: ['2002:7f00:1::', '2002:a00:1::1', '2002:c0a8:101::1', '2002:808:808::1'],
    public: ['2003::1'],
  },
  {
    name: 'outside of what is given out',
    refused: ['1::1', '200::1', '1fff::1', '4000::1', '5f00::1', '8000::1', 'e000::1', 'fbff::1'],
    public: ['2000::1', '2606:4700::1111', '3ffe::1'],
  },
  { name: 'unique local', refused: ['fc00::1', 'fd00::1', 'fdff:ffff::1'], public: [] },
  { name: 'link-local and site-local', refused: ['fe80::1', 'febf::1', 'fec0::1', 'feff::1'], public: [] },
  { name: 'with a zone', refused: ['fe80::1%eth0', '2606:4700::1111%eth0'], public: [] },
];

describe('an address', () => {
  it.each(ranges)('of $name is refused, and one beside it is not', async ({ refused, public: reachable }) => {
    for (const address of refused) {
      await expect(publicAddresses(address, noNames), address).rejects.toThrow(PrivateAddressError);
      await expect(publicAddresses('a.example', leadingTo(address)), address).rejects.toThrow(PrivateAddressError);
    }
    for (const address of reachable) {
      await expect(publicAddresses(address, noNames), address).resolves.toHaveLength(1);
      await expect(publicAddresses('a.example', leadingTo(address)), address).resolves.toHaveLength(1);
    }
  });

  const spellings = [
    ...['127.1', '127.0.1', '2130706433', '017700000001', '0x7f000001', '0X7F.1', '0x7f.0.0.1', '0177.0.0.1'],
    ...['0', '0x0', '127.0.0.01', '[::1]', '[0:0:0:0:0:0:0:1]', '[::FFFF:127.0.0.1]', '[::ffff:7f00:1]', '[FE80::1]'],
  ];
  it.each(spellings)('spelt %s is refused without asking anybody', async (spelling) => {
    await expect(publicAddresses(spelling, noNames)).rejects.toThrow(PrivateAddressError);
  });

  it.each(['127.0.0.1.', 'localhost', 'localhost.', 'LOCALHOST', '08.8.8.8', '127.0.0.1.nip.example'])(
    'that a name server makes of %s is judged as any',
    async (spelling) => {
      await expect(publicAddresses(spelling, leadingTo('127.0.0.1'))).rejects.toThrow(PrivateAddressError);
    },
  );

  it('that a URL may be written with in any way is the one that the guard judges', async () => {
    const written = [
      'http://2130706433/',
      'http://0x7f.1/',
      'http://127.0.0.1./',
      'http://[::ffff:7f00:1]/',
      'http://１２７.0.0.1/',
    ];
    for (const url of written) expect((await refusalOf(url, guardedLookup(noNames)))?.isWritten, url).toBe(true);
  });
});

describe('a name', () => {
  it('with a public and a private address leads to the public one only', async () => {
    const mixed = leadingTo('127.0.0.1', publicAddress, '::1', 'fd00::1');
    await expect(publicAddresses('a.example', mixed)).resolves.toEqual([{ address: publicAddress, family: 4 }]);
    const lookup = guardedLookup({ ...mixed, dial: (address) => address });
    await expect(lookUp(lookup, { all: true })).resolves.toEqual([{ address: publicAddress, family: 4 }]);
    await expect(lookUp(lookup, {})).resolves.toBe(publicAddress);
    await expect(lookUp(lookup, { family: 6 })).rejects.toThrow('a.example has no IPv6 address.');
  });

  it('is refused in a sentence that names its addresses', async () => {
    await expect(publicAddresses('inside.example', leadingTo('10.1.2.3', '::1'))).rejects.toThrow(
      'inside.example leads to 10.1.2.3, ::1, which is not on the public internet. Touchlight in AWS visits public addresses only.',
    );
    await expect(publicAddresses('[::1]', noNames)).rejects.toThrow('::1 is not on the public internet.');
  });

  it.each([
    ['localhost', true],
    ['localhost.', true],
    ['app.LOCALHOST', true],
    ['10.0.0.1', true],
    ['office.example', false],
    ['localhost.example', false],
  ])('%s says by itself where it leads: %s', async (host, isWritten) => {
    const refusal = await refusalOf(`http://${host}/`, guardedLookup(leadingTo('127.0.0.1')));
    expect(refusal?.isWritten).toBe(isWritten);
  });

  it('that is unknown, or not asked about by a guard, is not refused', async () => {
    expect(await refusalOf('http://a.example/', guardedLookup(noNames))).toBeNull();
    expect(await refusalOf('http://127.0.0.1/', undefined)).toBeNull();
    expect(await refusalOf('no URL', guardedLookup(noNames))).toBeNull();
  });
});

test('a plain request with the guarded lookup reaches a public name and not a private one', async () => {
  const site = await serve({ '/': 'hello' });
  const internet: Internet = {
    resolve: async (name) => [{ address: name === 'shop.example' ? publicAddress : '127.0.0.1', family: 4 }],
    dial: () => '127.0.0.1',
  };
  const lookup = guardedLookup(internet);
  await expect(get(site.url.replace('127.0.0.1', 'shop.example'), { lookup })).resolves.toBe(200);
  const refused = get(site.url.replace('127.0.0.1', 'inside.example'), { lookup });
  await expect(refused).rejects.toMatchObject({ code: 'ERR_PRIVATE_ADDRESS' });
  expect(site.hits).toEqual(['GET /']);
  await site.close();
});

const noNames: Internet = {
  resolve: async (hostname) => {
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
  },
  dial: (address) => address,
};

function leadingTo(...addresses: readonly string[]): Internet {
  return {
    resolve: async () => addresses.map((address) => ({ address, family: net.isIPv6(address) ? 6 : 4 })),
    dial: (address) => address,
  };
}

function lookUp(lookup: net.LookupFunction, options: { all?: boolean; family?: number }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookup('a.example', options, (error, address) => (error === null ? resolve(address) : reject(error)));
  });
}

function get(url: string, options: http.RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: false, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });
}
