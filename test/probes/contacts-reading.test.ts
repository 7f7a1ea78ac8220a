import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { countryHints } from '../../functions/probe-page/contacts/countries.ts';
import { isDialLink } from '../../functions/probe-page/contacts/dial-link.ts';
import { isSamePhone, readTelLink } from '../../functions/probe-page/contacts/dialling.ts';
import { findEmails, readMailto, readScrambledEmail } from '../../functions/probe-page/contacts/emails.ts';
import { mergeContacts } from '../../functions/probe-page/contacts/merge.ts';
import { readOutwardContact } from '../../functions/probe-page/contacts/messengers.ts';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';
import { findAddress, findHours } from '../../functions/probe-page/contacts/places.ts';
import type { SeenLink } from '../../functions/probe-page/walking/links.ts';
import type { Screen } from '../../functions/probe-page/walking/screen.ts';
import type { FoundContact } from '../../shared/model/found.ts';

const from = (country: CountryCode | null, certain = true) => ({
  countries: country === null ? [] : [country],
  certain,
});
const phones = (text: string, country: CountryCode | null, certain = true): string[] =>
  findPhones(text, from(country, certain)).map(({ value }) => value);

describe('phone numbers in running text', () => {
  it.each<[CountryCode | null, string, string[]]>([
    [null, '+380 44 123 45 67', ['+380441234567']],
    [null, '00380441234567', ['+380441234567']],
    ['DE', 'Tel.: 089/12345678', ['+498912345678']],
    ['DE', 'Tel. 0 89 / 12 34 56 78', ['+498912345678']],
    ['AT', 'Tel: 01/234 56 78', ['+4312345678']],
    ['CH', '044 123 45 67', ['+41441234567']],
    ['UA', '(067)123-45-67, (050)765-43-21', ['+380671234567', '+380507654321']],
    ['UA', '067 123 45 67 / 050 123 45 67', ['+380671234567', '+380501234567']],
    ['RU', '8 (495) 123-45-67', ['+74951234567']],
    ['PL', '22 123 45 67', ['+48221234567']],
    ['TR', '0212 123 45 67', ['+902121234567']],
    ['NP', '01-4412345, 9841234567', ['+97714412345', '+9779841234567']],
    ['US', 'Call 1-800-555-0199 ext. 12', ['+18005550199']],
    ['US', '(555) 123-4567', ['5551234567']],
    ['US', 'Reservations 555.123.4567', ['5551234567']],
    ['UA', 'тел./факс: (044) 123-45-67', ['+380441234567']],
    ['DE', 'Telefon & Fax 089 12345678', ['+498912345678']],
    ['DE', 'Tel. u. Fax: 030 23125470', ['+493023125470']],
    ['IT', 'Tel. e Fax 0422 123456 - Cell. 333 1234567', ['+390422123456', '+393331234567']],
    ['NL', 'Tel. en fax 020 794 0800', ['+31207940800']],
  ])('%s: "%s" is %j', (country, text, found) => {
    expect(phones(text, country)).toEqual(found);
  });

  it.each<[CountryCode | null, string]>([
    ['TR', '20.000 - 28.000'],
    ['TR', '45.000-90.000 TL'],
    ['DE', 'Ärztlicher Notdienst: Tel. 116117'],
    [null, 'УНП 192345678'],
    ['UA', '192.168.100.200'],
    ['DE', 'Fax: 089/12345678'],
    ['UA', '(044) 123-45-67 (факс)'],
    ['DE', 'Art.-Nr. 1234567'],
    ['US', 'Model 555-123-4567'],
    ['DE', 'USt-IdNr.: DE 123 456 789'],
    ['DE', 'Steuernummer 143/123/12345'],
    ['DE', 'IBAN: DE89 3704 0044 0532 0130 00'],
    ['DE', '80799 München'],
    ['DE', '01.02.2024 - 31.12.2024'],
    ['DE', '48.13712, 11.57549'],
    ['US', '$1,200 - $2,500'],
    ['US', 'ZIP 84109-1234'],
    ['US', 'Order #1234567890'],
    ['US', '4111 1111 1111 1111'],
    ['UA', 'ЄДРПОУ 12345678'],
    ['UA', 'UA21 3223 1300 0002 6007 2335 6600 1'],
    ['UA', 'від 1 500 000 грн'],
    ['RU', 'ИНН 7707083893'],
    ['RU', 'р/с 40702810900000012345'],
    ['RU', '2000/2500/3000₽'],
    ['FR', 'SIRET 123 456 789 00012'],
    ['FR', 'RCS Paris 123 456 789'],
    ['PL', 'NIP: 123-456-78-90'],
    ['TR', 'Vergi No: 1234567890'],
    [null, 'ISBN 978-3-16-148410-0'],
    [null, '2014 - 2026'],
    [null, 'Build: 2025-02-14 10:30'],
  ])('%s: "%s" is none', (country, text) => {
    expect(phones(text, country)).toEqual([]);
  });

  it('stay digits while their country is a guess, and must be written like a phone', () => {
    expect(phones('801.755.3499', 'US', false)).toEqual(['8017553499']);
    expect(phones('8017553499', 'US', false)).toEqual([]);
  });

  it('are the same with and without their country code', () => {
    expect(isSamePhone('+380441234567', '0441234567')).toBe(true);
    expect(isSamePhone('+380441234567', '+380441234568')).toBe(false);
    expect(isSamePhone('+380441234567', '+490441234567')).toBe(false);
  });
});

describe('the country of a site', () => {
  const aScreen = (screen: Partial<Screen>): Screen => ({
    ...{
      url: 'https://x.example/',
      language: '',
      text: '',
      blocks: [],
      links: [],
      structuredData: [],
      hasForm: false,
      tellingPictures: [],
    },
    ...screen,
  });
  const link = (url: string): SeenLink => ({
    ...{ href: url, url, text: '', seen: true, aboveFold: true, coveredBy: null, legibility: null, around: '' },
    ...{ label: '', heading: '', beside: [], atEnd: false },
  });

  it.each([
    ['the number of its WhatsApp', { links: [link('https://wa.me/27680859948?text=hi')] }, 'ZA'],
    ['the number of its Viber', { links: [link('viber://chat?number=%2B380441234567')] }, 'UA'],
    ['its domain', { url: 'https://www.praxis.de/' }, 'DE'],
    ['its postal codes', { text: 'Salt Lake City, UT 84109' }, 'US'],
  ])('is told by %s', (_, screen, country) => {
    expect(countryHints(aScreen(screen), undefined)).toMatchObject({ countries: [country], certain: true });
  });

  it.each([
    ['uk', ['UA']],
    ['it', ['IT']],
    ['nl', ['NL', 'BE']],
    ['cs', ['CZ']],
    ['ka', ['GE']],
    ['de', ['DE', 'AT', 'CH']],
  ])('is a guess where only its language speaks: "%s"', (language, countries) => {
    expect(countryHints(aScreen({ language }), undefined)).toEqual({ certain: false, countries });
  });
});

describe('tel: links', () => {
  it.each([
    ['tel:+38(099)5341083', '+380995341083'],
    ['tel:%2B380%2044%20123%2045%2067', '+380441234567'],
    ['tel:801-755-3499', '+18017553499'],
    ['skype:+380441234567?call', '+380441234567'],
    ['sms:+380441234567?body=Hi', '+380441234567'],
  ])('%s dials %s', (href, value) => {
    expect(readTelLink(href, from('US'))).toBe(value);
  });

  it('dial by whatever scheme opens the telephone; a Skype name does not', () => {
    expect(['tel:1', 'callto:1', 'sms:1', 'skype:+380441234567?call'].every(isDialLink)).toBe(true);
    expect(isDialLink('skype:coffeelab?chat')).toBe(false);
  });

  it.each(['tel:', 'tel:112', 'tel:911', 'tel:116117'])('%s is nobody of the business', (href) => {
    expect(readTelLink(href, from('DE'))).toBeNull();
  });
});

describe('email addresses', () => {
  it.each([
    ['Mail: Info@Firma.de.', ['info@firma.de']],
    ['info [at] firma.de', ['info@firma.de']],
    ['info(at)firma(dot)de', ['info@firma.de']],
    ['имя@пример.рф', ['имя@пример.рф']],
    ['info at firma dot de', ['info@firma.de']],
    ['look at dot matrix printers', []],
    ['Mail: info {at} mail.firma {dot} de', ['info@mail.firma.de']],
    ['logo@2x.png', []],
    ['we meet [at] noon.', []],
    ['Follow @coffee on', []],
  ])('in "%s" are %j', (text, found) => {
    expect(findEmails(text).map(({ value }) => value)).toEqual(found);
  });

  it('behind Cloudflare’s protection are unscrambled', () => {
    const bytes = [...Buffer.from('info@firma.de')].map((byte) => (byte ^ 0x2b).toString(16).padStart(2, '0'));
    expect(readScrambledEmail(`/cdn-cgi/l/email-protection#2b${bytes.join('')}`)).toBe('info@firma.de');
    expect(readScrambledEmail('/cdn-cgi/l/email-protection#2b0000000000')).toBeNull();
    expect(readScrambledEmail('/cdn-cgi/l/email-protection')).toBeNull();
  });

  it('of mailto: links are all valid recipients', () => {
    expect(readMailto('mailto:A@b.de,c@d.de?subject=x')).toEqual(['a@b.de', 'c@d.de']);
    expect(readMailto('mailto:?body=share')).toEqual([]);
    expect(readMailto('mailto:info@firma')).toEqual([]);
  });
});

describe('messengers and social pages', () => {
  it.each([
    ['https://wa.me/79952611817?text=hi', 'WhatsApp', 'https://wa.me/79952611817'],
    [
      'https://api.whatsapp.com/send?phone=380441234567&text=x',
      'WhatsApp',
      'https://api.whatsapp.com/send?phone=380441234567',
    ],
    ['https://t.me/+380756177729', 'Telegram', 'https://t.me/+380756177729'],
    ['https://bukettua.t.me/', 'Telegram', 'https://bukettua.t.me/'],
    ['https://msng.link/o?380671112255=vi', 'msng.link', 'https://msng.link/o?380671112255=vi'],
    ['viber://chat?number=%2B380756177729', 'Viber', 'viber://chat?number=%2B380756177729'],
    ['https://m.me/coffeelab', 'Messenger', 'https://m.me/coffeelab'],
    ['https://web.telegram.org/k/#@coffeelab', 'Telegram', 'https://web.telegram.org/k/#@coffeelab'],
    ['https://vk.com/im?sel=-12345', 'VK', 'https://vk.com/im?sel=-12345'],
    ['https://vk.me/coffee.lab', 'VK', 'https://vk.me/coffee.lab'],
    ['https://ig.me/m/coffeelab', 'Instagram', 'https://ig.me/m/coffeelab'],
    ['https://signal.me/#p/+491234567890', 'Signal', 'https://signal.me/#p/+491234567890'],
    ['https://max.ru/u/abc', 'Max', 'https://max.ru/u/abc'],
    ['https://www.instagram.com/coffeelab', 'Instagram', 'https://www.instagram.com/coffeelab'],
  ])('%s is %s', (href, name, value) => {
    expect(readOutwardContact(href)).toMatchObject({ name, value });
  });

  it.each([
    'https://wa.me/?text=share',
    'https://web.telegram.org/',
    'https://vk.com/im',
    'https://t.me/share/url?url=x',
    'viber://forward?text=x',
    'https://www.facebook.com/sharer/sharer.php?u=x',
    'https://www.facebook.com/',
    'https://www.youtube.com/watch?v=1',
    'https://twitter.com/intent/tweet?x',
  ])('%s leads to nobody', (href) => {
    expect(readOutwardContact(href)).toBeNull();
  });
});

describe('one contact met twice', () => {
  const aContact = (contact: Partial<FoundContact>): FoundContact => ({
    ...{ kind: 'phone', value: '+380441234567', text: '', page: 'https://x.example/', clicks: 0 },
    ...{ aboveFold: false, usable: true, coveredBy: null },
    ...contact,
  });

  it('is readable if it can be read anywhere, and unreadable only if it can be read nowhere', () => {
    const [pale, clear, onPicture] = [false, true, null].map((readable) => aContact({ readable }));
    const readable = (...met: (FoundContact | undefined)[]) =>
      mergeContacts(met.filter((contact) => contact !== undefined)).map((contact) => contact.readable);
    expect(readable(pale, clear)).toEqual([true]);
    expect(readable(pale, onPicture)).toEqual([null]);
    expect(readable(pale, pale)).toEqual([false]);
  });

  it('keeps its fault where one of its links opens something else', () => {
    const right = aContact({});
    const wrong = aContact({ usable: false, opensInstead: 'tel:+380447654321' });
    expect(mergeContacts([right, wrong])).toMatchObject([{ usable: true, opensInstead: 'tel:+380447654321' }]);
  });

  it('is one address, told with its town', () => {
    const [short, full] = ['Nordendstr. 19', 'Nordendstr. 19, 80799 München'].map((value) =>
      aContact({ kind: 'address', value }),
    );
    expect(mergeContacts([short ?? aContact({}), full ?? aContact({})]).map(({ value }) => value)).toEqual([
      'Nordendstr. 19, 80799 München',
    ]);
  });
});

describe('places and times', () => {
  it.each(['12 Reitarska Street, Kyiv', 'Nordendstr. 19, 80799 München', 'г. Краснодар, ул. Автолюбителей, д. 52/3'])(
    '"%s" is an address',
    (line) => {
      expect(findAddress(`Coffee Lab\n${line}\nWelcome`)).toBe(line);
    },
  );

  it('no address is a line about a phone number, and no times are told twice', () => {
    expect(findAddress('Ou appelez tout de suite : 06 60 75 37 71, 12 rue')).toBeNull();
    expect(findHours('Daily 08:00 – 22:00\nDaily 08:00 – 22:00')).toBe('Daily 08:00 – 22:00');
  });

  it.each([
    [
      'a table',
      'Opening hours\nMonday\t9:00 – 17:00\nTuesday\tClosed\nWednesday\t9:00 – 17:00',
      'Monday 9:00 – 17:00; Wednesday 9:00 – 17:00',
    ],
    [
      'days above their hours',
      'Montag\n9:00 - 12:00\nDienstag\n14:00 - 18:00',
      'Montag: 9:00 - 12:00; Dienstag: 14:00 - 18:00',
    ],
    ['a break in the line after', 'Пн–Пт 9:00–18:00\nобед 13:00–14:00', 'Пн–Пт 9:00–18:00; обед 13:00–14:00'],
    [
      'the same break on two days',
      'Mon 8:00-18:00\nLunch 13:00-14:00\nTue 8:00-17:00\nLunch 13:00-14:00',
      'Mon 8:00-18:00; Lunch 13:00-14:00; Tue 8:00-17:00; Lunch 13:00-14:00',
    ],
    ['bare hours of the clock', 'Mo-Fr 9-18 Uhr', 'Mo-Fr 9-18 Uhr'],
    ['bare hours after days', 'Open Mon-Fri 9-5', 'Open Mon-Fri 9-5'],
    ['round the clock', 'Rund um die Uhr, täglich', 'Rund um die Uhr, täglich'],
  ])('hours are found as %s', (_, text, hours) => {
    expect(findHours(text)).toBe(hours);
  });

  it.each(['Mon - Fri: 9am - 5pm', 'Пн-Нд: цілодобово', 'Ежедневно с 10:00 до 21:00'])('"%s" are hours', (line) => {
    expect(findHours(`Coffee Lab\n${line}`)).toBe(line);
  });
});
