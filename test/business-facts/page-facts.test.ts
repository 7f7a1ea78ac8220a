import { describe, expect, it } from 'vitest';
import type { Stated } from '../../shared/business-facts/facts.ts';
import { readPageFacts } from '../../shared/business-facts/page-facts.ts';
import { writeSpans } from '../../shared/business-facts/week.ts';

const jsonLd = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const page = (body: string, lang = 'en'): string => `<!doctype html><html lang="${lang}"><body>${body}</body></html>`;

function read(html: string, kind: 'page' | 'data'): Stated | undefined {
  return readPageFacts(html, '/', 'UA').facts.find(({ source }) => source.kind === kind);
}

/** From Monday to Sunday; `?` where nothing can be compared. */
function week(stated: Stated | undefined): string[] {
  return (stated?.weeks[0] ?? []).map((day) => (day === null ? '?' : writeSpans(day).join(' ')));
}

const allWeek = (hours: string): string[] => Array.from({ length: 7 }, () => hours);
const workdays = (hours: string, weekend = ''): string[] => [
  ...Array.from({ length: 5 }, () => hours),
  weekend,
  weekend,
];

describe('structured data', () => {
  it.each([
    ['lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['graphs', `${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}`],
  ])('of %s within each other without end gives nothing, and the page is read all the same', (_, json) => {
    const html = page(`<script type="application/ld+json">${json}</script><a href="tel:+380441234567">Call</a>`);
    expect(read(html, 'data')).toBeUndefined();
    expect(read(html, 'page')?.phones.map(({ e164 }) => e164)).toEqual(['+380441234567']);
  });

  it('gives name, phone, address and hours of the shop, not of the company behind it', () => {
    const stated = read(
      page(
        jsonLd({ '@type': 'Organization', name: 'Kava LLC', address: { streetAddress: '1 Office Park' } }) +
          jsonLd({
            '@graph': [
              {
                '@type': 'CafeOrCoffeeShop',
                name: 'Coffee Lab',
                telephone: '(044) 123-45-67',
                address: {
                  streetAddress: '12 Reitarska Street',
                  postalCode: '01030',
                  addressLocality: 'Kyiv',
                  addressCountry: 'UA',
                },
                openingHoursSpecification: [
                  { dayOfWeek: ['Monday', 'https://schema.org/Tuesday'], opens: '08:00', closes: '20:00:00' },
                  { dayOfWeek: { '@id': 'schema:Saturday'.replace(':', '/') }, opens: '18:00', closes: '02:00' },
                  { dayOfWeek: 'Sunday', opens: '00:00', closes: '00:00' },
                  { dayOfWeek: 'Friday', opens: '00:00', closes: '23:59' },
                  {
                    dayOfWeek: 'Monday',
                    opens: '10:00',
                    closes: '12:00',
                    validFrom: '2026-12-24',
                    validThrough: '2026-12-24',
                  },
                ],
              },
            ],
          }),
      ),
      'data',
    );
    expect(stated).toMatchObject({
      names: ['Coffee Lab'],
      phones: [{ e164: '+380441234567' }],
      addresses: [{ written: '12 Reitarska Street, 01030 Kyiv', city: 'Kyiv' }],
    });
    expect(week(stated)).toEqual(['08:00–20:00', '08:00–20:00', '', '', '00:00–24:00', '18:00–02:00', '']);
  });

  it.each([
    ['Mo-Fr 09:00-18:00', workdays('09:00–18:00')],
    [['Mo-Fr 09:00-13:00,14:00-18:00'], workdays('09:00–13:00 14:00–18:00')],
    ['Mo-Fr 09:00-18:00, Sa 10:00-15:00', [...workdays('09:00–18:00').slice(0, 5), '10:00–15:00', '']],
    ['Mo-Su', allWeek('00:00–24:00')],
    ['Sa-Mo 10:00-16:00', ['10:00–16:00', '', '', '', '', '10:00–16:00', '10:00–16:00']],
  ])('reads openingHours %j', (openingHours, expected) => {
    expect(week(read(page(jsonLd({ '@type': 'Store', openingHours })), 'data'))).toEqual(expected);
  });

  it('reads the days beside public holidays', () => {
    const days = { dayOfWeek: ['Sunday', 'PublicHolidays'], opens: '10:00', closes: '14:00' };
    const stated = read(page(jsonLd({ '@type': 'Store', openingHoursSpecification: [days] })), 'data');
    expect(week(stated)).toEqual(['', '', '', '', '', '', '10:00–14:00']);
  });

  const morning = { dayOfWeek: 'Monday', opens: '09:00', closes: '13:00' };
  const friday = { dayOfWeek: 'Friday', opens: '09:00', closes: '18:00' };
  it.each<[string, object]>([
    ['words', { openingHours: ['Mo-Fr 09:00-18:00', 'weekends by appointment'] }],
    ['days that are none', { openingHours: ['Mo-Fr 09:00-18:00', 'Weekends 10:00-14:00'] }],
    ['half an afternoon', { openingHours: 'Mo-Fr 09:00-13:00,14:00-late' }],
    [
      'an end in words',
      { openingHoursSpecification: [morning, { dayOfWeek: 'Monday', opens: '14:00', closes: 'late' }] },
    ],
    ['no end', { openingHoursSpecification: [morning, { dayOfWeek: 'Monday', opens: '14:00' }, friday] }],
    ['no days', { openingHoursSpecification: [morning, { opens: '10:00', closes: '16:00' }] }],
    ['a text among entries', { openingHoursSpecification: [friday, 'Sa 10:00-15:00'] }],
    ['a time that is none', { openingHoursSpecification: [friday, { ...morning, closes: '13:75' }] }],
  ])('half of which cannot be read gives no hours, for one half would be taken for all: %s', (_, hours) => {
    const stated = read(page(jsonLd({ '@type': 'Store', name: 'Coffee Lab', ...hours })), 'data');
    expect(stated?.names).toEqual(['Coffee Lab']);
    expect(stated?.weeks).toEqual([]);
  });

  it('of seasons only, or of words, gives no hours', () => {
    const season = {
      dayOfWeek: 'Monday',
      opens: '09:00',
      closes: '18:00',
      validFrom: '2026-06-01',
      validThrough: '2026-09-01',
    };
    expect(read(page(jsonLd({ '@type': 'Store', openingHoursSpecification: season })), 'data')).toBeUndefined();
    expect(read(page(jsonLd({ '@type': 'Store', openingHours: 'all day every day' })), 'data')).toBeUndefined();
  });

  it('may be microdata', () => {
    const html =
      page(`<div itemscope itemtype="https://schema.org/Bakery"><span itemprop="telephone">+380 44 123 45 67</span>
      <meta itemprop="openingHours" content="Mo-Fr 08:00-20:00">
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">12 Reitarska Street</span>
      <span itemprop="addressLocality">Kyiv</span></div></div>`);
    const stated = read(html, 'data');
    expect(stated).toMatchObject({
      phones: [{ e164: '+380441234567' }],
      addresses: [{ street: '12 Reitarska Street', city: 'Kyiv' }],
    });
    expect(week(stated)).toEqual(workdays('08:00–20:00'));
  });

  it('of a person, or of several branches in one microdata, is not that of the business', () => {
    expect(read(page(jsonLd({ '@type': ['Person', 'Organization'], name: 'Anna Kowalska' })), 'data')).toBeUndefined();
    const branch = (street: string, hours: string): string =>
      `<div itemscope itemtype="https://schema.org/Store"><span itemprop="streetAddress">${street}</span><meta itemprop="openingHours" content="${hours}"></div>`;
    const html = page(
      branch('12 Reitarska Street', 'Mo-Fr 09:00-18:00') + branch('5 Bankova Street', 'Mo-Sa 10:00-20:00'),
    );
    expect(read(html, 'data')).toBeUndefined();
  });

  it.each(['{"@type": "Cafe", "telephone": ', '[null, 5, "x"]', '{"@graph": {"address": {"streetAddress": {}}}}', ''])(
    'that is nonsense says nothing: %s',
    (json) => {
      expect(readPageFacts(page(`<script type="application/ld+json">${json}</script>`), '/', null).facts).toEqual([]);
    },
  );
});

describe('what is written on the page', () => {
  it('is the number that a tap dials, the address, and the hours line by line', () => {
    const stated = read(
      page(`<a href="tel:+380441234567">Call</a> <!-- <a href="tel:+380999999999">old</a> -->
        <address>12 Reitarska Street<br>Kyiv, Ukraine</address>
        <dl><dt>Opening hours</dt><dd>Monday to Friday 08:00–20:00<br>Saturday and Sunday 09:00–21:00</dd></dl>
        <footer>Monday to Friday 08:00–20:00</footer>`),
      'page',
    );
    expect(stated?.phones.map(({ e164 }) => e164)).toEqual(['+380441234567']);
    expect(stated?.addresses.map(({ written }) => written)).toEqual(['12 Reitarska Street, Kyiv, Ukraine']);
    expect(week(stated)).toEqual(workdays('08:00–20:00', '09:00–21:00'));
  });

  it.each([
    ['en', '<tr><td>Mon–Fri</td><td>9:00–18:00</td></tr><tr><td>Sat</td><td>closed</td></tr>', workdays('09:00–18:00')],
    ['uk', '<p>Пн-Пт: 9:00-18:00, обід 13:00-14:00</p><p>Сб, Нд: вихідний</p>', workdays('09:00–13:00 14:00–18:00')],
    ['uk', '<p>Графік роботи: Пн-Пт 9:00-18:00</p>', workdays('09:00–18:00')],
    ['ru', '<h4>Режим работы</h4><p>Ежедневно с 10:00 до 22:00</p>', allWeek('10:00–22:00')],
    ['de', '<h4>Öffnungszeiten</h4><li>Mo–Fr 8–18 Uhr</li><li>Sa nach Vereinbarung</li>', workdays('08:00–18:00', '?')],
    ['es', '<h4>Horario</h4><p>Lunes a viernes de 9:00 a 18:00</p>', workdays('09:00–18:00')],
    ['fr', '<h4>Horaires</h4><p>Lundi au vendredi 9h-18h</p>', workdays('09:00–18:00')],
    ['pl', '<h4>Godziny otwarcia</h4><p>pn-pt 9:00-18:00</p>', workdays('09:00–18:00')],
    ['tr', '<h4>Çalışma saatleri</h4><p>hafta içi 09:00-18:00</p>', workdays('09:00–18:00')],
    ['en', '<p>Open 24/7</p>', allWeek('00:00–24:00')],
    ['en', '<p>We are open</p><p>Mon-Sun 10:00-23:59</p>', allWeek('10:00–24:00')],
    [
      'en',
      '<h4>Location &amp; Hours</h4><address>12 Main St</address><p>(044) 123-45-67</p><p>Mon-Fri 9:00-18:00</p>',
      workdays('09:00–18:00'),
    ],
    [
      'de',
      '<h4>Sprechzeiten</h4><tr><td>Montag</td><td>9:00–13:00<br>14:00–18:00</td></tr><tr><td>Dienstag</td><td>9:00–17:00</td></tr>',
      ['09:00–13:00 14:00–18:00', '09:00–17:00', '', '', '', '', ''],
    ],
    [
      'en',
      '<p>Hours: Mon-Thu 6pm-11pm, Fri-Sat 6pm-2am</p>',
      ['18:00–23:00', '18:00–23:00', '18:00–23:00', '18:00–23:00', '18:00–02:00', '18:00–02:00', ''],
    ],
    ['uk', '<p>Графік роботи: щодня 12:00-00:00</p>', allWeek('12:00–24:00')],
    ['en', '<p>Opening hours: daily 11:00–00:00</p>', allWeek('11:00–24:00')],
    [
      'uk',
      '<p>Графік роботи: Нд-Чт 10:00-23:00, Пт-Сб 10:00-02:00</p>',
      [...Array<string>(4).fill('10:00–23:00'), '10:00–02:00', '10:00–02:00', '10:00–23:00'],
    ],
    ['de', '<p>Öffnungszeiten: Fr-Sa 11:30–01:00 Uhr</p>', ['', '', '', '', '11:30–01:00', '11:30–01:00', '']],
  ])('in %s: %s', (language, html, expected) => {
    expect(week(read(page(html, language), 'page'))).toEqual(expected);
  });

  it('takes a German night for no English afternoon', () => {
    expect(read(page('<h4>Öffnungszeiten</h4><p>Mo-Sa 11:00-05:00</p>', 'de'), 'page')).toBeUndefined();
  });

  it('takes hours of a meal for no break', () => {
    const html = '<h4>Opening hours</h4><p>Mon-Sun 9:00-22:00</p><p>Lunch: Mon-Fri 12:00-15:00</p>';
    expect(week(read(page(html), 'page'))).toEqual(allWeek('09:00–22:00'));
  });

  it.each([
    ['how soon something happens', '<h3>24/7</h3><p>Support</p>'],
    [
      'days side by side',
      '<h4>Opening hours</h4><tr><th>Mon-Fri</th><th>Sat</th></tr><tr><td>9:00-18:00</td><td>10:00-15:00</td></tr>',
    ],
    ['a break in a line of its own', '<h4>Opening hours</h4><p>Mon-Fri 9:00–18:00</p><p>Break 13:00–14:00</p>'],
    ['hours of the kitchen', '<p>We are open:</p><h4>Kitchen</h4><p>Mon-Sun 12:00–21:30</p>'],
    [
      'two branches',
      '<h4>Opening hours</h4><p>A St 1</p><p>Mon-Fri 9:00-18:00</p><p>B St 2</p><p>Mon-Sat 10:00-20:00</p>',
    ],
    ['hours of a season', '<h4>Opening hours May-September</h4><p>Mon-Fri 9:00-20:00</p>'],
    [
      'English nights by a clock of 24 hours',
      '<h4>Opening hours</h4><p>Mon-Thu 11:00–23:00</p><p>Fri-Sat 11:00–01:00</p>',
    ],
  ])('reads no hours where it cannot tell whose or which they are: %s', (_, html) => {
    expect(read(page(html), 'page')).toBeUndefined();
  });

  describe('in a timetable', () => {
    const timetable = (heading: string, ...lines: string[]): string =>
      `<h3>${heading}</h3>${lines.map((line) => `<p>${line}</p>`).join('')}`;
    it.each([
      ['en', 'Yoga Mon 18:00-19:00, Pilates Tue 9:00-10:00'],
      ['en', `${timetable('Yoga', 'Mon 18:00-19:00')}${timetable('Pilates', 'Tue 9:00-10:00')}`],
      ['en', timetable('With Olena', 'Mon, Wed 18:00-19:00', 'Sat 9:00-10:00')],
      ['en', timetable('Open class', 'Mon-Fri 18:00-19:00')],
      [
        'en',
        '<table><tr><td>Hatha</td></tr><tr><td>Mon</td><td>18:00-19:00</td></tr><tr><td>Tue</td><td>—</td></tr></table>',
      ],
      ['en', timetable('Opening of the season', 'Saturday 12:00-20:00')],
      ['uk', timetable('Розклад', 'Пн, Ср 18:00-19:00')],
      ['uk', timetable('Графік занять', 'Пн-Пт 18:00-19:00')],
      ['uk', timetable('Гурток малювання', 'Сб 10:00-12:00')],
      ['ru', timetable('Расписание групп', 'Вт, Чт с 18:00 до 19:30')],
      ['de', timetable('Kursplan', 'Mo 18–19 Uhr', 'Di 9–10 Uhr')],
      ['es', timetable('Horario de clases', 'Lunes 18:00-19:00')],
      ['fr', timetable('Horaires des cours', 'Lundi 18h-19h')],
      ['pl', timetable('Zajęcia otwarte', 'pn 18:00-19:00')],
      ['tr', timetable('Dersler', 'Pazartesi 18:00-19:00')],
      ['en', timetable('Sunday Mass', 'Sun 10:00-11:30')],
    ])('are those of courses, not of the door: %s, %s', (language, html) => {
      expect(read(page(html, language), 'page')).toBeUndefined();
    });

    it('contradict the hours of the door, or leave the days open that only the timetable names', () => {
      const hours = '<h3>Opening hours</h3><p>Mon-Fri 9:00-18:00</p>';
      expect(week(read(page(`${hours}${timetable('With Olena', 'Sat 9:00-10:00')}`), 'page'))).toEqual(
        workdays('09:00–18:00', '?'),
      );
      expect(read(page(`${hours}${timetable('With Olena', 'Fri 9:00-10:00')}`), 'page')).toBeUndefined();
      expect(week(read(page(`${hours}<footer>Mon to Fri 9:00-18:00</footer>`), 'page'))).toEqual(
        workdays('09:00–18:00'),
      );
    });
  });

  it('leaves days open that another line may be about, and hours that contradict each other', () => {
    const html = '<h4>Opening hours</h4><p>Mon-Fri 9:00-18:00</p><p>Saturday tasting with Olena 10:00-12:00</p>';
    expect(week(read(page(html), 'page'))).toEqual(workdays('09:00–18:00', '?'));
    expect(
      read(page('<h4>Opening hours</h4><p>Mon-Fri 9:00-18:00</p><p>Mon-Fri 10:00-22:00</p>'), 'page'),
    ).toBeUndefined();
  });
});

it('a page that only a browser can write says so', () => {
  expect(
    readPageFacts('<html><body><div id="root"></div><script src="/app.js"></script></body></html>', '/', null),
  ).toMatchObject({
    facts: [],
    needsBrowser: true,
  });
  expect(readPageFacts(page('<p>We roast coffee.</p>'), '/', null).needsBrowser).toBe(false);
});
