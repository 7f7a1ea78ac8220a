import { en as imports } from '../import-words.en.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'customer', other: 'customers' };
const daysForms = { one: 'day', other: 'days' };

export const en: ProbeWords<typeof orders, OrdersStatements> = {
  name: 'Returning customers',
  good: 'as many customers come back as before',
  bad: 'fewer customers come back than before',
  measurement: {
    fall: (value) => (value === '0' ? 'as many customers come back as before' : 'fewer customers come back'),
  },
  says: {
    ...imports,
    'orders/rate': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) =>
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}; in the ${counted(days, daysForms)} before that, it was ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) of ${counted(before.customers, customersForms)}${index === null ? '' : ` (index: ${number(index)}; 100 is no change)`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `the share of customers who bought again has fallen from ${measured(before.rate, 'ratio')} to ${measured(rate, 'ratio')}, more than chance explains`,
      `In the last ${counted(days, daysForms)} it was ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)}, and in the ${counted(days, daysForms)} before that ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) of ${counted(before.customers, customersForms)}${index === null ? '' : ` (index: ${number(index)}; 100 is no change)`}.`,
      'Ask some of those who have not come back what kept them away.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `To compare, export the orders from ${date(neededFrom)} on.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) of ${counted(customers, customersForms)} bought again within the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `The ${counted(days, daysForms)} before that brought ${counted(before, customersForms)}; a comparison takes at least ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `the orders begin on ${date(first)}, so nobody has had ${counted(days, daysForms)} to come back`,
      `Export them from ${date(neededFrom)} on; to compare, from ${counted(days, daysForms)} earlier.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `only ${counted(customers, customersForms)} bought in the first three quarters of the last ${counted(days, daysForms)}`,
      `A share takes at least ${number(fewest)}; with fewer, it is mostly chance.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      'the files hold no order with a customer and a date',
      `Export the orders of the last ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `the newest order is from ${date(newest)}, so who has come back since is unknown`,
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
    gain: 'Customers who come back cost you no advertising.',
  },
};
