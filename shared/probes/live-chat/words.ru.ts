import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { liveChat } from './spec.ts';
import type { LiveChatStatements, Presence } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const says: Readonly<Record<Presence, string>> = {
  online: 'показывает, что кто-то на связи',
  away: 'показывает, что все отошли',
  offline: 'показывает, что никого нет на связи',
};

const unattended: TroubleWords = {
  title: 'В чате никого нет',
  has: (at) => `в рабочее время в чате${at} никого нет уже`,
  was: (at) => `в рабочее время в чате${at} никого не было`,
  todo: 'Договоритесь, кто и когда дежурит в чате, или укажите в нём реальные часы работы.',
  gain: 'Клиенты, у которых есть вопрос перед покупкой, получат ответ, пока они ещё на сайте.',
};

const seen = 'Посетители найдут чат и спросят, прежде чем уйти.';

/** Of what is a trouble of its own. */
const troubles: Readonly<Record<string, TroubleWords>> = {
  nobodyThere: unattended,
  onlyAway: unattended,
  buttonHidden: {
    title: 'Посетители не видят кнопку чата',
    has: (at) => `кнопку чата${at} не видно уже`,
    was: (at) => `кнопку чата${at} не было видно`,
    todo: 'Попросите веб-разработчика сделать её видимой. Если сайт открывает чат собственной кнопкой, разрешите это в touchpoints.yaml.',
    gain: seen,
  },
  buttonCovered: {
    title: 'Кнопку чата что-то перекрывает',
    has: (at) => `кнопку чата${at} что-то перекрывает уже`,
    was: (at) => `кнопку чата${at} что-то перекрывало`,
    todo: 'Попросите веб-разработчика передвинуть то, что лежит поверх неё: оно названо в отчёте.',
    gain: seen,
  },
  offlineFormMissing: {
    title: 'В нерабочее время в чате нельзя оставить сообщение',
    has: (at) => `в нерабочее время в чате${at} нельзя оставить сообщение уже`,
    was: (at) => `в нерабочее время в чате${at} нельзя было оставить сообщение`,
    todo: 'Включите в чате форму для сообщений или скрывайте чат в нерабочее время.',
    gain: 'Кто напишет вечером, получит ответ утром.',
  },
  deadPlugins: {
    title: 'Плагин чата Facebook больше не работает',
    has: (at) => `плагин чата Facebook${at} не работает уже`,
    was: (at) => `плагин чата Facebook${at} не работал`,
    todo: 'Попросите веб-разработчика убрать его и вместо него поставить ссылку m.me/ваша-страница.',
    gain: 'Клиенты, которые пишут в Messenger, снова смогут вам написать.',
  },
};

export const ru: ProbeWords<typeof liveChat, LiveChatStatements> = {
  name: 'Чат на сайте',
  good: 'чат на сайте работает',
  bad: 'чат на сайте работает не так, как нужно',
  measurement: {
    nobodyThere: () => 'в рабочее время в чате никого нет',
    onlyAway: () => 'в рабочее время все отошли от чата',
    buttonHidden: () => 'посетители не видят кнопку чата',
    buttonCovered: () => 'кнопку чата что-то перекрывает',
    offlineFormMissing: () => 'в нерабочее время в чате нельзя оставить сообщение',
    deadPlugins: () => 'плагина чата больше не существует',
  },
  says: {
    'live-chat/present': ({ vendor, presence, inHours, afterConsent, ownButton }) => {
      const when = inHours ? '' : ' (нерабочее время)';
      const who = presence === null ? 'есть, но не показывает, на связи ли кто-нибудь' : says[presence];
      const late = 'Он появляется только после согласия на файлы cookie.';
      const own = 'Вместо кнопки чата посетители видят кнопку самого сайта; Touchlight её не нажимает.';
      return [`${nameOf(vendor)} ${who}${when}`, ...(afterConsent ? [late] : []), ...(ownButton ? [own] : [])];
    },
    'live-chat/only-plugin': () => 'единственный чат на странице – плагин Facebook, которого больше не существует',
    'live-chat/none': ({ seconds }) => [
      `за ${seconds} с чат на сайте не появился`,
      'Чат, который появляется позже или только после согласия на файлы cookie, Touchlight не заметит. Если чат у вас есть, укажите это в touchpoints.yaml (live-chat: { chat: any }).',
    ],
    'live-chat/missing': ({ wanted, instead, seconds }, { list }) => [
      `${wanted === 'any' ? 'чат' : nameOf(wanted)} не появился за ${seconds} с${instead.length > 0 ? `; вместо него на странице есть ${list(instead.map((id) => chatVendors[id]))}` : ''}`,
      'Верните его или, если он больше не нужен, измените touchpoints.yaml.',
    ],
    'live-chat/unclear': ({ wanted, seconds, ...rest }) => {
      const lead = `${wanted === 'any' ? 'чат' : nameOf(wanted)} не появился за ${seconds} с`;
      switch (rest.why) {
        case 'gate':
          return [
            lead,
            'Страницу так и закрывал вопрос, например о возрасте. Откройте сайт сами и посмотрите, появится ли чат.',
          ];
        case 'off-hours':
          return [
            `в нерабочее время ${lead}`,
            'На многих сайтах чат есть только в рабочее время. Когда оно начнётся, Touchlight проверит ещё раз.',
          ];
        case 'loader':
          return [
            lead,
            `Скрипт с ${rest.host}, через который сайт подключает остальные, отсюда не загрузился. Откройте сайт сами: если вы чат видите, значит, не пустили только Touchlight.`,
          ];
        case 'own-button':
          return [
            lead,
            'На странице есть кнопка чата: возможно, он загружается только после нажатия. Откройте сайт сами и нажмите её.',
          ];
      }
    },
    'live-chat/script-gone': ({ vendor, status }) => [
      `${nameOf(vendor)} не может появиться: вместо его скрипта приходит ошибка HTTP ${status}`,
      'Зайдите в личный кабинет чата, проверьте, что учётная запись ещё существует, и вставьте код на сайт заново.',
    ],
    'live-chat/script-not-loaded': ({ vendor, status }) => [
      `${nameOf(vendor)} на странице есть, но его скрипт отсюда не загрузился${status === null ? '' : ` (HTTP ${status})`}`,
      'Откройте сайт сами: если вы чат видите, значит, не пустили только Touchlight.',
    ],
    'live-chat/not-shown': ({ vendor, seconds }) => [
      `${nameOf(vendor)} в коде страницы есть, но за ${seconds} с так и не появился`,
      'Возможно, он ждёт какого-то действия посетителя. Откройте сайт сами и посмотрите, появится ли чат.',
    ],
    'live-chat/no-button': ({ vendor }) => [
      `${nameOf(vendor)} на странице работает, но его кнопка не найдена`,
      'Откройте сайт сами и проверьте, открывается ли чат.',
    ],
    'live-chat/unread': (unread, { quote }) => {
      const { vendor } = unread;
      const lead = `${nameOf(vendor)} есть, но не удалось узнать, на связи ли кто-нибудь`;
      switch (unread.why) {
        case 'threw':
          return `${lead}: его скрипт выдал ошибку ${quote(unread.message)}`;
        case 'hung':
          return `${lead}: он не ответил за ${unread.seconds} с`;
        case 'nonsense':
          return `${lead}: он ответил ${quote(unread.answer)}`;
      }
    },
    'live-chat/nobody': ({ vendor, presence }) => [
      `сейчас рабочее время, а ${nameOf(vendor)} ${says[presence]}`,
      'Зайдите в чат или укажите в нём реальные часы работы.',
    ],
    'live-chat/hidden': ({ vendor }) => [
      `кнопка на странице есть (${nameOf(vendor)}), но посетителям её не видно`,
      'Если чат открывается другой кнопкой сайта, разрешите это в touchpoints.yaml (live-chat: { thresholds: { buttonHidden: { green: 1 } } }). Если нет, попросите разработчика сделать кнопку видимой.',
    ],
    'live-chat/covered': ({ vendor, cover }) => [
      `кнопку перекрывает другая часть страницы (${nameOf(vendor)}, ${cover})`,
      'Попросите разработчика передвинуть кнопку или то, что её закрывает.',
    ],
    'live-chat/no-offline-form': ({ vendor }) => [
      `в нерабочее время ${nameOf(vendor)} показывает, что никого нет на связи, и не даёт оставить сообщение`,
      'Включите форму для нерабочего времени или скрывайте чат, когда в нём никого нет.',
    ],
    'live-chat/dead-plugin': () => [
      'на странице всё ещё стоит плагин чата Facebook, который Meta отключила 9 мая 2024 года',
      'Уберите его и поставьте вместо него ссылку m.me/ваша-страница.',
    ],
  },
  trend: {},
  remedy:
    'Откройте сайт как посетитель, найдите чат и откройте его. Затем посмотрите в личном кабинете чата, кто сейчас в сети.',
  remedyOf: ({ id }) => (id === 'live-chat/nobody' ? unattended.todo : null),
  trouble: {
    title: 'Чат на сайте работает не так, как нужно',
    has: (at) => `чат${at} работает не так, как нужно, уже`,
    was: (at) => `чат${at} работал не так, как нужно,`,
    todo: 'Откройте сайт как посетитель и попробуйте чат. Попросите веб-разработчика исправить то, что названо в отчёте.',
    gain: 'Клиенты смогут задать вопрос, пока они ещё на вашем сайте.',
  },
  troubleOf: (finding) => (finding.kind === 'measurement' ? (troubles[finding.id] ?? null) : null),
};
