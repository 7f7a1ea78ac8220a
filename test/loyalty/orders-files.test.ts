import { describe, expect, it } from 'vitest';
import type { Check } from '../../shared/model/check.ts';
import { type PlainOrder, recountOrders } from './recount.ts';
import { read } from './support.ts';
import { clockAt, csv, dice, inWindows1251, kyiv } from './written.ts';

/** Customers of two years, of whom a share comes back within each. */
function shopOf(returningNow: number, returningBefore: number, seed = 5): PlainOrder[] {
  const roll = dice(seed);
  const orders: PlainOrder[] = [{ customer: 'first', daysAgo: 729 }];
  for (const [from, share] of [
    [365, returningBefore],
    [0, returningNow],
  ] as const) {
    for (let n = 0; n < 160; n++) {
      const customer = `c${(n * 7) % 400}`;
      const first = from + Math.floor(roll() * 365);
      orders.push({ customer, daysAgo: first });
      if (roll() < share) orders.push({ customer, daysAgo: from + Math.floor(roll() * (first - from + 1)) });
    }
  }
  orders.push({ customer: 'last', daysAgo: 1 });
  return orders;
}

const steady = shopOf(0.4, 0.4);
const falling = shopOf(0.28, 0.45);
const crashed = shopOf(0.05, 0.6);

const minimal = (orders: readonly PlainOrder[]): string =>
  csv([['customer', 'at'], ...orders.map(({ customer, daysAgo }) => [customer, kyiv(daysAgo).date])]);

type Files = Readonly<Record<string, string | Uint8Array>>;
type Options = Readonly<Record<string, Check['options'][string]>>;

describe('a list of orders', () => {
  it.each<[string, readonly PlainOrder[], (orders: readonly PlainOrder[]) => Files, Options]>([
    ['our own format', steady, (all) => ({ 'a.csv': minimal(all) }), {}],
    ['our own format, of a worse year', falling, (all) => ({ 'a.csv': minimal(all) }), {}],
    ['our own format, of a bad year', crashed, (all) => ({ 'a.csv': minimal(all) }), {}],
    [
      'Shopify: a row for each thing in the basket, an address and a name for each customer',
      falling,
      (all) => {
        const rows = all.flatMap(({ customer, daysAgo }, n) => {
          const { date, time } = clockAt(daysAgo, 2);
          const row = [
            `#${n}`,
            `${customer.toUpperCase()}@Example.com`,
            `${date} ${time} +0200`,
            'beans',
            'Anna Koval',
          ];
          return [row, row];
        });
        return { 'orders.csv': csv([['Name', 'Email', 'Created at', 'Lineitem name', 'Billing Name'], ...rows]) };
      },
      {},
    ],
    [
      'a till in Ukraine, in windows-1251, customers by phone',
      crashed,
      (all) => {
        const rows = all.map(({ customer, daysAgo }, n) => {
          const { day, month, year, time } = kyiv(daysAgo);
          const number = `0${500_000_000 + ([...customer].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 0) % 99_999_999)}`;
          const written = n % 2 === 0 ? number : `${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)}`;
          return [`${day}.${month}.${year} ${time}`, written, 'Кава', '54,50'];
        });
        return {
          'каса.csv': inWindows1251(csv([['Дата замовлення', 'Телефон', 'Товар', 'Сума'], ...rows], ';', '\r\n')),
        };
      },
      {},
    ],
    [
      'a column that only touchpoints.yaml knows, times near midnight in the business’s zone',
      steady,
      (all) => {
        // 22:30 in Greenwich is the next day in Kyiv.
        const rows = all.map(({ customer, daysAgo }) => [customer, `${kyiv(daysAgo + 1).date}T22:30:00Z`]);
        return { 'a.csv': csv([['Card', 'Paid at'], ...rows]) };
      },
      { columns: { customer: 'card' } },
    ],
    [
      'a file for each year, which overlap, one of them twice',
      falling,
      (all) => ({
        '2025.csv': minimal(all.filter(({ daysAgo }) => daysAgo > 300)),
        '2026.csv': minimal(all.filter(({ daysAgo }) => daysAgo < 400)),
        'copy.csv': minimal(all.filter(({ daysAgo }) => daysAgo < 400)),
      }),
      {},
    ],
    ['orders without a customer', crashed, (all) => ({ 'a.csv': `${minimal(all)},2026-11-01\n ,2026-11-02\n` }), {}],
  ])('gives the figures that a second program counts: %s', async (_, orders, write, options) => {
    const { measurements, light, cause } = await read('orders', { files: write(orders), options });
    const { customers, repeatRate = 0, repeatIndex } = measurements;
    const found = { customers, rate: Math.round(repeatRate * 1000) / 10, index: repeatIndex, light };
    expect(found).toEqual(recountOrders(orders, 365));
    expect(cause).toBeNull();
  });

  it('ends in each of the lights', () => {
    expect([steady, falling, crashed].map((orders) => recountOrders(orders, 365).light)).toEqual([
      'green',
      'yellow',
      'red',
    ]);
  });

  it('compares windows of another length, when the file says so', async () => {
    const { measurements } = await read('orders', {
      files: { 'a.csv': minimal(steady) },
      options: { windowDays: 180 },
    });
    const { customers, index } = recountOrders(steady, 180);
    expect(measurements).toMatchObject({ customers, repeatIndex: index });
  });
});

describe('a list of orders that says too little', () => {
  const of = async (orders: readonly PlainOrder[]) => {
    const { light, cause, reason, measurements } = await read('orders', { files: { 'a.csv': minimal(orders) } });
    return { light, cause, reason, shown: Object.keys(measurements) };
  };

  it('shows a share without judging it when it goes back for one year only', async () => {
    const found = await of(steady.filter(({ daysAgo }) => daysAgo < 380));
    expect(found).toMatchObject({ light: 'unknown', cause: 'nothing-to-compare' });
    expect(found.shown).toEqual(['repeatRate', 'margin', 'customers']);
    expect(found.reason).toContain(
      'with nothing to compare it with yet. To compare, export the orders from 17 November 2024 on.',
    );
  });

  it('shows none when nobody has had a year to come back', async () => {
    const found = await of(steady.filter(({ daysAgo }) => daysAgo < 200));
    expect(found).toMatchObject({ light: 'unknown', cause: 'nothing-to-compare', shown: [] });
    expect(found.reason).toContain('so nobody has had 365 days to come back');
  });

  it('does not take an old list for customers who stay away', async () => {
    const found = await of(steady.filter(({ daysAgo }) => daysAgo > 60));
    expect(found).toMatchObject({ light: 'unknown', cause: 'unreadable-file', shown: [] });
    expect(found.reason).toMatch(/^The newest order is from \d+ September 2026/);
  });

  it('counts few customers and makes no share of them', async () => {
    const found = await of([0, 1, 400, 729].flatMap((daysAgo) => ({ customer: `c${daysAgo}`, daysAgo })));
    expect(found).toMatchObject({ light: 'unknown', cause: 'too-few-answers', shown: ['customers'] });
    expect(await of([])).toMatchObject({ light: 'unknown', cause: 'setup' });
  });
});

describe('who a customer is', () => {
  it('is nowhere in the result, nor is anything kept', async () => {
    const content = csv([
      ['email', 'date'],
      ...Array.from({ length: 40 }, (_, n) => [`anna${n}@coffeelab.example`, '2026-11-03']),
    ]);
    const { raw, store } = await read('orders', { files: { 'a.csv': content } });
    expect(JSON.stringify(raw)).not.toMatch(/anna/i);
    expect([...store.conversations]).toEqual([]);
  });

  it('is not told with an order that has no date', async () => {
    const { cause, reason } = await read('orders', {
      files: { 'a.csv': 'email,date\nanna@coffeelab.example,anna@coffeelab.example\nb@coffeelab.example,2026-11-03\n' },
    });
    expect(cause).toBe('unreadable-file');
    expect(reason).toContain('row 2, column "date": the value is not a date that Touchlight can read');
    expect(reason).not.toContain('anna');
  });
});
