/** Texts of one kind: those that are accepted, among them the rarest, and some that are not. */
export interface Words {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const zones: Words = {
  good: [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Kathmandu', 'Europe/Kyiv'],
  bad: ['EST', 'PST8PDT', 'GMT', '+02:00', 'Etc/GMT+12', 'US/Pacific', 'europe/kyiv', 'Ukraine'],
};
const cadences: Words = {
  good: ['1m', '5m', '15m', '30m', '1h', '2h', '4h', '6h', '8h', '12h', '24h', '1d'],
  bad: ['7m', '2d'],
};
const spans: Words = { good: ['15m', '45m', '1h', '90m', '8h', '24h', '1d', '7d'], bad: ['1m', '31d', '0m'] };
export const shifts: Words = {
  good: ['09:00-18:00', '9:00-13:00', '00:00-24:00', '23:59-24:00', '00:00-00:01', '02:00-03:00', '1:30 - 2:30'],
  bad: ['22:00-06:00', '18:00-18:00'],
};
const holidays: Words = {
  good: [
    'UA',
    'DE-BY',
    'US',
    'RU',
    'JP',
    'BR',
    'SA',
    'IL',
    'GB-SCT',
    'CN',
    '2026-12-24',
    '2028-02-29',
    '-2026-12-25',
    '-2030-02-03',
  ],
  bad: ['XX', '2026-02-29', '-2026-02-29', '-UA'],
};
/** Nights in which clocks are set somewhere, the ends of years and of time. */
const moments: Words = {
  good: [
    ...['2026-10-25T03:30', '2026-11-01T01:30', '2027-03-28T02:30', '2027-03-28T03:30', '2027-03-14T02:15'],
    ...['2026-12-31T23:59', '2027-01-01T00:00', '2028-02-29T12:00', '2000-01-01T00:00', '2199-12-31T23:59'],
  ],
  bad: ['2027-02-29T10:00', '2026-12-01', '1970-01-01T00:00', '9999-12-31T23:59', '0000-01-01T00:00'],
};
const addresses: Words = {
  good: [
    ...['https://coffeelab.example', 'http://coffeelab.example:8080/shop/?a=b', 'https://кава.example/ціни'],
    ...['https://xn--80aaf.example', 'https://[2001:db8::1]/', 'https://127.0.0.1/', 'https://coffeelab.example/%'],
    `https://coffeelab.example/${'long'.repeat(300)}`,
  ],
  bad: ['https://user:secret@coffeelab.example', 'https://coffeelab.example/#top', 'coffeelab.example'],
};
export const paths: Words = {
  good: ['/', '/prices', '/ціни', '/%D1', '/?q=1', '/a/../b', `/${'x'.repeat(500)}`],
  bad: ['/a b', '/#callback', '//elsewhere.example', '/\\'],
};
export const accounts: Words = {
  good: ['1234567890', 'accounts/1/locations/2', '@coffeelab', 'UCcoffeelab', 'coffeelab.example'],
  bad: ['-'],
};
export const names: Words = {
  good: [
    ...[
      'Coffee Lab',
      'Кав’ярня «Лабораторія»',
      '"',
      '<script>alert(1)</script>',
      '{{name}}',
      "O'Brien & Sons",
      'مقهى',
      '咖啡',
    ],
    ...['☕️', '-', '0', 'null', 'constructor', '__proto__', 'x'.repeat(80)],
  ],
  bad: ['x'.repeat(300)],
};
const ids: Words = {
  good: ['website', 'shop', 'facebook', 'a', '0', '9-', 'constructor', 'tostring', 'x'.repeat(40)],
  bad: ['Shop'],
};
const secrets: Words = { good: ['facebook-page-token', 'a', 'shop/token-2'], bad: ['with space'] };
export const emails: Words = {
  good: ['ops@coffeelab.example', "o'brien+touchlight@mail.coffeelab.example"],
  bad: ['not an address'],
};

export const channelNames: Words = { good: ['office', 'a', '0-1', 'x'.repeat(20)], bad: ['Office'] };
export const hooks: Words = {
  good: ['https://hooks.example.com/touchlight', 'http://127.0.0.1:8080/'],
  bad: ['http://hooks.example.com'],
};
export const numbers: Words = {
  good: ['+380 44 123 45 67', '+1 (512) 555-0143', '+493012345670', '+44 113 496 0123'],
  bad: ['044 123 45 67', '+12'],
};
const owners: Words = { good: ['coffeelab.example', 'anna@gmail.com'], bad: ['@coffeelab.example'] };
const smtpServers: Words = {
  good: ['smtp.coffeelab.example:587', '127.0.0.1:1025'],
  bad: ['smtp.coffeelab.example:993'],
};
const domains: Words = { good: ['inbox.coffeelab.example', 'a-1.xn--80aaf.example'], bad: ['inbox', 'a@b.example'] };
const mailServers: Words = { good: ['imap.coffeelab.example:993', '127.0.0.1:1143'], bad: ['imap.coffeelab.example'] };

export const wordsByKey: Readonly<Record<string, Words>> = {
  ...{ timeZone: zones, every: cadences, remindEvery: spans, blindAfter: spans, firstResponse: spans, holidays },
  ...{ from: moments, to: moments, url: addresses, api: addresses, reportsUrl: addresses, pages: paths },
  ...{ id: ids, touchpoint: ids, business: names, why: names, staff: names, secret: secrets },
  ...{ server: mailServers, smtp: smtpServers, smtpSecret: secrets, ours: owners, numbers, domain: domains },
  chat: { good: ['-1001234567890', '42', '@coffeelab'], bad: ['https://t.me/+AbCd'] },
  channel: { good: ['C0123456789', 'G01234567'], bad: ['#ops'] },
  urlSecret: secrets,
  template: { good: ['live-contact', 'phone', 'answers'], bad: ['scorecards/own.yaml', 'mystery'] },
  regions: {
    good: ['eu-north-1', 'eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2', 'ap-south-1', 'sa-east-1'],
    bad: ['eu-norht-1', 'Stockholm'],
  },
  country: { good: ['UA', 'DE', 'US', 'GB'], bad: ['XX'] },
};
