import { formatFor } from '../format.ts';
import type { EnquiryWords } from './words.ts';

const { counted } = formatFor('ru');
const waiting = {
  one: 'клиент с прошлых недель',
  few: 'клиента с прошлых недель',
  many: 'клиентов с прошлых недель',
  other: 'клиента с прошлых недель',
};
const customers = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' };

export const ru: EnquiryWords = {
  locale: 'ru-RU',
  heading: 'Клиенты, которые писали или звонили',
  customers,
  channel: {
    form: 'Форма на сайте',
    mail: 'Почта',
    phone: 'Телефон',
    message: 'Личные сообщения',
    comment: 'Комментарии',
    review: 'Отзывы',
  },
  // Behind any number of customers: 1, 3 or 21.
  zone: {
    red: 'без ответа дольше обещанного',
    yellow: 'с ответом позже обещанного',
    unknown: 'неизвестно, был ли ответ',
    waiting: 'без ответа, но время ещё есть',
    green: 'с ответом вовремя',
  },
  redReviews: 'без ответа дольше обещанного или с плохим отзывом без ответа',
  column: { channel: 'Канал', customers: 'Всего', inTime: 'Вовремя', wait: 'Ожидание' },
  wrote: (customers) => `На этой неделе ответа ждали: ${customers}.`,
  nobody: 'На этой неделе никому не требовался ответ.',
  nobodySeen: 'Обращений, требующих ответа, не видно, но прочитать удалось не все каналы.',
  atLeast: (what) => `минимум ${what}`,
  wait: (length) => `Обычно ответа ждали ${length} рабочего времени.`,
  fromBefore: (count) => `До сих пор ждут: ${counted(count, waiting)}.`,
  partly: (names) => `Их может быть больше. Не удалось прочитать полностью: ${names}.`,
  wholly: (names) => `Не посчитано, потому что не удалось прочитать: ${names}.`,
  formUnread: 'Форма на сайте: неизвестно, потому что Touchlight не читает почту.',
  old: 'Их может быть больше: ответы с начала этой недели уже не хранятся.',
  waiting: 'Кто ждёт сейчас (сначала те, кто дольше всех)',
  inTime: 'Кто ждёт, и ещё можно успеть (сначала самые срочные)',
  more: (count) => `и ещё ${counted(count, customers)}`,
  bar: 'Клиенты этой недели',
};
