import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findForms } from '../../functions/probe-page/form/find-forms.ts';
import { mainForm, purposeOf, roleOf } from '../../functions/probe-page/form/purpose.ts';
import { aContactsSite, type ContactsSite } from './contacts-site.ts';

let site: ContactsSite;

beforeAll(async () => {
  site = await aContactsSite();
});
afterAll(() => site.close());

const look: ContactsSite['look'] = (...args) => site.look(...args);

describe('contacts in plain view', () => {
  it('are found with their kinds, and are usable', async () => {
    const { of, found, measurements } = await look('healthy');
    expect(of('phone')).toEqual(['+380441234567']);
    expect(of('email')).toEqual(['hello@coffeelab.example']);
    expect(of('messenger')).toEqual(['https://wa.me/380441234567']);
    expect(of('social')).toEqual(['https://www.instagram.com/coffeelab']);
    expect(of('address')).toEqual(['12 Reitarska Street, Kyiv']);
    expect(of('hours')).toEqual(['Mon to Fri 08:00 – 20:00']);
    expect(measurements).toMatchObject({
      clicksToContact: 0,
      contactsFound: 3,
      contactsCovered: 0,
      contactsUnusable: 0,
    });
    expect(found.find(({ kind }) => kind === 'phone')).toMatchObject({
      aboveFold: true,
      usable: true,
      coveredBy: null,
    });
  });

  it.each(['in-shadow', 'split-number', 'revealed-on-scroll'])('are found on the page "%s"', async (page) => {
    const { of } = await look(page);
    expect(of('phone')).toEqual(['+380441234567']);
  });

  it('are found however they are hidden from robots, and only what a tap opens is usable', async () => {
    const { of, found } = await look('disguised');
    expect(of('email').toSorted()).toEqual([
      'beans@coffeelab.example',
      'jobs@coffeelab.example',
      'office@coffeelab.example',
      'orders@coffeelab.example',
      'press@coffeelab.example',
    ]);
    expect(of('phone')).toEqual(['+380441234567', '+380507654321']);
    expect(found.filter(({ usable }) => usable)).toEqual([]);
  });

  it('are found behind icons without words, each messenger for itself', async () => {
    const { of } = await look('icons-only');
    expect(of('phone')).toEqual(['+380441234567']);
    expect(of('messenger')).toEqual([
      'https://wa.me/380441234567',
      'https://t.me/coffeelab',
      'viber://chat?number=%2B380441234567',
      'https://m.me/coffeelab',
      'https://signal.me/#p/+380441234567',
      'https://line.me/ti/p/~coffeelab',
      'skype:coffeelab?chat',
      'https://vk.com/im?sel=-12345',
      'https://max.ru/u/coffeelab',
      'https://ig.me/m/coffeelab',
    ]);
  });

  it('are found for each branch of a table, without the prices and papers around them', async () => {
    expect((await look('branches')).of('phone')).toEqual([
      '+380441234567',
      '+380447654321',
      '+380671112233',
      '+380322223344',
    ]);
  });

  it('are found in frames, as far as these can be seen', async () => {
    const { of, found } = await look('framed');
    expect(of('phone')).toEqual(['+380441234567']);
    expect(of('email')).toEqual(['hello@coffeelab.example']);
    expect(found.find(({ kind }) => kind === 'phone')).toMatchObject({ aboveFold: true, usable: true, clicks: 0 });
    expect(found.find(({ kind }) => kind === 'messenger')).toMatchObject({ aboveFold: false });
  });

  it('get their country from the address beside them', async () => {
    expect((await look('local-number')).of('phone')).toEqual(['+18017553499']);
  });
});

describe('contacts that lie under something', () => {
  it('are covered when the cookie banner lies on the call bar', async () => {
    const { found, measurements, facts, title } = await look('call-bar-under-banner');
    expect(found.find(({ kind }) => kind === 'phone')).toMatchObject({ coveredBy: 'cookie banner' });
    expect(measurements['contactsCovered']).toBe(1);
    expect(facts?.['contactsCovered']).toContain('cookie banner covers +380441234567');
    expect(title).toBe('reject');
  });

  it('are free when the banner lies elsewhere', async () => {
    expect((await look('footer-beside-banner')).measurements).toMatchObject({ contactsCovered: 0, clicksToContact: 0 });
  });

  it('are covered by a wall that can only be agreed to, and seen behind it', async () => {
    const { of, measurements } = await look('consent-wall');
    expect(of('phone')).toEqual(['+380441234567']);
    expect(measurements).toMatchObject({ contactsCovered: 1, clicksToContact: 0 });
  });

  it('are covered by a chat bubble that stays where it is', async () => {
    const { found, facts } = await look('under-chat');
    expect(found.find(({ kind }) => kind === 'phone')).toMatchObject({ coveredBy: 'div#chat-widget' });
    expect(facts?.['contactsCovered']).toMatch(/covers \+380441234567.*Make it smaller, or move it/);
  });

  it('are free once the loading screen has gone', async () => {
    expect((await look('preloader')).measurements).toMatchObject({ contactsCovered: 0, clicksToContact: 0 });
  });

  it('are covered by a loading screen that stays', async () => {
    const { found } = await look('endless-preloader');
    expect(found.find(({ kind }) => kind === 'phone')?.coveredBy).toBe('div#loader');
  });
});

describe('the way to a contact', () => {
  it.each([
    ['burger', 1],
    ['contact-page', 1],
    ['behind-a-tab', 1],
    ['behind-an-icon', 1],
    ['shown-on-tap', 1],
    ['contact-in-menu', 2],
  ])('on the page "%s" is %d clicks long', async (page, clicks) => {
    const { of, measurements } = await look(page);
    expect(of('phone')).toEqual(['+380441234567']);
    expect(measurements['clicksToContact']).toBe(clicks);
  });

  it('leads to addresses disguised against robots, too', async () => {
    expect((await look('contact-page', { device: 'desktop' })).of('email')).toEqual(['office@coffeelab.example']);
  });

  it('does not exist where there is nothing', async () => {
    const { measurements, reason } = await look('nothing');
    expect(measurements).toMatchObject({ contactsFound: 0 });
    expect(measurements).not.toHaveProperty('clicksToContact');
    expect(reason).toMatch(/^No phone number, email address or messenger/);
  });

  it('ends at a form where there is nothing else', async () => {
    const { measurements, reason } = await look('only-a-form');
    expect(measurements).toMatchObject({ contactsFound: 1, phonesMissing: 1 });
    expect(measurements).not.toHaveProperty('clicksToContact');
    expect(reason).toContain('only a form');
  });
});

describe('what is not a contact of the site', () => {
  it('is what nobody sees', async () => {
    const { of } = await look('hidden');
    expect([...of('phone'), ...of('email')]).toEqual([]);
  });

  it('is a price, a tax id, an account, an order, a date or a fax', async () => {
    expect((await look('look-alikes')).of('phone')).toEqual(['+79952611817']);
  });

  it('is what belongs to the web agency or shares the page', async () => {
    const { of } = await look('somebody-elses');
    expect(of('phone')).toEqual(['+380441234567']);
    expect([...of('email'), ...of('messenger'), ...of('social')]).toEqual([]);
  });
});

describe('a contact that is hard to read', () => {
  it('has tiny letters on a phone, or hardly differs from its background; on a picture nobody knows', async () => {
    const { found, measurements, facts } = await look('hard-to-read');
    const readable = Object.fromEntries(found.map(({ value, readable }) => [value, readable]));
    expect(readable).toEqual({
      '+380441234567': false,
      'hello@coffeelab.example': false,
      'press@coffeelab.example': null,
      'jobs@coffeelab.example': false,
      'https://wa.me/380441234567': true,
    });
    expect(measurements['contactsUnreadable']).toBe(3);
    expect(facts?.['contactsUnreadable']).toMatch(/only 9 pixels high on a phone. Make it at least 12.*contrast 1.9/);
  });

  it('has letters that are large enough for a desktop computer', async () => {
    const { found } = await look('hard-to-read', { device: 'desktop' });
    expect(found.find(({ kind }) => kind === 'phone')).toMatchObject({ readable: true, fontPx: 9 });
  });
});

/** Colours of the text and of what lies behind it, what the probe makes of them, and what would help. */
const colours = [
  ['orange on dark brown', '#b8692e', '#24140a', 'faint', 'lighter-text'],
  ['gold on dark green', '#8a7a3c', '#1c3527', 'faint', 'lighter-text'],
  ['grey on black', '#707070', '#000000', 'faint', 'lighter-text'],
  ['dark grey on black', '#444444', '#000000', 'hard', 'lighter-text'],
  ['black on dark grey', '#000000', '#444444', 'hard', 'lighter-text'],
  ['navy on dark red', '#000080', '#600000', 'hard', 'lighter-text'],
  ['grey on white', '#888888', '#ffffff', 'faint', 'darker-text'],
  ['pale grey on white', '#bbbbbb', '#ffffff', 'hard', 'darker-text'],
  ['brown on cream', '#b08850', '#fff8e7', 'faint', 'darker-text'],
  ['red on white', '#f04040', '#ffffff', 'faint', 'darker-text'],
  ['white on orange', '#ffffff', '#ff8c00', 'hard', 'darker-background'],
  ['white on middle green', '#ffffff', '#2e9a50', 'faint', 'darker-background'],
  ['orange on black', '#ff8c00', '#000000', 'clear', null],
  ['black on white', '#000000', '#ffffff', 'clear', null],
] as const;

describe('the contrast of a contact', () => {
  it.each(colours)('%s', async (_, ink, ground, state, clearer) => {
    const shade = (name: string): string => name.slice(1);
    const { found, measurements, facts } = await look(`in-colours?${shade(ink)}&${shade(ground)}`);
    expect(found[0]).toMatchObject({ kind: 'phone', readable: state !== 'hard', clearer });
    expect(measurements).toMatchObject({
      contactsUnreadable: state === 'hard' ? 1 : 0,
      contactsFaint: state === 'faint' ? 1 : 0,
    });
    if (state === 'faint') expect(facts['contactsFaint']).toMatch(/can be read, but .*WCAG AA \(4\.5 to 1\)/);
  });
});

describe('a contact that is of no use', () => {
  it('can be read on a phone, but not called', async () => {
    const { found, measurements, facts } = await look('only-written');
    expect(found).toMatchObject([{ value: '+380441234567', usable: false, opensInstead: null }]);
    expect(measurements).toMatchObject({ phonesNotTappable: 1, contactsUnusable: 1 });
    expect(facts?.['phonesNotTappable']).toContain('make it a tel: link');
  });

  it('shows one number and dials another', async () => {
    const { found, measurements, facts } = await look('dials-another-number');
    expect(found.find(({ value }) => value === '+380441234567')).toMatchObject({ usable: false });
    expect(found.find(({ value }) => value === 'hello@coffeelab.example')).toMatchObject({ usable: false });
    expect(measurements['contactsUnusable']).toBeGreaterThanOrEqual(2);
    expect(facts?.['contactsUnusable']).toContain('hello@coffeelab.example');
    expect(facts?.['phonesNotTappable']).toContain('+380441234567');
    expect(measurements['contactsMisdirected']).toBe(2);
    expect(facts?.['contactsMisdirected']).toContain(
      'shows +380441234567, but tapping it opens tel:+380447654321; the page shows hello@coffeelab.example, but tapping it opens mailto:hello@coffeelab',
    );
  });
});

describe('the configured truth', () => {
  const truth = { phone: '+380 44 123 45 67', email: 'hello@coffeelab.example', whatsapp: '+380 44 123 45 67' };

  it('agrees with the site', async () => {
    expect((await look('healthy', { expect: truth })).measurements).toMatchObject({
      expectedMissing: 0,
      expectedWrong: 0,
    });
  });

  it('differs: another number is wrong, no address is missing, and both values are told', async () => {
    const { measurements, facts } = await look('look-alikes', { expect: { phone: truth.phone, email: truth.email } });
    expect(measurements).toMatchObject({ expectedWrong: 1, expectedMissing: 1 });
    expect(facts?.['expectedWrong']).toContain('+79952611817 instead of the phone number +380 44 123 45 67');
    expect(facts?.['expectedMissing']).toContain('hello@coffeelab.example');
  });
});

describe('the form that a customer writes through', () => {
  async function findOn(name: string) {
    const { found } = await findForms(
      { ...site.visits.desktop, url: `${site.url}${name}` },
      undefined,
      AbortSignal.timeout(30_000),
    );
    const main = mainForm(found.map(({ form }) => form));
    return {
      main,
      clicks: found.find(({ form }) => form === main)?.clicks,
      purposes: found.map((f) => purposeOf(f.form)),
    };
  }

  it('is found in a box that only an icon opens', async () => {
    const { main, clicks } = await findOn('form-in-a-box');
    expect(main?.fields.map(roleOf)).toEqual(['name', 'phone']);
    expect(clicks).toBe(1);
  });

  it('is found on the page of contacts, too, where the first page only takes bookings', async () => {
    const { main, purposes } = await findOn('booking-at-home');
    expect(purposes).toEqual(['contact', 'booking']);
    expect(main?.page).toBe(`${site.url}only-a-form`);
  });
});
