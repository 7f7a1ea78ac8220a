import { uk as imports } from '../import-words.uk.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' };
/** "з 40 клієнтів" */
const ofCustomers = { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' };
/** "за останні 365 днів" */
const daysForms = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };

export const uk: ProbeWords<typeof orders, OrdersStatements> = {
  name: 'Повернення клієнтів',
  good: 'клієнти повертаються не рідше, ніж раніше',
  bad: 'клієнти повертаються рідше, ніж раніше',
  measurement: {
    fall: (value) => (value === '0' ? 'клієнти повертаються не рідше, ніж раніше' : 'клієнти повертаються рідше'),
  },
  says: {
    ...imports,
    'orders/rate': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) =>
      `за останні ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; перед тим було ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) з ${counted(before.customers, ofCustomers)}${index === null ? '' : `, тож індекс дорівнює ${number(index)}`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `частка клієнтів, які купили знову, знизилася з ${measured(before.rate, 'ratio')} до ${measured(rate, 'ratio')}, і випадковістю цього не пояснити`,
      `За останні ${counted(days, daysForms)} знову купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}, а за стільки ж днів до того — ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) з ${counted(before.customers, ofCustomers)}${index === null ? '' : `; індекс: ${number(index)}`}.`,
      'Запитайте декого з тих, хто не повернувся, що їх зупинило.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `за останні ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; порівняти це поки немає з чим`,
      `Для порівняння потрібні замовлення, починаючи з такої дати: ${date(neededFrom)}.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `за останні ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; порівняти це поки немає з чим`,
      `За стільки ж днів до того є ${counted(before, customersForms)}, а для порівняння треба ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `замовлення починаються з дати ${date(first)}, тож ${counted(days, daysForms)} на повернення ще ні в кого не було`,
      `Вивантажте замовлення від ${date(neededFrom)}, а для порівняння ще за стільки ж днів до того.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `за перші три чверті останніх ${counted(days, { ...daysForms, one: 'дня', few: 'днів' })} купували лише ${counted(customers, customersForms)}`,
      `Частку рахують від ${number(fewest)}: якщо клієнтів менше, вона залежить здебільшого від випадку.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      'у файлах немає жодного замовлення з клієнтом і датою',
      `Вивантажте замовлення за останні ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `найновіше замовлення має дату ${date(newest)}, тож не видно, хто повернувся відтоді`,
      'Вивантажте замовлення ще раз.',
    ],
  },
  trend: { repeatRate: 'Клієнти, які купили знову' },
  remedy:
    'Запитайте декого з клієнтів, які не повернулися, що їх зупинило, і згадайте, що відтоді змінилося: ціни, асортимент, обслуговування.',
  trouble: {
    title: 'Клієнти повертаються рідше',
    has: (at) => `клієнти повертаються рідше, ніж раніше${at}, вже`,
    was: (at) => `клієнти поверталися рідше, ніж раніше${at},`,
    todo: 'Запитайте п’ятьох клієнтів, які не повернулися, що їх зупинило, а решті напишіть.',
    gain: 'Постійні клієнти купують без реклами.',
  },
};
