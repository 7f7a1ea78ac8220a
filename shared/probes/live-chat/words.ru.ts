import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { liveChat } from './spec.ts';
import type { LiveChatStatements, Presence } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const says: Readonly<Record<Presence, string>> = {
  online: 'показывает, что кто-то на месте',
  away: 'показывает, что все отошли',
  offline: 'показывает, что никого нет',
};

const unattended: TroubleWords = {
  title: 'В чате никого нет',
  has: (at) => `в рабочее время в чате${at} никого нет уже`,
  was: (at) => `в рабочее время в чате${at} никого не было`,
  todo: 'Договоритесь, кто и когда заходит в чат, или укажите в нём настоящие часы работы.',
  gain: 'Кто спрашивает перед покупкой, получает ответ, пока ещё на сайте.',
};

export const ru: ProbeWords<typeof liveChat, LiveChatStatements> = {
  name: 'Чат на сайте',
  good: 'чат на сайте работает',
  bad: 'чатом на сайте нельзя воспользоваться',
  measurement: {
    nobodyThere: () => 'в рабочее время в чате никого нет',
    onlyAway: () => 'в рабочее время все отошли от чата',
    buttonHidden: () => 'посетители не видят кнопки чата',
    buttonCovered: () => 'кнопку чата что-то закрывает',
    offlineFormMissing: () => 'в нерабочее время в чате нельзя оставить сообщение',
    deadPlugins: () => 'плагина чата больше не существует',
  },
  says: {
    'live-chat/present': ({ vendor, presence, inHours, afterConsent }) => {
      const when = inHours ? '' : ' (нерабочее время)';
      const who = presence === null ? 'есть, но сидит ли кто-то за ним, он не показывает' : says[presence];
      const late = 'Появляется он только после согласия на файлы cookie.';
      return [`${nameOf(vendor)} ${who}${when}`, ...(afterConsent ? [late] : [])];
    },
    'live-chat/only-plugin': () => 'единственный чат на странице – плагин Facebook, которого больше не существует',
    'live-chat/none': ({ seconds }) => [
      `чата на сайте за ${seconds} с не видно`,
      'Чат, который появляется позже или только после согласия на файлы cookie, так не заметить. Если он есть, назовите его в touchpoints.yaml (live-chat: { chat: any }).',
    ],
    'live-chat/missing': ({ wanted, instead, seconds }, { list }) => [
      `${wanted === 'any' ? 'чат' : nameOf(wanted)} не появился за ${seconds} с${instead.length > 0 ? `; вместо него на странице ${list(instead.map((id) => chatVendors[id]))}` : ''}`,
      'Верните его или, если он больше не нужен, измените touchpoints.yaml.',
    ],
    'live-chat/unclear': ({ wanted, seconds, why }) => {
      const lead = `${wanted === 'any' ? 'чат' : nameOf(wanted)} не появился за ${seconds} с`;
      switch (why) {
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
        case 'own-button':
          return [
            lead,
            'На странице есть кнопка чата: возможно, он загружается только после нажатия. Откройте сайт сами и нажмите её.',
          ];
      }
    },
    'live-chat/script-gone': ({ vendor, status }) => [
      `${nameOf(vendor)} не может появиться: на запрос его скрипта приходит HTTP ${status}`,
      'Зайдите в службу чата, проверьте, существует ли учётная запись, и вставьте код на сайт ещё раз.',
    ],
    'live-chat/script-not-loaded': ({ vendor, status }) => [
      `${nameOf(vendor)} на странице есть, но его скрипт отсюда не загрузился${status === null ? '' : ` (HTTP ${status})`}`,
      'Откройте сайт сами: если чат есть, не впустили только Touchlight.',
    ],
    'live-chat/not-shown': ({ vendor, seconds }) => [
      `${nameOf(vendor)} в коде страницы есть, но за ${seconds} с ничего из него не появилось`,
      'Возможно, он ждёт какого-то действия посетителя. Откройте сайт сами и посмотрите, появится ли.',
    ],
    'live-chat/no-button': ({ vendor }) => [
      `${nameOf(vendor)} на странице работает, но его кнопка не найдена`,
      'Откройте сайт сами и проверьте, открывается ли чат.',
    ],
    'live-chat/unread': (unread, { quote }) => {
      const { vendor } = unread;
      const lead = `${nameOf(vendor)} есть, но не удалось узнать, сидит ли кто-то за ним`;
      switch (unread.why) {
        case 'threw':
          return `${lead}: на вопрос возникла ошибка ${quote(unread.message)}`;
        case 'hung':
          return `${lead}: ответа не было ${unread.seconds} с`;
        case 'nonsense':
          return `${lead}: ответ был ${quote(unread.answer)}`;
      }
    },
    'live-chat/nobody': ({ vendor, presence }) => [
      `сейчас рабочее время, а ${nameOf(vendor)} ${says[presence]}`,
      'Зайдите в чат или укажите в нём настоящие часы работы.',
    ],
    'live-chat/hidden': ({ vendor }) => [
      `кнопка на странице есть (${nameOf(vendor)}), но её не видно`,
      'Если на сайте для чата есть собственная кнопка, поднимите границу buttonHidden; иначе попросите разработчика показать эту.',
    ],
    'live-chat/covered': ({ vendor, cover }) => [
      `кнопку закрывает другая часть страницы (${nameOf(vendor)}, ${cover})`,
      'Переместите что-то из них.',
    ],
    'live-chat/no-offline-form': ({ vendor }) => [
      `в нерабочее время ${nameOf(vendor)} показывает, что никого нет, а оставить сообщение не даёт`,
      'Включите форму для нерабочего времени или скрывайте чат, когда в нём никого нет.',
    ],
    'live-chat/dead-plugin': () => [
      'на странице всё ещё стоит плагин чата Facebook, который Meta отключила 9 мая 2024 года',
      'Уберите его и поставьте вместо него ссылку m.me/ваша-страница.',
    ],
  },
  trend: {},
  remedy:
    'Откройте сайт как посетитель, найдите чат и откройте его. Затем посмотрите в службе чата, кто сейчас в сети.',
  remedyOf: ({ id }) => (id === 'live-chat/nobody' ? unattended.todo : null),
  trouble: {
    title: 'Чатом на сайте нельзя воспользоваться',
    has: (at) => `чатом${at} нельзя воспользоваться уже`,
    was: (at) => `чатом${at} нельзя было воспользоваться`,
    todo: 'Откройте сайт как посетитель и попробуйте чат. Попросите веб-разработчика вернуть его или убрать остатки.',
    gain: 'Клиенты смогут спросить, пока ещё на вашем сайте.',
  },
  troubleOf: (finding) =>
    finding.kind === 'measurement' && (finding.id === 'nobodyThere' || finding.id === 'onlyAway') ? unattended : null,
};
