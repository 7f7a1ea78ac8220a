import { ru as imports } from '../import-words.ru.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' };
/** "из 40 клиентов" */
const ofCustomers = { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' };
/** "за последние 365 дней" */
const daysForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
/** "последних 365 дней" */
const ofDays = { one: 'дня', few: 'дней', many: 'дней', other: 'дня' };

export const ru: ProbeWords<typeof orders, OrdersStatements> = {
  name: 'Возвращение клиентов',
  good: 'клиенты возвращаются не реже, чем раньше',
  bad: 'клиенты возвращаются реже, чем раньше',
  measurement: {
    fall: (value) => (value === '0' ? 'клиенты возвращаются не реже, чем раньше' : 'клиенты возвращаются реже'),
  },
  says: {
    ...imports,
    'orders/rate': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) =>
      `за последние ${counted(days, daysForms)} снова купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; за предыдущие ${counted(days, daysForms)} – ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) из ${counted(before.customers, ofCustomers)}${index === null ? '' : ` (индекс: ${number(index)}; 100 – без изменений)`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `доля клиентов, купивших снова, снизилась с ${measured(before.rate, 'ratio')} до ${measured(rate, 'ratio')}, и случайностью этого не объяснить`,
      `За последние ${counted(days, daysForms)} снова купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}, а за предыдущие ${counted(days, daysForms)} – ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) из ${counted(before.customers, ofCustomers)}${index === null ? '' : ` (индекс: ${number(index)}; 100 – без изменений)`}.`,
      'Спросите некоторых из тех, кто не вернулся, что их остановило.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `за последние ${counted(days, daysForms)} снова купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; сравнить это пока не с чем`,
      `Чтобы было с чем сравнить, выгрузите заказы с ${date(neededFrom)} по сегодняшний день.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `за последние ${counted(days, daysForms)} снова купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; сравнить это пока не с чем`,
      `За предыдущие ${counted(days, daysForms)} клиентов было ${number(before)}, а для сравнения нужно хотя бы ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `заказы в файлах начинаются с ${date(first)}, и ни у кого ещё не было ${counted(days, ofDays)}, чтобы вернуться`,
      `Выгрузите заказы начиная с ${date(neededFrom)}, а для сравнения – ещё и за предыдущие ${counted(days, daysForms)}.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `за первые три четверти последних ${counted(days, ofDays)} покупателей мало: ${number(customers)}`,
      `Чтобы посчитать долю, нужно хотя бы ${counted(fewest, customersForms)}: если их меньше, она зависит в основном от случая.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      'в файлах нет ни одного заказа с клиентом и датой',
      `Выгрузите заказы за последние ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `последний заказ в файлах – от ${date(newest)}, поэтому неизвестно, кто вернулся с тех пор`,
      'Выгрузите заказы заново.',
    ],
  },
  trend: { repeatRate: 'Клиенты, купившие снова' },
  remedy:
    'Спросите некоторых из клиентов, которые не вернулись, что их остановило, и вспомните, что за это время изменилось: цены, ассортимент, обслуживание.',
  trouble: {
    title: 'Клиенты возвращаются реже',
    has: (at) => `клиенты возвращаются реже, чем раньше${at}`,
    was: (at) => `клиенты возвращались реже, чем раньше${at}`,
    todo: 'Спросите пятерых клиентов, которые не вернулись, что их остановило, а остальным напишите.',
    gain: 'Постоянные клиенты возвращаются без затрат на рекламу.',
  },
};
