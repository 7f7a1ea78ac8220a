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
    escalated: ({ fact, since }) => `${fact}, з ${since} (досі ніхто не взявся)`,
    resolved: ({ fact, lasted }) => `знову гаразд, тривало ${lasted}; остання проблема: ${fact}`,
    removed: ({ fact }) => `більше не перевіряється; остання проблема: ${fact}`,
    stable: ({ check }) => `${check} знову працює стабільно`,
    blind: ({ check, since, because }) => `${check} не вдається виміряти з ${since}${because}`,
    sighted: ({ check }) => `${check} знову вимірюється`,
    'found-ill': ({ check }) => `${check} знову вимірюється, але є проблема`,
    flapping: ({ check, since }) => `${check} працює нестабільно, з ${since}`,
    nudge: ({ fact }) => fact,
    dropped: ({ check }) => `${check} більше не перевіряється`,
    silent: ({ check, measured }) => `${check} не вимірюється з ${measured}`,
    'never-measured': ({ check }) => `${check} ще жодного разу не виміряно`,
    'clock-ahead': ({ check }) => `останнє вимірювання ${check} датовано майбутнім часом`,
    'last-known': ({ fact, since, measured }) => `${fact}, з ${since} (останнє вимірювання ${measured})`,
  },
  lineOverWindow: {
    opened: ({ fact }) => fact,
    worsened: ({ fact }) => `${fact} (погіршилося)`,
    reminder: ({ fact }) => `${fact} (нагадування)`,
    escalated: ({ fact }) => `${fact} (досі ніхто не взявся)`,
    resolved: ({ fact }) => `знову гаразд; остання проблема: ${fact}`,
    'last-known': ({ fact, measured }) => `${fact} (останнє вимірювання ${measured})`,
  },
  happened: {
    worsened: 'Стало гірше',
    reminder: 'Досі не виправлено',
    escalated: 'Досі не виправлено',
    resolved: 'Знову гаразд. Остання проблема',
    removed: 'Більше не перевіряється. Остання проблема',
    stable: 'Знову працює стабільно, світло зелене',
    blind: 'Не вдається виміряти',
    sighted: 'Знову вимірюється',
    'found-ill': 'Знову вимірюється, але є проблема',
    flapping: 'Працює нестабільно',
    dropped: 'Більше не перевіряється: перевірку прибрали з конфігурації',
    silent: 'Не вимірюється',
    'never-measured': 'Ще жодного разу не виміряно',
    'clock-ahead': 'Останнє вимірювання датовано майбутнім часом, тож поточний стан невідомий',
    'last-known': 'Більше не вимірюється. Останній відомий стан',
  },
  keepsChanging: ({ count, runs }) =>
    `За останні ${counted(runs, checks)} світло змінювалося ${counted(count, times)}. Наступне сповіщення надійде, коли воно стане стабільним.`,
  notAcknowledged: (time) => `Ніхто не повідомив, що взявся за це. Час на реакцію: ${time}.`,
  ofBusinessTime: (time) => `${time} робочого часу`,
  alsoAffected: (checkIds) => `Це вплинуло також на: ${checkIds.join(', ')}.`,
  label: {
    check: 'Перевірка',
    since: 'Почалося',
    noticed: 'Помічено',
    lasted: 'Тривало',
    measured: 'Останнє вимірювання',
    regions: 'Регіони',
    expected: 'Очікувалося',
    actual: 'Фактично',
    evidence: 'Матеріали',
    todo: 'Що робити',
    measuredBy: 'Чим виміряно',
    runbook: 'Інструкція',
    open: 'Відкрити',
    openOrAcknowledge: 'Відкрити або взяти в роботу',
    owner: 'Хто відповідає',
    to: 'Кому',
  },
  severalNotices: { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' },
  worstFirst: 'спочатку найгірше',
  needsAccess: 'потрібен доступ до облікового запису AWS',
  remedyOfUnknown: 'Перевірте точку контакту самі, як клієнт, а потім відкрийте інструкцію.',
  remedyOf: {
    resolved: 'Нічого.',
    removed: 'Нічого, якщо перевірку прибрали навмисно. Якщо ні, поверніть її в touchpoints.yaml.',
    stable: 'Нічого.',
    blind: 'Стан невідомий. Перевірте самі, а потім з’ясуйте за інструкцією, що заважає вимірюванню.',
    sighted: 'Нічого.',
    'found-ill': 'Поки що нічого. Якщо проблема не зникне, ви отримаєте сповіщення (якщо ще не отримали).',
    flapping:
      'Шукайте причину, яка виникає час від часу: навантаження в певні години, збій одного з кількох серверів, завдання за розкладом.',
    dropped: 'Нічого, якщо перевірку прибрали навмисно. Якщо ні, поверніть її в touchpoints.yaml.',
    silent:
      'Стан невідомий: Touchlight не виконує цю перевірку. Перевірте самі, а потім з’ясуйте за інструкцією причину.',
    'never-measured':
      'Стан невідомий: Touchlight ще жодного разу не виконав цю перевірку. Перевірте самі, а потім з’ясуйте за інструкцією причину.',
    'clock-ahead': 'Виправте час на машині, яка виконує перевірки. Доти стан невідомий: перевірте самі.',
    'last-known': 'Перевірте самі: можливо, це вже виправлено. Потім з’ясуйте за інструкцією, чому немає вимірювань.',
  },
};
