import { formatFor } from '../format.ts';
import type { PageWords } from './words.ts';

const days = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
const touchpoints = { one: 'точка контакту', few: 'точки контакту', many: 'точок контакту', other: 'точки контакту' };
const incidents = {
  one: 'відкритий інцидент',
  few: 'відкриті інциденти',
  many: 'відкритих інцидентів',
  other: 'відкритого інциденту',
};
const customers = { one: 'клієнт чекає', few: 'клієнти чекають', many: 'клієнтів чекають', other: 'клієнта чекають' };
const people = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' };

const { counted } = formatFor('uk');

export const uk: PageWords = {
  nav: {
    label: 'Сторінки',
    overview: 'Огляд',
    plan: 'План',
    weeks: 'Тижні',
    skip: 'Перейти до вмісту',
    signOut: 'Вийти',
  },
  role: { reader: 'перегляд', operator: 'керування' },
  asOf: (moment) => `Станом на ${moment}.`,
  notUpdated: (moment) => `Дані застаріли, останнє оновлення: ${moment}. Перевірте з’єднання й оновіть сторінку.`,
  updatesItself: 'Сторінка оновлюється сама.',
  headline: {
    worst: (what, since) => `${what} (почалося ${since}).`,
    notUpdated: (moment) =>
      `Touchlight нині нічого не перевіряє, востаннє це було ${moment}. Тут показано те, що було відомо тоді.`,
    checking: 'Схоже, щось не так. Зараз перевіряємо ще раз.',
    unmeasured: 'Зараз вдається виміряти не все. Що позначено сірим, може працювати, а може й ні.',
    allGreen: 'Усе працює.',
    nothingToCheck: 'Перевіряти нема чого.',
  },
  heading: {
    incidents: 'Відкриті інциденти',
    touchpoints: 'Точки контакту',
    waiting: 'Чекають на відповідь',
    history: 'Що відбувалося',
    pictures: 'Матеріали',
    actions: 'Що можна зробити',
  },
  noIncidents: 'Відкритих інцидентів немає.',
  moreIncidents: (count) => `Ще ${counted(count, incidents)}: дивіться в точках контакту нижче.`,
  label: {
    now: 'Зараз',
    since: 'Почалося',
    lasted: 'Тривало',
    expected: 'Очікувалося',
    actual: 'Фактично',
    todo: 'Що робити',
    worstLight: 'Найгірше світло',
    onIt: 'У роботі',
    lastProblem: 'Остання проблема',
  },
  device: { mobile: 'на телефоні', desktop: 'на комп’ютері' },
  sinceFor: (moment, length) => `${moment} (уже ${length})`,
  since: (moment) => `з ${moment}`,
  somebody: 'Хтось із команди',
  nobodyOnIt: 'Поки що ніхто цим не займається.',
  picture: (what) => `Знімок екрана: ${what}`,
  measuredAgo: (length) => `виміряно ${length} тому`,
  measuredNow: 'виміряно щойно',
  checks: { one: 'перевірка', few: 'перевірки', many: 'перевірок', other: 'перевірки' },
  grey: {
    never: 'ще жодного разу не виміряно',
    notUpdated: (moment, light) => `дані застаріли (останнє оновлення: ${moment}), тоді світло було ${light}`,
    silent: (moment, light) =>
      `більше не вимірюється (остання перевірка: ${moment}${light === null ? '' : `, тоді світло було ${light}`})`,
    unmeasured: (what) => `не вдається виміряти: ${what}`,
    someUnmeasured: (checks) => `не вдається виміряти: ${checks}`,
  },
  checkedAgain: 'схоже, щось не так; перевіряємо ще раз',
  nothingToCheck: 'перевіряти нема чого',
  maintenance: {
    now: (until) => `Технічні роботи до ${until}. Сповіщення не надсилаються.`,
    next: (from, until) => `Заплановано технічні роботи з ${from} до ${until}.`,
  },
  strip: {
    days: (count) => counted(count, days),
    summary: (length, lights) => `Останні дні (${length}): ${lights}`,
    lights: {
      red: { one: 'червоний', few: 'червоні', many: 'червоних', other: 'червоного' },
      yellow: { one: 'жовтий', few: 'жовті', many: 'жовтих', other: 'жовтого' },
      green: { one: 'зелений', few: 'зелені', many: 'зелених', other: 'зеленого' },
      unknown: { one: 'сірий', few: 'сірі', many: 'сірих', other: 'сірого' },
    },
    noDays: 'даних за дні ще немає',
  },
  waiting: {
    count: (waiting, overdue) =>
      `${counted(waiting, customers)}${overdue === 0 ? '' : `, довше, ніж обіцяно: ${overdue}`}`,
    more: (count) => `Ще ${counted(count, people)}`,
    nobody: 'Ніхто не чекає.',
    notRead: (count) => `Ще ${counted(count, touchpoints)}: дивіться на їхніх сторінках.`,
  },
  incident: {
    over: (moment) => `Інцидент закрито: ${moment}.`,
    lost: (moment) => `Цю перевірку востаннє виміряно ${moment}. Тут показано те, що було відомо тоді.`,
    removed: 'Цю перевірку прибрали з конфігурації. Тут показано останнє, що було відомо.',
    story: {
      suspected: 'Помічено вперше',
      opened: 'Підтверджено, інцидент відкрито',
      resolved: 'Знову гаразд, інцидент закрито',
      withdrawn: 'Більше ніхто не займається',
      maintenance: 'Технічні роботи, без сповіщень',
    },
    alertSent: {
      opened: 'Надіслано сповіщення про інцидент',
      worsened: 'Стало гірше, надіслано сповіщення',
      reminder: 'Надіслано нагадування',
      escalated: 'Ніхто вчасно не взяв у роботу: надіслано далі',
      resolved: 'Надіслано сповіщення: знову гаразд',
      blind: 'Надіслано сповіщення: не вдається виміряти',
      sighted: 'Надіслано сповіщення: знову вимірюється',
      flapping: 'Надіслано сповіщення: працює нестабільно',
      nudge: 'Надіслано нагадування: обіцяний час спливає',
    },
    acknowledged: 'Узято в роботу',
    until: (moment) => `до ${moment}`,
    columns: { when: 'Коли', what: 'Що' },
  },
  form: {
    onIt: 'Беру в роботу',
    why: 'Що робите? (необов’язково)',
    withdraw: 'Більше не займаюся',
    run: 'Перевірити зараз',
    startMaintenance: 'Почати технічні роботи',
    endMaintenance: 'Завершити технічні роботи',
    maintenanceNote: 'Під час технічних робіт перевірки тривають, а сповіщення не надсилаються.',
    maintenanceWhy: 'Причина (необов’язково)',
    maintenanceLength: 'Тривалість',
  },
  problem: {
    notFound: { title: 'Не знайдено', text: 'Такої сторінки немає, або її вже прибрано.' },
    failed: { title: 'Не вийшло', text: 'Сторінку не вдалося прочитати. Спробуйте ще раз за хвилину.' },
    paused: {
      title: 'Призупинено',
      text: 'Зараз тут нічого не перевіряють, і сповіщень немає. Коли перевірки відновлять, сторінка з’явиться за цією самою адресою, а посилання, строк яких не минув, знову запрацюють.',
    },
    back: 'До огляду',
  },
};
