import { formatFor } from '../format.ts';
import type { PageWords } from './words.ts';

const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const touchpoints = { one: 'точка контакта', few: 'точки контакта', many: 'точек контакта', other: 'точки контакта' };
const incidents = {
  one: 'открытый инцидент',
  few: 'открытых инцидента',
  many: 'открытых инцидентов',
  other: 'открытого инцидента',
};
const customers = { one: 'клиент ждёт', few: 'клиента ждут', many: 'клиентов ждут', other: 'клиента ждут' };
const people = { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' };

const { counted } = formatFor('ru');

export const ru: PageWords = {
  nav: {
    label: 'Страницы',
    overview: 'Обзор',
    plan: 'План',
    weeks: 'Недели',
    skip: 'Перейти к содержанию',
    signOut: 'Выйти',
  },
  role: { reader: 'просмотр', operator: 'управление' },
  asOf: (moment) => `По состоянию на ${moment}.`,
  notUpdated: (moment) => `Данные устарели, последнее обновление: ${moment}. Проверьте соединение и обновите страницу.`,
  updatesItself: 'Страница обновляется сама.',
  headline: {
    worst: (what, since) => `${what} (началось ${since}).`,
    notUpdated: (moment) =>
      `Touchlight сейчас ничего не проверяет, последний раз это было ${moment}. Здесь показано то, что было известно тогда.`,
    checking: 'Похоже, что-то не так. Сейчас проверяем ещё раз.',
    unmeasured: 'Сейчас удаётся измерить не всё. Что отмечено серым, может работать, а может и нет.',
    allGreen: 'Всё работает.',
    nothingToCheck: 'Проверять нечего.',
  },
  heading: {
    incidents: 'Открытые инциденты',
    touchpoints: 'Точки контакта',
    waiting: 'Ждут ответа',
    history: 'Что происходило',
    pictures: 'Материалы',
    actions: 'Что можно сделать',
  },
  noIncidents: 'Открытых инцидентов нет.',
  moreIncidents: (count) => `Ещё ${counted(count, incidents)}: смотрите в точках контакта ниже.`,
  label: {
    now: 'Сейчас',
    since: 'Началось',
    lasted: 'Длилось',
    expected: 'Ожидалось',
    actual: 'Фактически',
    todo: 'Что делать',
    worstLight: 'Худший свет',
    onIt: 'В работе',
    lastProblem: 'Последняя проблема',
  },
  device: { mobile: 'на телефоне', desktop: 'на компьютере' },
  sinceFor: (moment, length) => `${moment} (уже ${length})`,
  since: (moment) => `с ${moment}`,
  somebody: 'Кто-то из команды',
  nobodyOnIt: 'Пока этим никто не занимается.',
  picture: (what) => `Снимок экрана: ${what}`,
  measuredAgo: (length) => `измерено ${length} назад`,
  measuredNow: 'измерено только что',
  checks: { one: 'проверка', few: 'проверки', many: 'проверок', other: 'проверки' },
  grey: {
    never: 'ещё ни разу не измерено',
    notUpdated: (moment, light) => `данные устарели (последнее обновление: ${moment}), тогда свет был ${light}`,
    silent: (moment, light) =>
      `больше не измеряется (последняя проверка: ${moment}${light === null ? '' : `, тогда свет был ${light}`})`,
    unmeasured: (what) => `не удаётся измерить: ${what}`,
    someUnmeasured: (checks) => `не удаётся измерить: ${checks}`,
  },
  checkedAgain: 'похоже, что-то не так; проверяем ещё раз',
  nothingToCheck: 'проверять нечего',
  maintenance: {
    now: (until) => `Технические работы до ${until}. Оповещения не отправляются.`,
    next: (from, until) => `Запланированы технические работы с ${from} до ${until}.`,
  },
  strip: {
    days: (count) => counted(count, days),
    summary: (length, lights) => `Последние дни (${length}): ${lights}`,
    lights: {
      red: { one: 'красный', few: 'красных', many: 'красных', other: 'красного' },
      yellow: { one: 'жёлтый', few: 'жёлтых', many: 'жёлтых', other: 'жёлтого' },
      green: { one: 'зелёный', few: 'зелёных', many: 'зелёных', other: 'зелёного' },
      unknown: { one: 'серый', few: 'серых', many: 'серых', other: 'серого' },
    },
    noDays: 'данных по дням ещё нет',
  },
  waiting: {
    count: (waiting, overdue) =>
      `${counted(waiting, customers)}${overdue === 0 ? '' : `, дольше, чем обещано: ${overdue}`}`,
    more: (count) => `Ещё ${counted(count, people)}`,
    nobody: 'Никто не ждёт.',
    notRead: (count) => `Ещё ${counted(count, touchpoints)}: смотрите на их страницах.`,
  },
  incident: {
    over: (moment) => `Инцидент закрыт: ${moment}.`,
    lost: (moment) => `Эту проверку последний раз измерили ${moment}. Здесь показано то, что было известно тогда.`,
    removed: 'Эту проверку убрали из конфигурации. Здесь показано последнее, что было известно.',
    story: {
      suspected: 'Замечено впервые',
      opened: 'Подтверждено, инцидент открыт',
      resolved: 'Снова в порядке, инцидент закрыт',
      withdrawn: 'Больше никто не занимается',
      maintenance: 'Технические работы, без оповещений',
    },
    alertSent: {
      opened: 'Отправлено оповещение об инциденте',
      worsened: 'Стало хуже, отправлено оповещение',
      reminder: 'Отправлено напоминание',
      escalated: 'Никто вовремя не взял в работу: отправлено дальше',
      resolved: 'Отправлено оповещение: снова в порядке',
      blind: 'Отправлено оповещение: не удаётся измерить',
      sighted: 'Отправлено оповещение: снова измеряется',
      flapping: 'Отправлено оповещение: работает нестабильно',
      nudge: 'Отправлено напоминание: обещанное время истекает',
    },
    acknowledged: 'Взято в работу',
    until: (moment) => `до ${moment}`,
    columns: { when: 'Когда', what: 'Что' },
  },
  form: {
    onIt: 'Беру в работу',
    why: 'Что делаете? (необязательно)',
    withdraw: 'Больше не занимаюсь',
    run: 'Проверить сейчас',
    startMaintenance: 'Начать технические работы',
    endMaintenance: 'Завершить технические работы',
    maintenanceNote: 'Во время технических работ проверки продолжаются, а оповещения не отправляются.',
    maintenanceWhy: 'Причина (необязательно)',
    maintenanceLength: 'Длительность',
  },
  problem: {
    notFound: { title: 'Не найдено', text: 'Такой страницы нет, или её уже убрали.' },
    failed: { title: 'Не получилось', text: 'Страницу не удалось прочитать. Попробуйте ещё раз через минуту.' },
    paused: {
      title: 'Приостановлено',
      text: 'Сейчас здесь ничего не проверяют, и оповещений нет. Когда проверки возобновят, страница появится по этому же адресу, а ссылки, срок которых не истёк, снова заработают.',
    },
    back: 'К обзору',
  },
};
