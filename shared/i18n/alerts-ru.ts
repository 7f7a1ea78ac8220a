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
    escalated: ({ fact, since }) => `${fact}, с ${since} (никто ещё не занялся)`,
    resolved: ({ fact, lasted }) => `снова в порядке, длилось ${lasted}; последняя проблема: ${fact}`,
    removed: ({ fact }) => `больше не проверяется; последняя проблема: ${fact}`,
    stable: ({ check }) => `${check} снова работает стабильно`,
    blind: ({ check, since, because }) => `${check} не удаётся измерить с ${since}${because}`,
    sighted: ({ check }) => `${check} снова измеряется`,
    'found-ill': ({ check }) => `${check} снова измеряется, но есть проблема`,
    flapping: ({ check, since }) => `${check} работает нестабильно, с ${since}`,
    nudge: ({ fact }) => fact,
    dropped: ({ check }) => `${check} больше не проверяется`,
    silent: ({ check, measured }) => `${check} не измеряется с ${measured}`,
    'never-measured': ({ check }) => `${check} ещё ни разу не измерено`,
    'clock-ahead': ({ check }) => `последнее измерение ${check} датировано будущим временем`,
    'last-known': ({ fact, since, measured }) => `${fact}, с ${since} (последнее измерение ${measured})`,
  },
  lineOverWindow: {
    opened: ({ fact }) => fact,
    worsened: ({ fact }) => `${fact} (ухудшилось)`,
    reminder: ({ fact }) => `${fact} (напоминание)`,
    escalated: ({ fact }) => `${fact} (никто ещё не занялся)`,
    resolved: ({ fact }) => `снова в порядке; последняя проблема: ${fact}`,
    'last-known': ({ fact, measured }) => `${fact} (последнее измерение ${measured})`,
  },
  happened: {
    worsened: 'Стало хуже',
    reminder: 'Всё ещё не исправлено',
    escalated: 'Всё ещё не исправлено',
    resolved: 'Снова в порядке. Последняя проблема',
    removed: 'Больше не проверяется. Последняя проблема',
    stable: 'Снова работает стабильно, свет зелёный',
    blind: 'Не удаётся измерить',
    sighted: 'Снова измеряется',
    'found-ill': 'Снова измеряется, но есть проблема',
    flapping: 'Работает нестабильно',
    dropped: 'Больше не проверяется: проверку убрали из конфигурации',
    silent: 'Не измеряется',
    'never-measured': 'Ещё ни разу не измерялось',
    'clock-ahead': 'Последнее измерение датировано будущим временем, поэтому текущее состояние неизвестно',
    'last-known': 'Больше не измеряется. Последнее известное состояние',
  },
  keepsChanging: ({ count, runs }) =>
    `За последние ${counted(runs, checks)} свет менялся ${counted(count, times)}. Следующее оповещение придёт, когда он станет стабильным.`,
  notAcknowledged: (time) => `Никто не сообщил, что занялся этим. Время на реакцию: ${time}.`,
  ofBusinessTime: (time) => `${time} рабочего времени`,
  alsoAffected: (checkIds) => `Это повлияло также на: ${checkIds.join(', ')}.`,
  label: {
    check: 'Проверка',
    since: 'Началось',
    noticed: 'Замечено',
    lasted: 'Длилось',
    measured: 'Последнее измерение',
    regions: 'Регионы',
    expected: 'Ожидалось',
    actual: 'Фактически',
    evidence: 'Материалы',
    todo: 'Что делать',
    measuredBy: 'Чем измерено',
    runbook: 'Инструкция',
    open: 'Открыть',
    openOrAcknowledge: 'Открыть или взять в работу',
    owner: 'Кто отвечает',
    to: 'Кому',
  },
  severalNotices: { one: 'сообщение', few: 'сообщения', many: 'сообщений', other: 'сообщения' },
  worstFirst: 'сначала худшее',
  needsAccess: 'нужен доступ к учётной записи AWS',
  remedyOfUnknown: 'Проверьте точку контакта сами, как клиент, затем откройте инструкцию.',
  remedyOf: {
    resolved: 'Ничего.',
    removed: 'Ничего, если проверку убрали намеренно. Если нет, верните её в touchpoints.yaml.',
    stable: 'Ничего.',
    blind: 'Состояние неизвестно. Проверьте сами, затем выясните по инструкции, что мешает измерению.',
    sighted: 'Ничего.',
    'found-ill': 'Пока ничего. Если проблема не исчезнет, вы получите оповещение (если ещё не получили).',
    flapping:
      'Ищите причину, которая возникает время от времени: нагрузка в определённые часы, сбой одного из нескольких серверов, задание по расписанию.',
    dropped: 'Ничего, если проверку убрали намеренно. Если нет, верните её в touchpoints.yaml.',
    silent:
      'Состояние неизвестно: Touchlight не выполняет эту проверку. Проверьте сами, затем выясните по инструкции причину.',
    'never-measured':
      'Состояние неизвестно: Touchlight ещё ни разу не выполнил эту проверку. Проверьте сами, затем выясните по инструкции причину.',
    'clock-ahead':
      'Исправьте время на машине, которая выполняет проверки. До тех пор состояние неизвестно: проверьте сами.',
    'last-known': 'Проверьте сами: возможно, это уже исправлено. Затем выясните по инструкции, почему нет измерений.',
  },
};
