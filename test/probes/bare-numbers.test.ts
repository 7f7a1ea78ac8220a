import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTrunkZero } from '../../functions/probe-page/contacts/dialling.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const austin = '<h1>Family dentist, Austin, TX 78701</h1>';

describe.concurrent('a number that is text where a visitor meets it first', () => {
  const other = '<a href="tel:+15125550199">(512) 555-0199</a>';
  const site = (first: string, second: string): Site => ({
    '/': page(`${austin}<p>${first}</p><p><a href="/contact">Contact</a></p>`),
    '/contact': page(`<p>${second}</p>`),
  });
  it.each([
    ['another page links another number', '(512) 555-0143', other, 1],
    ['another page links the same number', '(512) 555-0143', phone, 1],
    ['a link to another number stands beside it', `(512) 555-0143 or ${other}`, phone, 0],
    ['it is a link there', phone, '(512) 555-0199', 0],
  ])('does not start a call, when %s', async (_, first, second, phonesNotTappable) => {
    const { measurements } = await lookForContacts(site(first, second), browser);
    expect(measurements).toMatchObject({ phonesNotTappable });
  });

  it('may have a 0 behind its country code, and no phone reaches it', async () => {
    const leeds = '<h1>Baker, Leeds LS1 4DY</h1>';
    const written = await lookForContacts(page(`${leeds}<p>Call +44 0113 496 0123</p>`, { lang: 'en-GB' }), browser);
    expect(written.measurements).toMatchObject({ phonesMiswritten: 1 });
    expect(written.of('phone')).toEqual(['+441134960123']);
    const bracketed = await lookForContacts(
      page(`${leeds}<p>Call +44 (0)113 496 0123</p>`, { lang: 'en-GB' }),
      browser,
    );
    expect(bracketed.measurements).toMatchObject({ phonesMiswritten: 0 });
  });
});

describe('a 0 behind the country code', () => {
  it.each([
    ['+44 0113 496 0123', '+441134960123', true],
    ['0049 030 1234567', '+49301234567', true],
    ['+234 08110844173', '+2348110844173', true],
    ['+380 0 44 123 45 67', '+380441234567', true],
    ['+44 (0)113 496 0123', '+441134960123', false],
    ['+39 06 1234 5678', '+390612345678', false],
    ['+44 113 496 0123', '+441134960123', false],
    ['0113 496 0123', '+441134960123', false],
    ['+1 512 555 0143', '+15125550143', false],
    ['512 555 0143', '5125550143', false],
  ])('in %s: %s, %s', (written, dialled, expected) => {
    expect(hasTrunkZero(written, dialled)).toBe(expected);
  });
});
