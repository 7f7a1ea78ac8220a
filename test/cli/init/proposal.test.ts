import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isShippedExample } from '../../../cli/init/example.ts';
import { guessPlace, type PlaceHints } from '../../../cli/init/place.ts';
import { siteFindings } from '../../../cli/init/site-findings.ts';
import { platformNeeds } from '../../../cli/init/social-pages.ts';
import { type Proposal, touchpointsText } from '../../../cli/init/touchpoints-text.ts';
import { readOpeningHours } from '../../../shared/business-facts/hours/opening-hours.ts';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import type { FoundContact, FoundForm } from '../../../shared/model/found.ts';
import type { Result } from '../../../shared/model/result.ts';
import { pageKinds } from '../../../shared/model/social-platform.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

const url = 'https://coffeelab.example/';

function seen(kind: FoundContact['kind'], value: string, text = value): FoundContact {
  return {
    kind,
    value,
    text,
    page: url,
    clicks: 0,
    aboveFold: true,
    usable: true,
    coveredBy: null,
    readable: null,
    fontPx: null,
    contrast: null,
  };
}

function look(device: 'mobile' | 'desktop', ...found: FoundContact[]) {
  const check = aCheck({ id: `website/contacts@${device}` });
  return { check, result: aResult({ checkId: check.id, details: { found: z.array(z.json()).parse(found) } }) };
}

function forms(page: string, overrides: Partial<Result> = {}) {
  const check = aCheck({ id: 'website/form' });
  const form: FoundForm = {
    page,
    title: null,
    anchor: null,
    purpose: 'contact',
    fields: [],
    submit: 'post',
    captcha: 'none',
  };
  return { check, result: aResult({ checkId: check.id, details: { forms: [form] }, ...overrides }) };
}

const hints: PlaceHints = {
  url,
  phones: [],
  pageLanguage: '',
  declaredCountry: null,
  machineZone: 'UTC',
};

function aProposal(overrides: Partial<Proposal> = {}): Proposal {
  const phone = seen('phone', '+380441234567', '+380 44 123 45 67');
  return {
    business: 'Coffee Lab',
    place: guessPlace({ ...hints, phones: [phone.value], pageLanguage: 'uk' }),
    site: siteFindings(url, [look('mobile', phone), look('desktop', phone), forms(`${url}contact?from=home`)]),
    hours: null,
    hoursFrom: null,
    holidays: null,
    socials: [],
    alertsTo: [],
    digest: null,
    schema: './touchpoints.schema.json',
    today: '2026-11-22',
    ...overrides,
  };
}

function read(text: string): Configuration {
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(`${text}\n${JSON.stringify(reading.faults, null, 2)}`);
  return reading.configuration;
}

describe('the proposed touchpoints.yaml', () => {
  it('is valid as it is, and expects what the site shows', () => {
    const { business, timeZone, language, touchpoints } = read(touchpointsText(aProposal()));
    expect({ business, timeZone, language }).toEqual({
      business: 'Coffee Lab',
      timeZone: 'Europe/Kyiv',
      language: 'uk',
    });
    const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
    expect(checks.find(({ probe }) => probe === 'contacts')?.options).toEqual({
      expect: { phone: '+380441234567' },
      ignore: [],
      country: 'UA',
    });
    expect(checks.find(({ probe }) => probe === 'form')?.options).toMatchObject({
      page: '/contact?from=home',
      mode: 'rehearse',
    });
  });

  it('takes public holidays for days off only where somebody has said so', () => {
    const unasked = touchpointsText(aProposal());
    expect(read(unasked).calendar.holidays).toEqual([]);
    expect(unasked).toContain('# If you are closed on public holidays, add to the line above: holidays: UA\n');
    expect(read(touchpointsText(aProposal({ holidays: true }))).calendar.holidays).toContain('2026-12-25');
    const refused = touchpointsText(aProposal({ holidays: false }));
    expect(read(refused).calendar.holidays).toEqual([]);
    expect(refused).not.toContain('holidays');
  });

  it('is valid with every social page, and still valid when all of them are taken out of their comments', () => {
    const socials = pageKinds.map((kind) => ({ kind, address: `https://${kind}.example/coffeelab`, account: null }));
    const text = touchpointsText(aProposal({ socials }));
    expect(read(text).touchpoints.map(({ id }) => id)).toEqual(['website']);
    const opened = text.replaceAll(/^ {2}# (?=(- id| {2}\w+):)/gm, '  ');
    const social = read(opened).touchpoints.slice(1);
    expect(social.map(({ kind }) => kind)).toEqual([...pageKinds]);
    expect(social.map(({ secret }) => secret)).toEqual(pageKinds.map((kind) => platformNeeds[kind].secretName));
  });

  it('names for each platform a page of the docs that is there', () => {
    for (const kind of pageKinds) {
      const text = touchpointsText(aProposal({ socials: [{ kind, address: 'https://x.example', account: null }] }));
      expect(text).toContain(`docs/platforms/${kind}.md`);
      expect(existsSync(`docs/platforms/${kind}.md`), kind).toBe(true);
    }
  });

  it('switches on what a person has answered', () => {
    const { alerts, digest } = read(
      touchpointsText(
        aProposal({ alertsTo: ['ops@coffeelab.example'], digest: { to: 'o@x.example', from: 't@x.example' } }),
      ),
    );
    expect(alerts.email).toEqual(['ops@coffeelab.example']);
    expect(digest).toMatchObject({ to: ['o@x.example'], from: 't@x.example', weekday: 'mon' });
  });

  it.each([
    'Null',
    'yes: no',
    '# not a comment',
    '"Quoted" & \'quoted\'',
    '@coffee',
    '- dash',
    'Кава «Львів»: смачна',
    '1984',
    '\u{1F525} Hot {wings}',
  ])('keeps a name as odd as %s', (business) => {
    expect(read(touchpointsText(aProposal({ business }))).business).toBe(business);
  });

  it('says what could not be seen instead of inventing it', () => {
    const wall = (id: string) => ({
      check: aCheck({ id }),
      result: aResult({
        checkId: id,
        outcome: 'unknown',
        cause: 'bot-wall',
        reason: 'A bot wall\nstood: in the way.',
        details: {},
      }),
    });
    const site = siteFindings(url, [wall('website/contacts@mobile'), wall('website/form')]);
    const text = touchpointsText(aProposal({ site }));
    expect(text).toContain('# The contacts could not be checked: A bot wall stood: in the way.');
    expect(text).toContain('# The form could not be checked: A bot wall stood: in the way.');
    expect(read(text).touchpoints[0]?.checks.map(({ probe }) => probe)).toContain('form');
  });

  it('leaves the form out where there is none, and shows how to expect a contact where there is none', () => {
    const none = forms(url, { outcome: 'not-applicable', details: { forms: [] } });
    const text = touchpointsText(aProposal({ site: siteFindings(url, [look('mobile'), look('desktop'), none]) }));
    expect(text).toContain('No phone number, email address or messenger was found.');
    const checks = read(text).touchpoints[0]?.checks ?? [];
    expect(checks.map(({ probe }) => probe)).not.toContain('form');
    expect(checks.find(({ probe }) => probe === 'contacts')?.options).toEqual({ expect: {}, ignore: [] });
  });
});

describe('what is taken from the site', () => {
  it('only contacts that a phone and a desktop both show', () => {
    const [phone, other] = [seen('phone', '+380441234567'), seen('phone', '+380447654321')];
    const site = siteFindings(url, [look('mobile', phone), look('desktop', phone, other)]);
    expect(site.contacts.phone).toEqual(['+380441234567']);
  });

  it('the name behind a messenger link', () => {
    const telegram = seen('messenger', 'https://t.me/coffeelab', 'Telegram: write us');
    const whatsapp = seen('messenger', 'https://wa.me/380441234567', 'WhatsApp: chat');
    const { contacts } = siteFindings(url, [look('mobile', telegram, whatsapp)]);
    expect(contacts).toMatchObject({ telegram: ['coffeelab'], whatsapp: ['380441234567'] });
  });

  it('the address as the site itself wants it, unless it leads to another page', () => {
    const settled = (last: string): string => {
      const check = aCheck({ id: 'website/availability' });
      const result = aResult({
        checkId: check.id,
        details: { chain: [{ url: 'http://coffeelab.example/' }, { url: last }] },
      });
      return siteFindings('http://coffeelab.example/', [{ check, result }]).url;
    };
    expect(settled('https://www.coffeelab.example/')).toBe('https://www.coffeelab.example/');
    expect(settled('https://www.coffeelab.example/en/')).toBe('http://coffeelab.example/');
    expect(settled('https://parked.example/')).toBe('http://coffeelab.example/');
  });
});

describe('the hours', () => {
  it.each([
    [
      'days in a row',
      { openingHours: ['Mo-Fr 08:00-20:00', 'Sa,Su 9:00-21:00'] },
      { 'mon-fri': ['08:00-20:00'], 'sat-sun': ['09:00-21:00'] },
    ],
    [
      'a break at noon, and midnight',
      {
        openingHoursSpecification: [
          { dayOfWeek: ['https://schema.org/Monday', 'Tuesday'], opens: '09:00', closes: '13:00' },
          { dayOfWeek: ['Monday', 'Tuesday'], opens: '14:00:00', closes: '23:59' },
        ],
      },
      { 'mon-tue': ['09:00-13:00', '14:00-24:00'] },
    ],
    ['a night, which is no plain week', { openingHours: 'Fr 20:00-04:00' }, null],
    [
      'a season',
      { openingHoursSpecification: { dayOfWeek: 'Monday', opens: '09:00', closes: '13:00', validFrom: '2026-06-01' } },
      null,
    ],
    ['words', { openingHours: ['Mo-Fr 08:00-20:00', 'by appointment'] }, null],
    ['nothing', {}, null],
  ])('of structured data: %s', (_, thing, hours) => {
    expect(readOpeningHours([{ '@type': 'Cafe' }, thing])).toEqual(hours);
    expect(read(touchpointsText(aProposal({ hours }))).calendar.shifts.mon).not.toEqual([]);
  });
});

describe('a messenger that the file cannot expect yet', () => {
  it('is told all the same', () => {
    const max = seen('messenger', 'https://web.max.ru/238716647', 'Max: https://web.max.ru/238716647');
    const telegram = seen('messenger', 'https://t.me/coffeelab', 'Telegram: https://t.me/coffeelab');
    const found = siteFindings(url, [look('mobile', max, telegram), look('desktop', max, telegram), forms(url)]);
    expect(found.otherMessengers).toEqual([max.value]);
    expect(found.contacts.telegram).toEqual(['coffeelab']);
  });
});

describe('where the business is', () => {
  it.each([
    ['a phone number', { phones: ['+48223334455'] }, 'PL', 'Europe/Warsaw'],
    ['the structured data', { declaredCountry: 'NP', phones: ['+48223334455'] }, 'NP', 'Asia/Kathmandu'],
    ['the domain', { url: 'https://kaffee.de/' }, 'DE', 'Europe/Berlin'],
    ['a British domain', { url: 'https://tea.co.uk/' }, 'GB', 'Europe/London'],
    ['the language and region of the page', { pageLanguage: 'pt-PT' }, 'PT', 'Europe/Lisbon'],
    [
      'this machine, where the country has several zones',
      { phones: ['+12125550123'], machineZone: 'America/Denver' },
      'US',
      'America/Denver',
    ],
    ['nothing but this machine', { url: 'https://startup.io/', machineZone: 'Europe/Kiev' }, null, 'Europe/Kyiv'],
  ])('is told by %s', (_, sources, country, timeZone) => {
    expect(guessPlace({ ...hints, ...sources })).toMatchObject({ country, timeZone });
  });
});

describe('hours that only a person understands', () => {
  it('stand above the usual ones, with the request to correct these, where nobody can be asked', () => {
    const seasons = seen('hours', 'Summer: Mon-Fri 9-20; winter: Mon-Fri 10-18');
    const site = siteFindings(url, [look('mobile', seasons), look('desktop', seasons)]);
    expect(touchpointsText(aProposal({ site }))).toContain(
      '# The site says: Summer: Mon-Fri 9-20; winter: Mon-Fri 10-18\n# That could not be turned into hours for certain. Correct the next line:\nhours: { mon-fri: ["09:00-18:00"]',
    );
  });
});

describe('the example that comes with the project', () => {
  it('may be replaced, a touched one not', () => {
    const example = readFileSync('touchpoints.yaml');
    expect(isShippedExample(example), 'put the new SHA-256 into cli/init/example.ts').toBe(true);
    expect(isShippedExample(Buffer.concat([example, Buffer.from('\n')]))).toBe(false);
  });
});
