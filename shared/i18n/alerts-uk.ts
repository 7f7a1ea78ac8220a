import type { AlertMessages } from './alert-messages.ts';
import { formatFor } from './format.ts';

const locale = 'uk-UA';
const checks = { one: 'перевірку', few: 'перевірки', many: 'перевірок', other: 'перевірки' };
const times = { one: 'раз', few: 'рази', many: 'разів', other: 'разу' };

const { counted } = formatFor('uk');

export const uk: AlertMessages = {
  locale,
  shout: { red: 'ЧЕРВОНЕ', yellow: 'ЖОВТЕ', green: 'ЗЕЛЕНЕ', unknown: 'СІРЕ' },
  light: { red: 'червоне', yellow: 'жовте', green: 'зелене', unknown: 'сіре' },
  lastKnownLight: (light) => `сіре, останнє відоме: ${light}`,
  line: {
    opened: ({ fact, since }) => `${fact}, з ${since}`,
    worsened: ({ fact, since }) => `${fact}, з ${since} (погіршилося)`,
    reminder: ({ fact, since }) => `${fact}, з ${since} (нагадування)`,
    resolved: ({ fact, lasted }) => `знову добре, тривало ${lasted}; було: ${fact}`,
    removed: ({ fact }) => `більше не перевіряється; було: ${fact}`,
    stable: ({ check }) => `${check} знову гаразд і більше не змінюється`,
    blind: ({ check, since, because }) => `${check} не вдається виміряти з ${since}${because}`,
    sighted: ({ check }) => `${check} знову вдається виміряти`,
    'found-ill': ({ check }) => `${check} знову вдається виміряти, але там не все добре`,
    flapping: ({ check, since }) => `${check} весь час змінює стан, з ${since}`,
    nudge: ({ fact }) => fact,
    dropped: ({ check }) => `${check} більше не перевіряється`,
    silent: ({ check, measured }) => `${check} не вимірюється з ${measured}`,
    'never-measured': ({ check }) => `${check} ще жодного разу не виміряно`,
    'clock-ahead': ({ check }) => `дата останнього вимірювання ${check} у майбутньому`,
    'last-known': ({ fact, since, measured }) => `${fact}, з ${since} (останнє вимірювання ${measured})`,
  },
  happened: {
    worsened: 'Стало гірше',
    reminder: 'Досі так',
    resolved: 'Знову добре; було',
    removed: 'Більше не перевіряється; було',
    stable: 'Знову все добре, стан більше не змінюється',
    blind: 'Не вдається виміряти',
    sighted: 'Знову вдається виміряти',
    'found-ill': 'Знову вдається виміряти, але там не все добре',
    flapping: 'Стан весь час змінюється',
    dropped: 'Більше не перевіряється',
    silent: 'Не вимірюється',
    'never-measured': 'Ще жодного разу не виміряно',
    'clock-ahead': 'Дата останнього вимірювання в майбутньому',
    'last-known': 'Більше не вимірюється; останнє, що відомо',
  },
  keepsChanging: ({ count, runs }) =>
    `За останні ${counted(runs, checks)} він змінювався ${counted(count, times)}. Наступне повідомлення буде, коли все заспокоїться.`,
  alsoAffected: (checkIds) => `Також зачеплено: ${checkIds.join(', ')}.`,
  label: {
    check: 'Перевірка',
    since: 'Почалося',
    lasted: 'Тривало',
    measured: 'Останнє вимірювання',
    expected: 'Очікувалося',
    actual: 'Насправді',
    evidence: 'Докази',
    todo: 'Що робити',
    measuredBy: 'Чим виміряно',
    runbook: 'Інструкція',
  },
  severalNotices: { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' },
  worstFirst: 'спочатку найгірше',
  needsAccess: 'потрібен доступ до облікового запису AWS',
  remedyOfUnknown: 'Подивіться на точку контакту очима клієнта, тоді загляньте до інструкції.',
  remedyOf: {
    resolved: 'Нічого.',
    removed: 'Нічого, якщо перевірку вимкнули навмисно; більше туди ніхто не дивиться.',
    stable: 'Нічого.',
    blind:
      'Ніхто не знає, чи все гаразд. Подивіться самі, тоді з’ясуйте за інструкцією, чому Touchlight не може виміряти.',
    sighted: 'Нічого.',
    'found-ill': 'Поки що нічого: якщо так і залишиться, про це прийде окреме повідомлення, якщо його ще не було.',
    flapping:
      'Шукайте те, що з’являється і зникає: навантаження в певні години, один із кількох серверів, завдання, яке запускається час від часу.',
    dropped: 'Нічого, якщо перевірку вимкнули навмисно.',
    silent:
      'Touchlight не виконує цю перевірку, тож стан невідомий. Подивіться самі, тоді з’ясуйте за інструкцією, чому немає вимірювань.',
    'never-measured':
      'Touchlight ще не виконував цю перевірку, тож стан невідомий. Подивіться самі, тоді з’ясуйте за інструкцією, чому немає вимірювань.',
    'clock-ahead': 'Виставте годинник на машині, що вимірює. Доки той час не настане, стан невідомий; подивіться самі.',
    'last-known': 'Подивіться самі: можливо, це вже полагоджено. Тоді з’ясуйте за інструкцією, чому немає вимірювань.',
  },
};
