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
    reminder: 'Досі не виправлено',
    resolved: 'Знову гаразд. Було',
    removed: 'Більше не перевіряється. Було',
    stable: 'Знову все добре, стан більше не змінюється',
    blind: 'Не вдається виміряти',
    sighted: 'Знову вдається виміряти',
    'found-ill': 'Знову вдається виміряти, але там не все добре',
    flapping: 'Стан весь час змінюється',
    dropped: 'Більше не перевіряється',
    silent: 'Не вимірюється',
    'never-measured': 'Ще жодного разу не виміряно',
    'clock-ahead': 'Дата останнього вимірювання в майбутньому',
    'last-known': 'Більше не вимірюється. Останнє, що відомо',
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
  remedyOfUnknown: 'Подивіться на точку контакту очима клієнта, а тоді загляньте в інструкцію.',
  remedyOf: {
    resolved: 'Нічого.',
    removed: 'Нічого, якщо перевірку прибрали навмисно. Вона більше не виконується.',
    stable: 'Нічого.',
    blind: 'Стан невідомий. Перевірте самі, а тоді з’ясуйте за інструкцією, що заважає вимірюванню.',
    sighted: 'Нічого.',
    'found-ill': 'Поки що нічого. Якщо проблема не зникне, ви отримаєте сповіщення (якщо ще не отримали).',
    flapping:
      'Шукайте те, що з’являється і зникає: навантаження в певні години, один із кількох серверів, завдання, яке запускається час від часу.',
    dropped: 'Нічого, якщо перевірку прибрали навмисно.',
    silent:
      'Стан невідомий: Touchlight не виконує цю перевірку. Перевірте самі, а тоді з’ясуйте за інструкцією причину.',
    'never-measured':
      'Стан невідомий: Touchlight ще жодного разу не виконав цю перевірку. Перевірте самі, а тоді з’ясуйте за інструкцією причину.',
    'clock-ahead': 'Виправте годинник на машині, що вимірює. Доти стан невідомий: перевірте самі.',
    'last-known': 'Перевірте самі: можливо, це вже виправлено. Тоді з’ясуйте за інструкцією, чому немає вимірювань.',
  },
};
