import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { liveChat } from './spec.ts';
import type { LiveChatStatements, Presence } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const says: Readonly<Record<Presence, string>> = {
  online: 'показує, що хтось на зв’язку',
  away: 'показує, що всі відійшли',
  offline: 'показує, що нікого немає на зв’язку',
};

const unattended: TroubleWords = {
  title: 'У чаті нікого немає',
  has: (at) => `у робочий час у чаті${at} нікого немає вже`,
  was: (at) => `у робочий час у чаті${at} нікого не було`,
  todo: 'Домовтеся, хто й коли чергує в чаті, або вкажіть у ньому справжні години роботи.',
  gain: 'Клієнти, які мають запитання перед покупкою, отримають відповідь, поки вони ще на сайті.',
};

const seen = 'Відвідувачі знайдуть чат і запитають, перш ніж піти.';

/** Of what is a trouble of its own. */
const troubles: Readonly<Record<string, TroubleWords>> = {
  nobodyThere: unattended,
  onlyAway: unattended,
  buttonHidden: {
    title: 'Відвідувачі не бачать кнопки чату',
    has: (at) => `кнопки чату${at} не видно вже`,
    was: (at) => `кнопки чату${at} не було видно`,
    todo: 'Попросіть веброзробника зробити її видимою. Якщо сайт відкриває чат власною кнопкою, дозвольте це в touchpoints.yaml.',
    gain: seen,
  },
  buttonCovered: {
    title: 'Кнопку чату щось перекриває',
    has: (at) => `кнопку чату${at} щось перекриває вже`,
    was: (at) => `кнопку чату${at} щось перекривало`,
    todo: 'Попросіть веброзробника пересунути те, що лежить поверх неї: його названо у звіті.',
    gain: seen,
  },
  offlineFormMissing: {
    title: 'У неробочий час у чаті не можна залишити повідомлення',
    has: (at) => `у неробочий час у чаті${at} не можна залишити повідомлення вже`,
    was: (at) => `у неробочий час у чаті${at} не можна було залишити повідомлення`,
    todo: 'Увімкніть у чаті форму для повідомлень або ховайте чат у неробочий час.',
    gain: 'Хто напише ввечері, отримає відповідь уранці.',
  },
  deadPlugins: {
    title: 'Плагін чату Facebook більше не працює',
    has: (at) => `плагін чату Facebook${at} не працює вже`,
    was: (at) => `плагін чату Facebook${at} не працював`,
    todo: 'Попросіть веброзробника прибрати його й натомість поставити посилання m.me/ваша-сторінка.',
    gain: 'Клієнти, які пишуть у Messenger, знову зможуть вам написати.',
  },
};

export const uk: ProbeWords<typeof liveChat, LiveChatStatements> = {
  name: 'Чат на сайті',
  good: 'чат на сайті працює',
  bad: 'чат на сайті працює не так, як треба',
  measurement: {
    nobodyThere: () => 'у робочий час у чаті нікого немає',
    onlyAway: () => 'у робочий час усі відійшли від чату',
    buttonHidden: () => 'відвідувачі не бачать кнопки чату',
    buttonCovered: () => 'кнопку чату щось перекриває',
    offlineFormMissing: () => 'у неробочий час у чаті не можна залишити повідомлення',
    deadPlugins: () => 'плагіна чату більше не існує',
  },
  says: {
    'live-chat/present': ({ vendor, presence, inHours, afterConsent, ownButton }) => {
      const when = inHours ? '' : ' (неробочий час)';
      const who = presence === null ? 'є, але не показує, чи хтось на зв’язку' : says[presence];
      const late = 'Він з’являється лише після згоди на файли cookie.';
      const own = 'Замість кнопки чату відвідувачі бачать кнопку самого сайту; Touchlight її не натискає.';
      return [`${nameOf(vendor)} ${who}${when}`, ...(afterConsent ? [late] : []), ...(ownButton ? [own] : [])];
    },
    'live-chat/only-plugin': () => 'єдиний чат на сторінці – плагін Facebook, якого більше не існує',
    'live-chat/none': ({ seconds }) => [
      `за ${seconds} с чат на сайті не з’явився`,
      'Чату, який з’являється пізніше або лише після згоди на файли cookie, Touchlight не помітить. Якщо чат у вас є, вкажіть це в touchpoints.yaml (live-chat: { chat: any }).',
    ],
    'live-chat/missing': ({ wanted, instead, seconds }, { list }) => [
      `${wanted === 'any' ? 'чат' : nameOf(wanted)} не з’явився за ${seconds} с${instead.length > 0 ? `; натомість на сторінці є ${list(instead.map((id) => chatVendors[id]))}` : ''}`,
      'Поверніть його або, якщо він більше не потрібен, змініть touchpoints.yaml.',
    ],
    'live-chat/unclear': ({ wanted, seconds, ...rest }) => {
      const lead = `${wanted === 'any' ? 'чат' : nameOf(wanted)} не з’явився за ${seconds} с`;
      switch (rest.why) {
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
        case 'loader':
          return [
            lead,
            `Скрипт із ${rest.host}, через який сайт підключає інші, звідси не завантажився. Відкрийте сайт самі: якщо ви чат бачите, то не впустили лише Touchlight.`,
          ];
        case 'own-button':
          return [
            lead,
            'На сторінці є кнопка чату: можливо, він завантажується лише після натискання. Відкрийте сайт самі й натисніть її.',
          ];
      }
    },
    'live-chat/script-gone': ({ vendor, status }) => [
      `${nameOf(vendor)} не може з’явитися: замість його скрипта приходить помилка HTTP ${status}`,
      'Зайдіть в особистий кабінет чату, перевірте, чи обліковий запис ще існує, і вставте код на сайт заново.',
    ],
    'live-chat/script-not-loaded': ({ vendor, status }) => [
      `${nameOf(vendor)} на сторінці є, але його скрипт звідси не завантажився${status === null ? '' : ` (HTTP ${status})`}`,
      'Відкрийте сайт самі: якщо ви чат бачите, то не впустили лише Touchlight.',
    ],
    'live-chat/not-shown': ({ vendor, seconds }) => [
      `${nameOf(vendor)} у коді сторінки є, але за ${seconds} с так і не з’явився`,
      'Можливо, він чекає на якусь дію відвідувача. Відкрийте сайт самі й подивіться, чи з’явиться чат.',
    ],
    'live-chat/no-button': ({ vendor }) => [
      `${nameOf(vendor)} на сторінці працює, але його кнопки не знайдено`,
      'Відкрийте сайт самі й перевірте, чи відкривається чат.',
    ],
    'live-chat/unread': (unread, { quote }) => {
      const { vendor } = unread;
      const lead = `${nameOf(vendor)} є, але не вдалося дізнатися, чи хтось на зв’язку`;
      switch (unread.why) {
        case 'threw':
          return `${lead}: його скрипт видав помилку ${quote(unread.message)}`;
        case 'hung':
          return `${lead}: він не відповів за ${unread.seconds} с`;
        case 'nonsense':
          return `${lead}: він відповів ${quote(unread.answer)}`;
      }
    },
    'live-chat/nobody': ({ vendor, presence }) => [
      `зараз робочий час, а ${nameOf(vendor)} ${says[presence]}`,
      'Зайдіть у чат або вкажіть у ньому справжні години роботи.',
    ],
    'live-chat/hidden': ({ vendor }) => [
      `кнопка на сторінці є (${nameOf(vendor)}), але відвідувачам її не видно`,
      'Якщо чат відкривається іншою кнопкою сайту, дозвольте це в touchpoints.yaml (live-chat: { thresholds: { buttonHidden: { green: 1 } } }). Якщо ні, попросіть розробника зробити кнопку видимою.',
    ],
    'live-chat/covered': ({ vendor, cover }) => [
      `кнопку перекриває інша частина сторінки (${nameOf(vendor)}, ${cover})`,
      'Попросіть розробника пересунути кнопку або те, що її закриває.',
    ],
    'live-chat/no-offline-form': ({ vendor }) => [
      `у неробочий час ${nameOf(vendor)} показує, що нікого немає на зв’язку, і не дає залишити повідомлення`,
      'Увімкніть форму для неробочого часу або приховуйте чат, коли в ньому нікого немає.',
    ],
    'live-chat/dead-plugin': () => [
      'на сторінці досі стоїть плагін чату Facebook, який Meta вимкнула 9 травня 2024 року',
      'Приберіть його й поставте натомість посилання m.me/ваша-сторінка.',
    ],
  },
  trend: {},
  remedy:
    'Відкрийте сайт як відвідувач, знайдіть чат і відкрийте його. Потім подивіться в особистому кабінеті чату, хто зараз у мережі.',
  remedyOf: ({ id }) => (id === 'live-chat/nobody' ? unattended.todo : null),
  trouble: {
    title: 'Чат на сайті працює не так, як треба',
    has: (at) => `чат${at} працює не так, як треба, вже`,
    was: (at) => `чат${at} працював не так, як треба,`,
    todo: 'Відкрийте сайт як відвідувач і спробуйте чат. Попросіть веброзробника виправити те, що названо у звіті.',
    gain: 'Клієнти зможуть запитати, поки вони ще на вашому сайті.',
  },
  troubleOf: (finding) => (finding.kind === 'measurement' ? (troubles[finding.id] ?? null) : null),
};
