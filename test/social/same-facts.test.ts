import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { googleCredential } from '../../examples/social-stubs/google.ts';
import type { StubFault } from '../../examples/social-stubs/stub-server.ts';
import { readProfile } from '../../functions/probe-social/same-facts/read-profile.ts';
import { cut } from '../../shared/evaluation/incidents/cut.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import {
  atFacebook,
  atGoogle,
  closeAll,
  coffeeLabPages,
  facebook,
  google,
  look,
  periods,
  website,
} from './same-facts-ground.ts';

afterEach(closeAll);

describe('the facts of a business', () => {
  it('that are the same everywhere are green, at the price of five requests', async () => {
    const site = await website(coffeeLabPages());
    const [profile, page] = [await google(atGoogle()), await facebook(atFacebook())];
    const seen = await look({ site: site.url, google: profile.url, facebook: page.url });
    expect(seen).toMatchObject({ light: 'green', outcome: 'measured', measurements: { differences: 0 } });
    expect(seen.reason).toBe(
      'The name is the same wherever Touchlight can compare: the structured data of the home page, Google and Facebook; the phone number, the address and the opening hours: the page "/contact", the structured data of the home page, Google and Facebook.',
    );
    expect(site.hits).toEqual(['GET /', 'GET /contact']);
    expect(profile.counts).toEqual({ token: 1, location: 1 });
    expect(page.counts).toEqual({ '555': 1 });
  });

  it('that may be a translation are not counted among those that agree, and it is said whose could not be compared', async () => {
    const site = await website(coffeeLabPages());
    const [profile, page] = [
      await google(atGoogle({ title: 'Sushi Master' })),
      await facebook(atFacebook({ name: 'Кава Лаб' })),
    ];
    const { light, reason } = await look({ site: site.url, google: profile.url, facebook: page.url });
    expect(light).toBe('green');
    expect(reason).toContain(
      'The name is the same wherever Touchlight can compare: the structured data of the home page and Facebook; ',
    );
    expect(reason).toMatch(/Could not be compared: the name \(Google\)\.$/);
  });

  it('that differ are yellow with both values and their places, and say where to correct them', async () => {
    const site = await website(coffeeLabPages());
    const profile = await google(atGoogle({ regularHours: { periods: periods(20, 18, ['SATURDAY']) } }));
    const seen = await look({ site: site.url, google: profile.url });
    expect(seen).toMatchObject({ light: 'yellow', measurements: { differences: 2 } });
    expect(seen.reason).toBe(
      'The opening hours on Saturday: the page "/contact" and the structured data of the home page say 09:00–21:00, Google says 09:00–18:00; the opening hours on Sunday: the page "/contact" and the structured data of the home page say 09:00–21:00, Google says none. Find out which is right, and correct the others: on Google under "Edit profile" (business.google.com); on the website; in the website\'s structured data (ask your web developer).',
    );
  });

  it('say who is wrong where the file says what is right', async () => {
    const site = await website(coffeeLabPages());
    const page = await facebook(atFacebook({ phone: '+380 44 123 45 68' }));
    const seen = await look({ site: site.url, facebook: page.url, file: { phones: ['+380 44 123 45 67'] } });
    expect(seen.light).toBe('yellow');
    expect(seen.reason).toContain('touchpoints.yaml say +380441234567, Facebook says +380441234568.');
    expect(seen.reason).toContain(
      'touchpoints.yaml says what is right, unless it is out of date. Correct what differs from it: on Facebook under "About".',
    );
  });

  it('may differ between the page and its own structured data', async () => {
    const site = await website(coffeeLabPages({ data: { telephone: '+380 44 765 43 21' } }));
    const { light, reason } = await look({ site: site.url });
    expect(light).toBe('yellow');
    expect(reason).toContain(
      'The phone number: the structured data of the home page says +380447654321, the page "/contact" says +380441234567.',
    );
  });

  it('may differ from the business hours of the file', async () => {
    const site = await website(coffeeLabPages());
    const day = [[480, 1200]] satisfies [number, number][];
    const weekend = [[540, 1260]] satisfies [number, number][];
    const shifts = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: weekend, sun: [] };
    const { reason } = await look({ site: site.url, file: { shifts } });
    expect(reason).toContain(
      'The opening hours on Sunday: the page "/contact" and the structured data of the home page say 09:00–21:00, touchpoints.yaml says none.',
    );
  });

  it('of a business that Google calls closed contradict its hours', async () => {
    const site = await website(coffeeLabPages());
    const profile = await google(atGoogle({ openInfo: { status: 'CLOSED_TEMPORARILY' } }));
    const { light, reason } = await look({ site: site.url, google: profile.url });
    expect(light).toBe('yellow');
    expect(reason).toContain(
      'Open or closed: Google says temporarily closed, the page "/contact" and the structured data of the home page say it has opening hours.',
    );
    const page = await facebook(atFacebook({ is_permanently_closed: true }));
    expect((await look({ site: site.url, facebook: page.url })).reason).toContain('Facebook says permanently closed');
  });

  it.each([
    [
      'uk',
      'Години роботи (субота): 09:00–21:00 (сторінка «/contact» і структуровані дані головної сторінки), 09:00–18:00 (Google)',
    ],
    [
      'ru',
      'Часы работы (суббота): 09:00–21:00 (страница «/contact» и структурированные данные главной страницы), 09:00–18:00 (Google)',
    ],
  ] as const)('are told in %s', async (language, expected) => {
    const site = await website(coffeeLabPages());
    const profile = await google(atGoogle({ regularHours: { periods: periods(20, 18, ['SATURDAY']) } }));
    expect((await look({ site: site.url, google: profile.url, language })).reason).toContain(expected);
  });

  it('are all told of an incident, too, whose lists are cut after four', async () => {
    const { '/': home, '/contact': contact } = coffeeLabPages();
    const both = `${home}${contact}`.replace('href="/contact"', 'href="/kontakt"');
    const site = await website({ '/': both, '/kontakt': both });
    const [profile, page] = [
      await google(atGoogle({ regularHours: { periods: periods(19, 21) } })),
      await facebook(atFacebook()),
    ];
    const { finding, reason } = await look({ site: site.url, google: profile.url, facebook: page.url });
    expect(reason).toContain(
      'The opening hours on Monday to Friday: the home page, the page "/kontakt", their structured data and Facebook say 08:00–20:00, Google says 08:00–19:00.',
    );
    expect(wordFinding(cut(finding), 'same-facts', 'en').sentence).toBe(reason);
  });

  it('are never more than yellow, however many differ, and only three are named', async () => {
    const site = await website(coffeeLabPages());
    const profile = await google(
      atGoogle({
        title: 'Tea House',
        phoneNumbers: { primaryPhone: '+380 44 999 99 99' },
        storefrontAddress: { addressLines: ['5 Bankova Street'], locality: 'Kyiv', regionCode: 'UA' },
        regularHours: { periods: periods(19, 18) },
      }),
    );
    const { light, reason, measurements } = await look({ site: site.url, google: profile.url });
    expect({ light, measurements }).toEqual({ light: 'yellow', measurements: { differences: 5 } });
    expect(reason).toContain(
      'Of the 5 facts that differ, the first 3 are: the name: the structured data of the home page says "Coffee Lab", Google says "Tea House"',
    );
  });
});

describe('nothing to compare', () => {
  it('is a dash: an empty profile and a page that gives nothing', async () => {
    const site = await website({ '/': '<h1>We roast coffee.</h1>' });
    const profile = await google({
      title: '',
      phoneNumbers: {},
      storefrontAddress: {},
      regularHours: {},
      openInfo: {},
    });
    const seen = await look({ site: site.url, google: profile.url });
    expect(seen).toMatchObject({ light: null, outcome: 'not-applicable' });
    expect(seen.reason).toContain(
      'No place that Touchlight can read gives a name, phone number, address or opening hours',
    );
  });

  it('on a site that only a browser can show is said, and is no difference', async () => {
    const site = await website({
      '/': '<html><body><div id="root"></div><script src="/app.js"></script></body></html>',
    });
    const [profile, page] = [await google(atGoogle()), await facebook(atFacebook())];
    const seen = await look({ site: site.url, google: profile.url, facebook: page.url });
    expect(seen.light).toBe('green');
    expect(seen.reason).toContain('The home page could not be compared: only a browser can show what it says');
    expect(await look({ site: site.url })).toMatchObject({ light: null, outcome: 'not-applicable' });
  });
});

describe('a fault between us and a platform', () => {
  const faults: readonly (readonly [StubFault, string, string, string])[] = [
    [
      'expired-token',
      'auth',
      'the access in the secret "google-access" is not accepted',
      'the access in the secret "facebook-token" is not accepted',
    ],
    [
      'missing-permission',
      'permission',
      'enable the My Business Business Information API',
      'needs the permission pages_read_engagement',
    ],
    ['throttled', 'throttled', 'The Google profile could not be read', 'The Facebook page could not be read'],
    ['server-error', 'transient', 'The Google profile could not be read', 'The Facebook page could not be read'],
    ['html', 'wrong-answer', 'The Google profile could not be read', 'The Facebook page could not be read'],
    ['half-a-page', 'wrong-answer', 'The Google profile could not be read', 'The Facebook page could not be read'],
  ];

  it.each(faults)(
    '%s is grey, says what to do, and is not asked for without end',
    async (fault, cause, atGoogleSays, atFacebookSays) => {
      const site = await website(coffeeLabPages());
      const [profile, page] = [await google(atGoogle()), await facebook(atFacebook())];
      profile.inject(fault);
      const ofGoogle = await look({ site: site.url, google: profile.url, facebook: page.url });
      expect(ofGoogle).toMatchObject({ light: 'unknown', outcome: 'unknown', cause });
      expect(ofGoogle.reason).toContain(atGoogleSays);
      expect(Object.values(profile.counts).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(9);
      profile.heal();
      page.inject(fault);
      const ofFacebook = await look({ site: site.url, google: profile.url, facebook: page.url });
      expect(ofFacebook).toMatchObject({ light: 'unknown', outcome: 'unknown' });
      expect(ofFacebook.reason).toContain(atFacebookSays);
      expect(page.counts['555']).toBeLessThanOrEqual(4);
    },
  );

  it.each([
    [{ regularHours: 'always' }, {}],
    [{ regularHours: { periods: [{ openDay: 'SOMEDAY', closeDay: 'MONDAY' }] } }, { hours: 'always' }],
    [{ phoneNumbers: { primaryPhone: 5 } }, { location: [] }],
  ])('nonsense in a profile is grey: %j', async (location, about) => {
    const site = await website(coffeeLabPages());
    const [profile, page] = [await google(atGoogle(location)), await facebook(atFacebook(about))];
    expect(await look({ site: site.url, google: profile.url, facebook: page.url })).toMatchObject({
      light: 'unknown',
      cause: 'wrong-answer',
    });
  });

  it('hides no difference between the places that were read', async () => {
    const site = await website(coffeeLabPages());
    const [profile, page] = [await google(atGoogle()), await facebook(atFacebook({ phone: '+380 44 123 45 68' }))];
    profile.inject('server-error');
    const { light, reason } = await look({ site: site.url, google: profile.url, facebook: page.url });
    expect(light).toBe('yellow');
    expect(reason).toContain('Facebook says +380441234568.');
    expect(reason).toContain('The Google profile could not be read: HTTP 503.');
  });

  it.each(['google', 'facebook'] as const)('that never answers at %s ends within its patience', async (kind) => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const api = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const { facts, fault } = await readProfile({
      kind,
      profile: { id: 'there', account: '555', secret: 'access', api },
      secrets: { read: async () => JSON.stringify({ ...googleCredential, token: 'x' }) },
      io: { now: () => 0, sleep: async () => {}, signal: new AbortController().signal },
      country: null,
      patienceMs: 50,
    });
    silent.closeAllConnections();
    silent.close();
    expect({ facts, cause: fault?.cause }).toEqual({ facts: [], cause: 'transient' });
    expect(fault?.says).toMatchObject({ id: 'same-facts/refused', params: { kind, why: 'later' } });
  });

  it('a secret that is no access says so', async () => {
    const site = await website(coffeeLabPages());
    const profile = await google(atGoogle());
    const { light, cause } = await look({ site: site.url, google: profile.url, secret: 'not-json' });
    expect({ light, cause }).toEqual({ light: 'unknown', cause: 'setup' });
    expect(profile.counts).toEqual({});
  });
});

describe('a website that cannot be read', () => {
  it.each([
    ['answers with an error', 500, 'The home page could not be read with a plain request (HTTP 500).'],
    ['keeps robots out', 403, 'The home page could not be read with a plain request (HTTP 403).'],
  ])('because it %s is grey', async (_, status, sentence) => {
    const site = await website({ '/': (_request, response) => response.writeHead(status).end('no') });
    const profile = await google(atGoogle());
    const { light, reason } = await look({ site: site.url, google: profile.url });
    expect(light).toBe('unknown');
    expect(reason).toContain(sentence);
  });

  it('because it hangs up is grey', async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { light, reason } = await look({ site: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    server.close();
    expect(light).toBe('unknown');
    expect(reason).toContain('(no answer)');
  });

  it('because its address is not on the public internet is grey in AWS, and nothing is asked', async () => {
    const site = await website(coffeeLabPages());
    expect(await look({ site: site.url, network: 'public' })).toMatchObject({
      light: 'unknown',
      cause: 'private-address',
    });
    expect(site.hits).toEqual([]);
  });
});
