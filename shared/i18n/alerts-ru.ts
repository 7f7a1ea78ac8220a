import type { AlertMessages } from './alert-messages.ts';
import { formatFor } from './format.ts';

const locale = 'ru-RU';
const checks = { one: 'проверку', few: 'проверки', many: 'проверок', other: 'проверки' };
const times = { one: 'раз', few: 'раза', many: 'раз', other: 'раза' };

const { counted } = formatFor('ru');

export const ru: AlertMessages = {
  locale,
  shout: { red: 'КРАСНЫЙ', yellow: 'ЖЁЛТЫЙ', green: 'ЗЕЛЁНЫЙ', unknown: 'СЕРЫЙ' },
  light: { red: 'красный', yellow: 'жёлтый', green: 'зелёный', unknown: 'серый' },
  lastKnownLight: (light) => `серый, последний известный: ${light}`,
  line: {
    opened: ({ fact, since }) => `${fact}, с ${since}`,
    worsened: ({ fact, since }) => `${fact}, с ${since} (ухудшилось)`,
    reminder: ({ fact, since }) => `${fact}, с ${since} (напоминание)`,
    resolved: ({ fact, lasted }) => `снова хорошо, длилось ${lasted}; было: ${fact}`,
    removed: ({ fact }) => `больше не проверяется; было: ${fact}`,
    stable: ({ check }) => `${check} снова в порядке и больше не меняется`,
    blind: ({ check, since, because }) => `${check} не удаётся измерить с ${since}${because}`,
    sighted: ({ check }) => `${check} снова удаётся измерить`,
    'found-ill': ({ check }) => `${check} снова удаётся измерить, но там не всё хорошо`,
    flapping: ({ check, since }) => `${check} всё время меняет состояние, с ${since}`,
    nudge: ({ fact }) => fact,
    dropped: ({ check }) => `${check} больше не проверяется`,
    silent: ({ check, measured }) => `${check} не измеряется с ${measured}`,
    'never-measured': ({ check }) => `${check} ещё ни разу не измерялось`,
    'clock-ahead': ({ check }) => `дата последнего измерения ${check} в будущем`,
    'last-known': ({ fact, since, measured }) => `${fact}, с ${since} (последнее измерение ${measured})`,
  },
  happened: {
    worsened: 'Стало хуже',
    reminder: 'Всё ещё не исправлено',
    resolved: 'Снова в порядке. Было',
    removed: 'Больше не проверяется. Было',
    stable: 'Всё снова хорошо, состояние больше не меняется',
    blind: 'Не удаётся измерить',
    sighted: 'Снова удаётся измерить',
    'found-ill': 'Снова удаётся измерить, но там не всё хорошо',
    flapping: 'Состояние всё время меняется',
    dropped: 'Больше не проверяется',
    silent: 'Не измеряется',
    'never-measured': 'Ещё ни разу не измерялось',
    'clock-ahead': 'Дата последнего измерения в будущем',
    'last-known': 'Больше не измеряется. Последнее, что известно',
  },
  keepsChanging: ({ count, runs }) =>
    `За последние ${counted(runs, checks)} оно менялось ${counted(count, times)}. Следующее сообщение придёт, когда всё успокоится.`,
  alsoAffected: (checkIds) => `Также затронуты: ${checkIds.join(', ')}.`,
  label: {
    check: 'Проверка',
    since: 'Началось',
    lasted: 'Длилось',
    measured: 'Последнее измерение',
    expected: 'Ожидалось',
    actual: 'На деле',
    evidence: 'Доказательства',
    todo: 'Что делать',
    measuredBy: 'Чем измерено',
    runbook: 'Инструкция',
  },
  severalNotices: { one: 'сообщение', few: 'сообщения', many: 'сообщений', other: 'сообщения' },
  worstFirst: 'сначала худшее',
  needsAccess: 'нужен доступ к учётной записи AWS',
  remedyOfUnknown: 'Посмотрите на точку контакта глазами клиента, затем загляните в инструкцию.',
  remedyOf: {
    resolved: 'Ничего.',
    removed: 'Ничего, если проверку убрали намеренно. Она больше не выполняется.',
    stable: 'Ничего.',
    blind: 'Состояние неизвестно. Проверьте сами, затем выясните по инструкции, что мешает измерению.',
    sighted: 'Ничего.',
    'found-ill': 'Пока ничего. Если проблема не исчезнет, вы получите оповещение (если ещё не получили).',
    flapping:
      'Ищите то, что появляется и исчезает: нагрузка в определённые часы, один из нескольких серверов, задание, которое запускается время от времени.',
    dropped: 'Ничего, если проверку убрали намеренно.',
    silent:
      'Состояние неизвестно: Touchlight не выполняет эту проверку. Проверьте сами, затем выясните по инструкции причину.',
    'never-measured':
      'Состояние неизвестно: Touchlight ещё ни разу не выполнил эту проверку. Проверьте сами, затем выясните по инструкции причину.',
    'clock-ahead': 'Исправьте часы на измеряющей машине. До тех пор состояние неизвестно: проверьте сами.',
    'last-known': 'Проверьте сами: возможно, это уже исправлено. Затем выясните по инструкции, почему нет измерений.',
  },
};
