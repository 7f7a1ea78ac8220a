import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

const warning = 'посетители видят предупреждение об опасности вместо страницы';
const nobody = 'не назван';
const knownAuthority =
  'Попросите у хостинг-провайдера сертификат известного центра («Let’s Encrypt» выдаёт их бесплатно).';

const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const steps = { one: 'шаг', few: 'шага', many: 'шагов', other: 'шага' };
const times = { one: 'раз', few: 'раза', many: 'раз', other: 'раза' };

const slowSteps = {
  server: [
    'сервер тратит на подготовку страницы',
    'Поможет кеширование или более быстрый тариф хостинга: обратитесь к веб-разработчику.',
  ],
  connection: ['проходит, пока сервер примет соединение: он перегружен или далеко', 'Обратитесь к хостинг-провайдеру.'],
  lookup: ['занимает поиск его имени в DNS', 'Обратитесь к тем, у кого DNS вашего домена.'],
} as const;

export const ru: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Доступность сайта',
  good: 'сайт отвечает',
  bad: 'сайт не отвечает как следует',
  measurement: {
    ttfbMs: (value) => `сервер отвечает только через ${value}`,
    tlsDaysLeft: (value) => `до конца срока действия сертификата: ${value}`,
    tlsShortLivedDaysLeft: (value) => `до конца срока действия сертификата: ${value}`,
    tlsChainIncomplete: () => 'сервер отправляет не все промежуточные сертификаты',
    ipv6Unreachable: () => 'сайт не отвечает по IPv6',
    ipv4Unreachable: () => 'сайт не отвечает по IPv4',
    unencrypted: () => 'сайт открывается без шифрования',
    redirects: (value) => `перенаправлений по пути: ${value}`,
  },
  says: {
    'availability/answers': ({ url, status, firstByteMs }, { at, measured }) =>
      `${at('', url) || 'сайт'} отвечает HTTP ${status} через ${measured(firstByteMs, 'ms')}`,
    'availability/redirect-loop': ({ url, hops, again }, { at, counted }) => [
      again === null
        ? `${at('', url) || 'сайт'} перенаправляет без конца (${counted(hops, steps)}): браузеры сдаются, и страница так и не открывается`
        : `${at('', url) || 'сайт'} перенаправляет по кругу (${counted(hops, steps)}${at(', снова на ', again)}): страница так и не открывается`,
      'Попросите веб-разработчика исправить перенаправления (часто это два правила, которые противоречат друг другу: сайта и его CDN).',
    ],
    'availability/browser-only': ({ url, status, code }, { at }) => [
      `${at('', url) || 'сайт'} открывается в браузере (HTTP ${status}), хотя ответ сервера нарушает правила HTTP (${code})`,
      'Другие программы могут оказаться не столь терпимыми: попросите хостинг проверить настройки веб-сервера.',
    ],
    'availability/unreadable': ({ url, code }, { at }) => [
      `${at('', url) || 'сайт'} отвечает с нарушением правил HTTP (${code}), и без браузера Touchlight не может прочитать ответ; открывается ли страница у посетителей, покажет проверка скорости страниц`,
      'Попросите хостинг проверить настройки веб-сервера.',
    ],
    'availability/empty': ({ url, status }, { at }) => [
      `${at('', url) || 'сайт'} на запрос без браузера отдаёт пустую страницу (HTTP ${status}); видят ли её посетители, покажет проверка скорости страниц`,
      'Если и она красная, попросите веб-разработчика выяснить, почему страница пустая.',
    ],
    'availability/dead-redirect': ({ url, status, to }, { at }) => [
      `${at('', url) || 'сайт'} перенаправляет (HTTP ${status}) ${to === null ? 'неизвестно куда' : `на ${to}, а туда браузер перейти не может`}: страница так и не открывается`,
      'Попросите веб-разработчика исправить перенаправление.',
    ],
    'availability/expired': ({ host, expiredAt, daysAgo }, { date, counted }) => [
      `срок действия сертификата ${host} истёк ${date(expiredAt)} (${daysAgo === 0 ? 'сегодня' : daysAgo === 1 ? 'вчера' : `${counted(daysAgo, days)} назад`}): ${warning}`,
      'Обновите его и спросите хостинг-провайдера, почему он не обновился сам.',
    ],
    'availability/chain-expired': ({ host, issuer }, { quote }) => [
      `истёк срок действия промежуточного сертификата между ${host} и центром сертификации (${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      'Попросите хостинг-провайдера поставить действующую цепочку этого центра.',
    ],
    'availability/not-yet-valid': ({ host, validFrom }, { date }) => [
      `сертификат ${host} начнёт действовать только ${date(validFrom)}: ${warning}`,
      'До тех пор верните прежний.',
    ],
    'availability/wrong-name': ({ host, names, others }) => [
      `сертификат, который показывает ${host}, выдан для ${names.length === 0 ? 'неизвестно кого' : names.join(', ')}${others > 0 ? ` и ещё ${others}` : ''}: ${warning}`,
      `Попросите у хостинг-провайдера сертификат, в котором есть ${host}.`,
    ],
    'availability/self-signed': ({ host }) => [
      `сертификат ${host} самоподписанный, поэтому за него никто не ручается: ${warning}`,
      knownAuthority,
    ],
    'availability/revoked': ({ host, issuer }, { quote }) => [
      `сертификат ${host} отозван (центр сертификации: ${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      'Попросите у хостинг-провайдера новый.',
    ],
    'availability/unknown-issuer': ({ host, issuer }, { quote }) => [
      `сертификат ${host} выдал центр, которого браузеры не знают (${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      knownAuthority,
    ],
    'availability/not-accepted': ({ host, code }) => [
      `сертификат ${host} не принимается (${code}): ${warning}`,
      'Попросите у хостинг-провайдера новый.',
    ],
    'availability/expires': ({ host, issuer, expiresAt }, { date, quote }) => [
      `срок действия сертификата ${host}${issuer === null ? '' : ` (от ${quote(issuer)})`} истекает ${date(expiresAt)}`,
      'После этого дня посетители увидят предупреждение об опасности вместо страницы: обновите его и спросите хостинг-провайдера, почему это не происходит само.',
    ],
    'availability/chain-incomplete': ({ host, issuer }, { quote }) => [
      `сервер ${host} не отправляет промежуточный сертификат (центр сертификации: ${issuer === null ? nobody : quote(issuer)}): некоторые телефоны, приложения и мессенджеры не открывают страницу`,
      'Попросите хостинг-провайдера поставить полную цепочку.',
    ],
    'availability/slow-step': ({ step, ms }, { measured }) => {
      const [what, todo] = slowSteps[step];
      return [`больше всего времени (${measured(ms, 'ms')}) ${what}`, todo];
    },
    'availability/redirects': ({ way }, { at, counted }) => [
      `прежде чем откроется страница, посетителей перенаправляют ${counted(way.length - 1, times)}${at(' ', `(${way.join(' > ')})`)}`,
      'Сделайте так, чтобы первый адрес вёл сразу на последний.',
    ],
    'availability/unencrypted': ({ url }, { at }) => [
      `${at('', url) || 'сайт'} показывает страницу без шифрования, и браузеры помечают её «Не защищено»`,
      'Попросите хостинг-провайдера перенаправить все адреса http на https.',
    ],
    'availability/silent-family': ({ host, family, address }) => [
      `в DNS для ${host} записан адрес IPv${family} ${address}, но там ничего не отвечает: посетители, чья сеть предпочитает IPv${family}, ждут или не видят страницы`,
      'Попросите хостинг-провайдера открыть его по этому адресу или уберите его из DNS.',
    ],
  },
  trend: {
    ttfbMs: 'Время ответа сервера',
  },
  remedy:
    'Откройте сайт сами. Если он не открывается и у вас, позвоните хостинг-провайдеру: пока его не починят, клиенты сайт не откроют.',
  trouble: {
    title: 'Сайт не отвечает',
    has: (at) => `сайт${at} не отвечает`,
    was: (at) => `сайт${at} не отвечал`,
    todo: 'Откройте сайт сами. Если он не открывается и у вас, позвоните хостинг-провайдеру.',
    gain: 'Клиенты снова вас найдут: сейчас они не видят ничего.',
  },
};
