import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { liveChat } from './spec.ts';
import type { LiveChatStatements, Presence } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const says: Readonly<Record<Presence, string>> = {
  online: 'показує, що хтось на місці',
  away: 'показує, що всі відійшли',
  offline: 'показує, що нікого немає',
};

const unattended: TroubleWords = {
  title: 'У чаті нікого немає',
  has: (at) => `у робочий час у чаті${at} нікого немає вже`,
  was: (at) => `у робочий час у чаті${at} нікого не було`,
  todo: 'Домовтеся, хто й коли заходить у чат, або змініть у ньому години роботи на справжні.',
  gain: 'Хто питає перед покупкою, отримує відповідь, поки ще на сайті.',
};

export const uk: ProbeWords<typeof liveChat, LiveChatStatements> = {
  name: 'Чат на сайті',
  good: 'чат на сайті працює',
  bad: 'чатом на сайті не можна скористатися',
  measurement: {
    nobodyThere: () => 'у робочий час у чаті нікого немає',
    onlyAway: () => 'у робочий час усі відійшли від чату',
    buttonHidden: () => 'відвідувачі не бачать кнопки чату',
    buttonCovered: () => 'кнопку чату щось закриває',
    offlineFormMissing: () => 'у неробочий час у чаті не можна залишити повідомлення',
    deadPlugins: () => 'плагіна чату вже не існує',
  },
  says: {
    'live-chat/present': ({ vendor, presence, inHours, afterConsent }) => {
      const when = inHours ? '' : ' (неробочий час)';
      const who = presence === null ? 'є, але чи хтось за ним сидить, він не показує' : says[presence];
      const late = 'З’являється він лише після згоди на файли cookie.';
      return [`${nameOf(vendor)} ${who}${when}`, ...(afterConsent ? [late] : [])];
    },
    'live-chat/only-plugin': () => 'єдиний чат на сторінці – плагін Facebook, якого вже не існує',
    'live-chat/none': ({ seconds }) => [
      `чату на сайті за ${seconds} с не видно`,
      'Чат, який з’являється пізніше або лише після згоди на файли cookie, так не помітити. Якщо він є, назвіть його в touchpoints.yaml (live-chat: { chat: any }).',
    ],
    'live-chat/missing': ({ wanted, instead, seconds }, { list }) => [
      `${wanted === 'any' ? 'чат' : nameOf(wanted)} не з’явився за ${seconds} с${instead.length > 0 ? `; натомість на сторінці є ${list(instead.map((id) => chatVendors[id]))}` : ''}`,
      'Поверніть його або, якщо він більше не потрібен, змініть touchpoints.yaml.',
    ],
    'live-chat/unclear': ({ wanted, seconds, why }) => {
      const lead = `${wanted === 'any' ? 'чат' : nameOf(wanted)} не з’явився за ${seconds} с`;
      switch (why) {
        case 'gate':
          return [
            lead,
            'Сторінку так і затуляло запитання, наприклад про вік. Відкрийте сайт самі й подивіться, чи з’явиться чат.',
          ];
        case 'off-hours':
          return [
            `у неробочий час ${lead}`,
            'На багатьох сайтах чат є лише в робочий час. Коли він почнеться, Touchlight перевірить ще раз.',
          ];
        case 'own-button':
          return [
            lead,
            'На сторінці є кнопка чату: можливо, він завантажується лише після натискання. Відкрийте сайт самі й натисніть її.',
          ];
      }
    },
    'live-chat/script-gone': ({ vendor, status }) => [
      `${nameOf(vendor)} не може з’явитися: на запит його скрипта приходить HTTP ${status}`,
      'Зайдіть до служби чату, перевірте, чи існує обліковий запис, і вставте код на сайт ще раз.',
    ],
    'live-chat/script-not-loaded': ({ vendor, status }) => [
      `${nameOf(vendor)} на сторінці є, але його скрипт звідси не завантажився${status === null ? '' : ` (HTTP ${status})`}`,
      'Відкрийте сайт самі: якщо чат є, не впустили лише Touchlight.',
    ],
    'live-chat/not-shown': ({ vendor, seconds }) => [
      `${nameOf(vendor)} у коді сторінки є, але за ${seconds} с нічого з нього не з’явилося`,
      'Можливо, він чекає на якусь дію відвідувача. Відкрийте сайт самі й подивіться, чи з’явиться.',
    ],
    'live-chat/no-button': ({ vendor }) => [
      `${nameOf(vendor)} на сторінці працює, але його кнопки не знайдено`,
      'Відкрийте сайт самі й перевірте, чи можна відкрити чат.',
    ],
    'live-chat/unread': (unread, { quote }) => {
      const { vendor } = unread;
      const lead = `${nameOf(vendor)} є, але не вдалося дізнатися, чи хтось за ним сидить`;
      switch (unread.why) {
        case 'threw':
          return `${lead}: на запитання сталася помилка ${quote(unread.message)}`;
        case 'hung':
          return `${lead}: відповіді не було ${unread.seconds} с`;
        case 'nonsense':
          return `${lead}: відповідь була ${quote(unread.answer)}`;
      }
    },
    'live-chat/nobody': ({ vendor, presence }) => [
      `зараз робочий час, а ${nameOf(vendor)} ${says[presence]}`,
      'Зайдіть у чат або змініть у ньому години роботи на справжні.',
    ],
    'live-chat/hidden': ({ vendor }) => [
      `кнопка на сторінці є (${nameOf(vendor)}), але її не видно`,
      'Якщо на сайті для чату є власна кнопка, підніміть межу buttonHidden; інакше попросіть розробника показати цю.',
    ],
    'live-chat/covered': ({ vendor, cover }) => [
      `кнопку закриває інша частина сторінки (${nameOf(vendor)}, ${cover})`,
      'Перемістіть щось із них.',
    ],
    'live-chat/no-offline-form': ({ vendor }) => [
      `у неробочий час ${nameOf(vendor)} показує, що нікого немає, а залишити повідомлення не дає`,
      'Увімкніть форму для неробочого часу або приховуйте чат, коли в ньому нікого немає.',
    ],
    'live-chat/dead-plugin': () => [
      'на сторінці досі стоїть плагін чату Facebook, який Meta вимкнула 9 травня 2024 року',
      'Приберіть його й поставте натомість посилання m.me/ваша-сторінка.',
    ],
  },
  trend: {},
  remedy:
    'Відкрийте сайт як відвідувач, знайдіть чат і відкрийте його. Потім подивіться у службі чату, хто зараз у мережі.',
  remedyOf: ({ id }) => (id === 'live-chat/nobody' ? unattended.todo : null),
  trouble: {
    title: 'Чатом на сайті не можна скористатися',
    has: (at) => `чатом${at} не можна скористатися вже`,
    was: (at) => `чатом${at} не можна було скористатися`,
    todo: 'Відкрийте сайт як відвідувач і спробуйте чат. Попросіть веброзробника повернути його або прибрати рештки.',
    gain: 'Клієнти зможуть запитати, поки ще на вашому сайті.',
  },
  troubleOf: (finding) =>
    finding.kind === 'measurement' && (finding.id === 'nobodyThere' || finding.id === 'onlyAway') ? unattended : null,
};
