import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOpenId } from '../../../functions/page/access/open-id.ts';
import { anOidcProvider, type OidcProvider } from '../../support/an-oidc-provider.ts';
import { aGatedPage, cookieOf, type GatedPage, origin, startsAt } from './a-gated-page.ts';

let provider: OidcProvider;
beforeAll(async () => {
  provider = await anOidcProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.claims = { email: 'Olena@Example.com', email_verified: true };
  provider.tamper = (token) => token;
  provider.signedBy = 'own-key';
  provider.broken = null;
});

function aPage(secret = provider.clientSecret): GatedPage {
  return aGatedPage({
    openId: createOpenId({
      signIn: {
        ...{ issuer: provider.issuer, clientId: provider.clientId, secret: 'page-sign-in' },
        ...{ operators: ['olena@example.com'], readers: ['owner@example.com'] },
      },
      secret: async () => secret,
      now: () => startsAt,
      insecure: true,
    }),
  });
}

interface Way {
  /** The cookie that waits for the answer. */
  readonly waiting: string;
  /** Where the provider sends the browser back to. */
  readonly back: URL;
}

/** To the provider, where somebody is signed in already, up to the way back. */
async function go(page: GatedPage, to = '/'): Promise<Way> {
  const left = await page.get(`/sign-in?to=${encodeURIComponent(to)}`);
  expect(left.status).toBe(303);
  const asked = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
  return { waiting: cookieOf(left.headers), back: new URL(asked.headers.get('location') ?? '') };
}

async function comeBack(page: GatedPage, { back, waiting }: Way): Promise<Response> {
  expect(back.origin).toBe(origin);
  return page.get(`${back.pathname}${back.search}`, { cookie: waiting });
}

describe('who is on the lists', () => {
  test('is let in with their own name and led on to where they wanted to go', async () => {
    const page = aPage();
    const answer = await comeBack(page, await go(page, '/check?id=website%2Fform'));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/check?id=website%2Fform']);
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-touchlight=')) ?? '';
    expect(cookie).toContain('Max-Age=43200;');
    const acted = await page.post('/probe-of-the-gate', { cookie: cookie.split(';')[0] ?? '', origin });
    expect([acted.status, await acted.text()]).toEqual([200, 'Olena@Example.com']);
  });

  test('is led to a view of the page, whatever their cookie says', async () => {
    const page = aPage();
    const way = await go(page);
    const [name, kept = ''] = way.waiting.split('=');
    const attempt: object = JSON.parse(Buffer.from(kept, 'base64url').toString());
    const changed = JSON.stringify({ ...attempt, to: 'https://evil.example/' });
    const answer = await comeBack(page, { ...way, waiting: `${name}=${Buffer.from(changed).toString('base64url')}` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  });

  test('as a reader may not act', async () => {
    provider.claims = { email: 'owner@example.com', email_verified: true };
    const page = aPage();
    const answer = await comeBack(page, await go(page));
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('__Host-touchlight=')) ?? '';
    const headers = { cookie: cookie.split(';')[0] ?? '', origin };
    expect([(await page.get('/', headers)).status, (await page.post('/probe-of-the-gate', headers)).status]).toEqual([
      200, 403,
    ]);
  });
});

describe('nobody is let in', () => {
  const claims: Record<string, Record<string, unknown>> = {
    'who is on no list': { email: 'mallory@example.com', email_verified: true },
    'whose address is not verified': { email: 'olena@example.com', email_verified: false },
    'whose address is verified in words only': { email: 'olena@example.com', email_verified: 'true' },
    'of whom the provider does not say whether it is': { email: 'olena@example.com' },
    'without an address': { email_verified: true },
  };
  for (const [name, given] of Object.entries(claims)) {
    test(name, async () => {
      provider.claims = given;
      const page = aPage();
      await expectRefused(await comeBack(page, await go(page)));
    });
  }

  const tokens: Record<string, Record<string, unknown>> = {
    'another client': { aud: 'somebody-else' },
    'another provider': { iss: 'https://evil.example' },
    'another attempt': { nonce: 'x' },
    yesterday: { iat: 1_700_000_000, exp: 1_700_000_300 },
  };
  for (const [name, change] of Object.entries(tokens)) {
    test(`with the token of ${name}`, async () => {
      provider.tamper = (token) => ({ ...token, ...change });
      const page = aPage();
      await expectRefused(await comeBack(page, await go(page)));
    });
  }

  test('with a token that another key has signed', async () => {
    provider.signedBy = 'foreign-key';
    const page = aPage();
    await expectRefused(await comeBack(page, await go(page)));
  });

  test('with an answer that this browser has not asked for', async () => {
    const page = aPage();
    const [mine, theirs] = [await go(page), await go(page)];
    await expectRefused(await comeBack(page, { ...mine, back: theirs.back }));
    await expectRefused(await page.get(`${mine.back.pathname}${mine.back.search}`));
    for (const waiting of ['__Host-touchlight-sign-in=e30', '__Host-touchlight-sign-in=%%%']) {
      await expectRefused(await comeBack(page, { ...mine, waiting }));
    }
  });

  test('with a code that is used for the second time', async () => {
    const page = aPage();
    const way = await go(page);
    expect((await comeBack(page, way)).status).toBe(303);
    await expectRefused(await comeBack(page, way));
  });

  test('who cancels at the provider', async () => {
    const page = aPage();
    const way = await go(page);
    const state = way.back.searchParams.get('state') ?? '';
    await expectRefused(
      await comeBack(page, { ...way, back: new URL(`/sign-in/back?error=access_denied&state=${state}`, origin) }),
    );
  });
});

describe('a provider at fault lets nobody in, and is a failure that somebody must see', () => {
  const faults: Record<string, () => GatedPage> = {
    'does not know the client any more': () => aPage('a-secret-that-was-renewed'),
    'answers HTML': () => {
      provider.broken = { status: 200, html: '<h1>Maintenance</h1>' };
      return aPage();
    },
    'answers 500': () => {
      provider.broken = { status: 500, html: 'Internal Server Error' };
      return aPage();
    },
  };
  for (const [name, make] of Object.entries(faults)) {
    test(`it ${name}`, async () => {
      const page = make();
      const answer = await comeBack(page, await go(page));
      expect(answer.status).toBe(500);
      expect(await answer.text()).toContain('The page could not be read. Try again in a minute.');
      expect(page.failures).toHaveLength(1);
      expect(JSON.stringify(page.failures.map(String))).not.toContain(provider.clientSecret);
    });
  }
});

test('the page for those who are not let in leads to the sign-in', async () => {
  expect(await (await aPage().get('/')).text()).toContain('<a href="/sign-in">Sign in with your company account</a>');
  expect(await (await aGatedPage().get('/')).text()).not.toContain('sign-in');
});

async function expectRefused(answer: Response): Promise<void> {
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain('This link is not valid any more.');
  expect(answer.headers.getSetCookie().filter((each) => each.startsWith('__Host-touchlight='))).toEqual([]);
}

test('who is locked out signs in and is led on to what they wanted, whether it exists or not', async () => {
  const wayFrom = async (path: string): Promise<string | undefined> => {
    const answer = await aPage().get(path);
    expect(answer.status).toBe(401);
    return /href="(\/sign-in[^"]*)"/.exec(await answer.text())?.[1];
  };
  const wanted = '/incident?check=website%2Fform&opened=2026-11-23T09%3A05%3A00.000Z';
  const way = (await wayFrom(wanted)) ?? '';
  expect(new URL(way.replaceAll('&amp;', '&'), origin).searchParams.get('to')).toBe(wanted);
  expect(await wayFrom('/nowhere')).toBe('/sign-in');
  expect(await wayFrom('/')).toBe('/sign-in');
});
