import { ru as imports } from '../import-words.ru.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { orders } from './spec.ts';
import type { OrdersStatements } from './statements.ts';

const customersForms = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' };
/** "из 40 клиентов" */
const ofCustomers = { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' };
/** "за последние 365 дней" */
const daysForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

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
      `за последние ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; перед этим было ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) из ${counted(before.customers, ofCustomers)}${index === null ? '' : `, то есть индекс равен ${number(index)}`}`,
    'orders/fell': ({ rate, margin, customers, days, before, index }, { measured, counted, number }) => [
      `доля клиентов, купивших снова, снизилась с ${measured(before.rate, 'ratio')} до ${measured(rate, 'ratio')}, и случайностью этого не объяснить`,
      `За последние ${counted(days, daysForms)} снова купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}, а за столько же дней до этого — ${measured(before.rate, 'ratio')} (±${measured(before.margin, 'ratio')}) из ${counted(before.customers, ofCustomers)}${index === null ? '' : `; индекс: ${number(index)}`}.`,
      'Спросите некоторых из тех, кто не вернулся, что их остановило.',
    ],
    'orders/first-rate': ({ rate, margin, customers, days, neededFrom }, { measured, counted, date }) => [
      `за последние ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; сравнить это пока не с чем`,
      `Для сравнения нужны заказы начиная с такой даты: ${date(neededFrom)}.`,
    ],
    'orders/few-before': ({ rate, margin, customers, days, before, fewest }, { measured, counted, number }) => [
      `за последние ${counted(days, daysForms)} повторно купили ${measured(rate, 'ratio')} (±${measured(margin, 'ratio')}) из ${counted(customers, ofCustomers)}; сравнить это пока не с чем`,
      `За столько же дней до этого есть ${counted(before, customersForms)}, а для сравнения нужно ${number(fewest)}.`,
    ],
    'orders/too-short': ({ days, first, neededFrom }, { counted, date }) => [
      `заказы начинаются с даты ${date(first)}, поэтому ${counted(days, daysForms)} на возвращение ещё ни у кого не было`,
      `Выгрузите заказы от ${date(neededFrom)}, а для сравнения ещё за столько же дней до этого.`,
    ],
    'orders/too-few': ({ days, customers, fewest }, { counted, number }) => [
      `за первые три четверти последних ${counted(days, { ...daysForms, one: 'дня', few: 'дней' })} покупали лишь ${counted(customers, customersForms)}`,
      `Долю считают от ${number(fewest)}: если клиентов меньше, она зависит в основном от случая.`,
    ],
    'orders/none': ({ days }, { counted }) => [
      'в файлах нет ни одного заказа с клиентом и датой',
      `Выгрузите заказы за последние ${counted(days * 2, daysForms)}.`,
    ],
    'orders/old': ({ newest }, { date }) => [
      `самый новый заказ датирован так: ${date(newest)}, поэтому не видно, кто вернулся с тех пор`,
      'Выгрузите заказы ещё раз.',
    ],
  },
  trend: { repeatRate: 'Клиенты, купившие снова' },
  remedy:
    'Спросите некоторых из клиентов, которые не вернулись, что их остановило, и вспомните, что с тех пор изменилось: цены, ассортимент, обслуживание.',
  trouble: {
    title: 'Клиенты возвращаются реже',
    has: (at) => `клиенты возвращаются реже, чем раньше${at}, уже`,
    was: (at) => `клиенты возвращались реже, чем раньше${at},`,
    todo: 'Спросите пятерых клиентов, которые не вернулись, что их остановило, а остальным напишите.',
    gain: 'Постоянные клиенты покупают без рекламы.',
  },
};
