import { en as imports } from '../import-words.en.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'customer', other: 'customers' };
const daysForms = { one: 'day', other: 'days' };

export const en: ProbeWords<typeof orders, OrdersStatements> = {
  name: 'Returning customers',
  good: 'customers come back as much as before',
  bad: 'fewer customers come back than before',
  measurement: {
    fall: (value) => (value === '0' ? 'as many customers come back as before' : 'fewer customers come back'),
  },
  says: {
    ...imports,
    'orders/rate': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) =>
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}; before that, it was ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) of ${counted(before.customers, customersForms)}${index === null ? '' : `, so the index is ${number(index)}`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `the share of customers who bought again has fallen from ${measured(before.rate, 'ratio')} to ${measured(rate, 'ratio')}, more than chance explains`,
      `In the last ${counted(days, daysForms)} it was ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)}, and in as many days before ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) of ${counted(before.customers, customersForms)}${index === null ? '' : `: an index of ${number(index)}`}.`,
      'Ask some of those who have not come back what kept them away.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `A comparison takes orders from ${date(neededFrom)} on.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `As many days before have ${counted(before, customersForms)}; a comparison takes ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `the orders begin on ${date(first)}, so nobody has had ${counted(days, daysForms)} to come back`,
      `Export them from ${date(neededFrom)} on, and from as many days before that to compare with.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `only ${counted(customers, customersForms)} bought in the first three quarters of the last ${counted(days, daysForms)}`,
      `A share takes ${number(fewest)}; of fewer, it would mostly be chance.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      `the files hold no order with a customer and a date`,
      `Export the orders of the last ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `the newest order is of ${date(newest)}, so it cannot be seen who came back since`,
      'Export the orders again.',
    ],
  },
  trend: { repeatRate: 'Customers who bought again' },
  remedy:
    'Ask some of the customers who have not come back what kept them away, and compare what changed since: prices, range, service.',
  trouble: {
    title: 'Fewer customers come back',
    has: (at) => `fewer customers than before have come back${at}`,
    was: (at) => `fewer customers than before came back${at}`,
    todo: 'Ask five customers who have not come back what kept them away, and write to the others.',
    gain: 'Returning customers buy without advertising.',
  },
};
