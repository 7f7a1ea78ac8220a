import { platformNames } from '../model/social-platform.ts';
import type { DigestWords } from './digest-words.ts';
import { formatFor } from './format.ts';

const locale = 'ru-RU';
const alerts = { one: 'оповещение', few: 'оповещения', many: 'оповещений', other: 'оповещения' };
const customers = { one: 'клиенту', few: 'клиентам', many: 'клиентам', other: 'клиента' };
const writers = {
  one: 'клиенту, который написал на почту',
  few: 'клиентам, которые написали на почту',
  many: 'клиентам, которые написали на почту',
  other: 'клиента, которые написали на почту',
};
const waiting = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' };
const touchpoints = { one: 'точка контакта', few: 'точки контакта', many: 'точек контакта', other: 'точки контакта' };

const { counted } = formatFor('ru');

function promised(waited: string | null, due: string | null, lead: string): string {
  const waits =
    waited === null ? 'обращение поступило только что или в нерабочее время' : `ждёт ${waited} рабочего времени`;
  return due === null ? waits : `${waits}; ${lead} ${due}`;
}

export const ru: DigestWords = {
  language: 'ru',
  locale,
  light: { red: 'Красный', yellow: 'Жёлтый', green: 'Зелёный', unknown: 'Серый' },
  lights: {
    red: { one: 'красная', few: 'красные', many: 'красных', other: 'красной' },
    yellow: { one: 'жёлтая', few: 'жёлтые', many: 'жёлтых', other: 'жёлтой' },
    green: { one: 'зелёная', few: 'зелёные', many: 'зелёных', other: 'зелёной' },
    unknown: { one: 'серая', few: 'серые', many: 'серых', other: 'серой' },
  },
  kind: {
    website: 'Сайт',
    phone: 'Телефон',
    shopper: 'Тестовые обращения',
    survey: 'Опрос клиентов',
    orders: 'Заказы',
    scorecard: 'Оценочный лист',
    ...platformNames,
    'google-reviews': 'Отзывы Google',
    mailbox: 'Почтовый ящик',
  },
  otherTrouble: {
    title: 'Что-то не так',
    has: (at) => `что-то${at} не так уже`,
    was: (at) => `что-то${at} было не так`,
    todo: 'Проверьте сами, как клиент.',
    gain: 'У клиентов на одну причину уйти меньше.',
  },
  figure: {
    answering: 'Сайт работал',
    phoneContentMs: 'Появление основного содержимого на телефоне',
    phoneCompleteMs: 'Полная загрузка на телефоне',
    desktopCompleteMs: 'Полная загрузка на компьютере',
    visitorsContentMs: 'Реальные посетители: основное содержимое на телефоне',
    visitorsResponseMs: 'Реальные посетители: отклик на касание',
    formWorks: 'Контактная форма работала',
    messageArrivalMs: 'Время, за которое обычно приходит её сообщение',
    clicksToContact: 'Нажатий до контакта',
    lighthouse: 'Оценка Lighthouse',
    emptyChatMornings: 'Утра без операторов в чате',
    answeredInTime: 'Ответили вовремя',
    firstResponseMinutes: 'Типичное время до первого ответа',
    testEnquiryMinutes: 'Время до ответа человека на тестовое обращение',
    callsPickedUp: 'Доля звонков, на которые ответили',
    ringMs: 'Сколько обычно ждут на линии',
    notCalledBack: 'Пропущено и не перезвонили',
    rating: 'Средняя оценка',
    promoterScore: 'Индекс лояльности NPS',
    repeatRate: 'Доля клиентов, купивших снова',
  },
  role: {
    host: 'ваш хостинг-провайдер',
    developer: 'ваш веб-разработчик',
    answerer: 'тот, кто отвечает клиентам',
    operator: 'тот, кто отвечает за Touchlight',
  },
  andMore: (count) => `и ещё ${count}`,
  waited: (count, at, length) =>
    count === 1
      ? `1 клиент${at} слишком долго ждёт ответа, уже ${length} рабочего времени`
      : `слишком долго ждут ответа${at} – ${count}, дольше всех ${length} рабочего времени`,
  mustAnswer: (count, at, deadline) =>
    count === 1
      ? `${deadline} нужно ответить ${counted(1, customers)}${at}`
      : `нужно ответить ${counted(count, customers)}${at}, первому – ${deadline}`,
  mustCallBack: (count, at, deadline) =>
    count === 1
      ? `${deadline} нужно перезвонить ${counted(1, customers)}${at}`
      : `нужно перезвонить ${counted(count, customers)}${at}, первому – ${deadline}`,
  until: (what, deadline) => `${what}, ответить нужно ${deadline}`,
  lasting: (what, length) => `${what} ${length}`,
  week: (number) => `Неделя ${number}`,
  subject: {
    allGreen: (count) => (count === 1 ? 'Всё зелёное' : `Все ${count} зелёные`),
    nothingToDo: 'на этой неделе делать ничего не нужно',
    overNow: (what) => `${what}, уже исправлено`,
    unseen: (name) => `${name} – не удалось измерить`,
    notAllMeasured: 'Измерено не всё',
    nothingMeasured: 'ничего не измерено',
    nothingWatched: 'Пока ни за чем не наблюдаем',
  },
  headline: {
    worst: (what, since) => (since === null ? `Хуже всего: ${what}.` : `Хуже всего: ${what}, с ${since}.`),
    urgent: (what) => `Самое срочное: ${what}.`,
    lastKnown: (what, since) => `Последнее известное состояние: ${what}. Не измеряется с ${since}.`,
    over: (what) => `Всё снова работает. В течение недели ${what}.`,
    green: (what) => `Всё зелёное. В течение недели ${what}.`,
    overUnseen: (what) => `В течение недели ${what}. Это уже исправлено, но измерить удалось не всё.`,
    overAndNews: (what) =>
      `В течение недели ${what}. Это уже исправлено, но сейчас не в порядке что-то другое, смотрите ниже.`,
    news: 'Что-то только что перестало быть зелёным, смотрите ниже. Надолго ли это, покажет следующая проверка.',
    allWell: 'Всю неделю всё было зелёным. Делать ничего не нужно.',
    unseen: 'Проблем не обнаружено, но измерить удалось не всё. Там, где измерений нет, проблемы возможны.',
    nothingMeasured:
      'За эту неделю Touchlight ничего не измерил, поэтому состояние неизвестно. Обратитесь к тому, кто отвечает за Touchlight.',
    nothingWatched:
      'В конфигурации нет ни одной точки контакта с проверкой. Попросите того, кто отвечает за Touchlight, добавить её.',
  },
  note: {
    firstWeek: (since) => `Первая неделя: наблюдаем с ${since}, поэтому сравнить ещё не с чем.`,
    past: 'Это отчёт за прошедшую неделю: цвета показывают, чем она закончилась, советов нет.',
    runningWeek: 'Неделя ещё идёт: показатели на текущий момент.',
  },
  heading: {
    actions: 'Что сделать в первую очередь',
    touchpoints: 'Точки контакта, сначала худшие',
    unseen: 'Не измерено',
    overdue: 'Ждут ответа дольше, чем обещано',
    overdueCalls: 'Кому не перезвонили вовремя',
    figures: 'Показатели',
    incidents: 'Что было не так',
    small: 'Об этом письме',
  },
  column: { what: 'Показатель', thisWeek: 'Эта неделя', lastWeek: 'Прошлая' },
  noActions: 'На этой неделе ничего.',
  action: {
    why: 'Почему',
    gain: 'Что это даст',
    who: 'Кто',
    by: 'До',
    answer: (count, name) => `${name}: ответьте ${counted(count, customers)}`,
    answerAll: (count, names) => `${names}: ответьте ${counted(count, customers)}`,
    answerMail: (count, which) => `Ответьте ${counted(count, writers)}${which}`,
    callBack: (count, which) => `Перезвоните ${counted(count, customers)}${which}`,
    callBackTodo: 'Перезвоните сейчас, сначала тому, кто ждёт дольше всех, и решите, кто перезванивает завтра.',
    answerGain: 'Клиенты, которым ответили быстро, чаще возвращаются, а мелкие жалобы не перерастают в большие.',
    steady: (title, times) => `${title}: ${times} за неделю`,
    steadyTodo: 'Каждый раз всё восстанавливалось. Найдите причину, чтобы это не повторялось.',
    steadyGain: 'Клиенты каждый день видят то же качество.',
    see: (title, name) => `Восстановите измерение: «${title}» (${name})`,
    seeTodo: 'Touchlight сейчас не может этого измерить, поэтому состояние неизвестно.',
    seeGain: 'В следующем письме состояние будет видно.',
    since: (moment) => `с ${moment}`,
    longestSince: (moment, count) => (count === 1 ? `ждёт с ${moment}` : `дольше всех ждут с ${moment}`),
    today: 'сегодня',
    more: (count) => `Ещё ${count} в списке ниже.`,
  },
  times: { one: 'раз', few: 'раза', many: 'раз', other: 'раза' },
  weekBefore: (light) => `Неделей раньше: ${light}`,
  noWeekBefore: 'Неделей раньше: не наблюдали',
  troubleFor: (length) => `Проблемы за неделю: ${length}`,
  dueSoon: 'Кому-то нужно скоро ответить',
  nothingSeen: 'На этой неделе не измерено',
  noTrouble: 'Проблем не было',
  troubleOverWindow: 'Проблема за более долгое время',
  troubleAfter: 'Проблема началась уже после этой недели',
  troubleNow: 'Проблема только что началась',
  still: 'продолжается',
  lastKnown: (light, at) => `${light} при последнем измерении, ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  sinceMoment: (from) => `с ${from}`,
  noticed: (moment) => `замечено ${moment}`,
  gone: (moment) => `исчезло ${moment}`,
  moreIncidents: (count) => `Ещё ${count} в отчёте (touchlight report).`,
  detail: 'Подробности',
  ownWords: 'Подробности (по-английски)',
  notMeasured: 'не измерено',
  overdueCall: (waited, due) => promised(waited, due, 'обещано перезвонить до'),
  missedCall: (caller, at) => `${caller} (пропущенный звонок: ${at})`,
  overdue: (waited, due) => promised(waited, due, 'обещано до'),
  saidBy: (name, text) => `${name}: «${text}»`,
  answerHere: 'Ответить',
  moreOverdue: (count) => `Ещё ${counted(count, waiting)}`,
  unseen: {
    never: 'ещё не измеряли',
    now: (since) => `не удаётся измерить с ${since}`,
    silent: (since) => `не измеряется с ${since}`,
    unjudged: 'пока не оценивается',
    clockAhead: 'неизвестно, потому что последнее измерение датировано будущим временем',
    often: 'большую часть недели не удавалось измерить',
    missing: 'большую часть недели измерений не было',
    days: (days) => `не измерено ${days}`,
  },
  rest: (count, green) =>
    green === count
      ? `И ещё ${counted(count, touchpoints)}, ${count === 1 ? 'тоже зелёная' : 'все зелёные'}.`
      : `И ещё ${counted(count, touchpoints)}, зелёных среди них ${green}; в отчёте есть все.`,
  runs: (count) => `Измерений за неделю: ${count}.`,
  cost: (dollars) => `Работа Touchlight стоит примерно ${dollars} в месяц по ценам AWS.`,
  noise: (n) =>
    n === 0 ? 'За неделю оповещений не было.' : `За неделю вы и ваши коллеги получили ${counted(n, alerts)}.`,
  loudest: (check, times) => `Чаще всего: «${check}», ${times}.`,
  report: 'Открыть полный отчёт',
  livePage: 'Посмотреть, как сейчас',
  noReaders:
    'Это письмо пока никому не отправляется. Чтобы оно приходило каждую неделю, добавьте адреса в touchpoints.yaml: digest: { to: [owner@example.com] }.',
  whyThis: (business) =>
    `Вы получили это письмо, потому что ваш адрес указан в разделе «digest» конфигурации (${business}).`,
  stop: 'Чтобы больше не получать, скажите тому, кто отвечает за Touchlight, или отправьте в ответ слово «unsubscribe».',
  someOf: (some, all) => `${some} из ${all}`,
  ofFive: (rating) => `${rating} из 5`,
  ofHundred: (score) => `${score} из 100`,
  second: 'с',
  full: {
    title: 'Отчёт Touchlight',
    trends: 'Ход за пять недель (p75: три из четырёх измерений были не хуже)',
    typicalTrends: 'Ход за пять недель',
    histories: 'Последние полгода по отчёту Google о посетителях с Chrome (p75: у троих из четырёх было не хуже)',
    typical: 'обычно',
    waterfall: 'Самые медленные запросы последнего визита',
    screenshots: 'Что увидел последний визит',
    contacts: 'Контакты: где их видно',
    request: 'Запрос',
    type: 'Вид',
    size: 'Размер',
    time: 'Время',
    contact: 'Контакт',
    mobile: 'Телефон',
    desktop: 'Компьютер',
    inView: 'видно сразу',
    coveredBy: 'закрывает',
    unusable: 'не открывается нажатием',
    notSeen: 'не видно',
    unfinished: 'не завершён',
    writtenAt: 'Составлен',
    taps: {
      one: 'нажатие, чтобы увидеть',
      few: 'нажатия, чтобы увидеть',
      many: 'нажатий, чтобы увидеть',
      other: 'нажатия, чтобы увидеть',
    },
    latest: (date, value) => `Последнее, ${date}: ${value}.`,
    range: (low, high) => `Наименьшее ${low}, наибольшее ${high}.`,
    bound: {
      'at-most': (value) => `Пунктир: зелёное – не больше ${value}.`,
      'at-least': (value) => `Пунктир: зелёное – не меньше ${value}.`,
    },
    requestType: {
      Document: 'Страница',
      Stylesheet: 'Стили',
      Image: 'Изображение',
      Media: 'Видео или звук',
      Font: 'Шрифт',
      Script: 'Скрипт',
      XHR: 'Данные',
      Fetch: 'Данные',
      Ping: 'Статистика',
      Other: 'Другое',
    },
  },
};
