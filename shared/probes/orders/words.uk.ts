import { uk as imports } from '../import-words.uk.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' };
/** "з 40 клієнтів" */
const ofCustomers = { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' };
/** "за останні 365 днів" */
const daysForms = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
/** "останніх 365 днів" */
const ofDays = { one: 'дня', few: 'днів', many: 'днів', other: 'дня' };

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
      `за останні ${counted(days, daysForms)} знову купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; за попередні ${counted(days, daysForms)} – ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) з ${counted(before.customers, ofCustomers)}${index === null ? '' : ` (індекс: ${number(index)}; 100 – без змін)`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `частка клієнтів, які купили знову, знизилася з ${measured(before.rate, 'ratio')} до ${measured(rate, 'ratio')}, і випадковістю цього не пояснити`,
      `За останні ${counted(days, daysForms)} знову купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}, а за попередні ${counted(days, daysForms)} – ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) з ${counted(before.customers, ofCustomers)}${index === null ? '' : ` (індекс: ${number(index)}; 100 – без змін)`}.`,
      'Запитайте декого з тих, хто не повернувся, що їх зупинило.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `за останні ${counted(days, daysForms)} знову купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; порівняти це поки немає з чим`,
      `Щоб було з чим порівняти, вивантажте замовлення з ${date(neededFrom)} до сьогодні.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `за останні ${counted(days, daysForms)} знову купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) з ${counted(customers, ofCustomers)}; порівняти це поки немає з чим`,
      `За попередні ${counted(days, daysForms)} клієнтів було ${number(before)}, а для порівняння треба щонайменше ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `замовлення у файлах починаються з ${date(first)}, і ні в кого ще не було ${counted(days, ofDays)}, щоб повернутися`,
      `Вивантажте замовлення, починаючи з ${date(neededFrom)}, а для порівняння – ще й за попередні ${counted(days, daysForms)}.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `за перші три чверті останніх ${counted(days, ofDays)} покупців мало: ${number(customers)}`,
      `Щоб порахувати частку, треба щонайменше ${counted(fewest, customersForms)}: якщо їх менше, вона залежить здебільшого від випадку.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      'у файлах немає жодного замовлення з клієнтом і датою',
      `Вивантажте замовлення за останні ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `останнє замовлення у файлах – від ${date(newest)}, тож невідомо, хто повернувся відтоді`,
      'Вивантажте замовлення заново.',
    ],
  },
  trend: { repeatRate: 'Клієнти, які купили знову' },
  remedy:
    'Запитайте декого з клієнтів, які не повернулися, що їх зупинило, і згадайте, що за цей час змінилося: ціни, асортимент, обслуговування.',
  trouble: {
    title: 'Клієнти повертаються рідше',
    has: (at) => `клієнти повертаються рідше, ніж раніше${at}`,
    was: (at) => `клієнти поверталися рідше, ніж раніше${at}`,
    todo: 'Запитайте п’ятьох клієнтів, які не повернулися, що їх зупинило, а решті напишіть.',
    gain: 'Постійні клієнти повертаються без витрат на рекламу.',
  },
};
