import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

const warning = 'відвідувачі бачать попередження про небезпеку замість сторінки';
const nobody = 'не названо';
const knownAuthority =
  'Попросіть у хостинг-провайдера сертифікат відомого центру («Let’s Encrypt» видає їх безкоштовно).';

const days = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
const steps = { one: 'крок', few: 'кроки', many: 'кроків', other: 'кроку' };
const times = { one: 'раз', few: 'рази', many: 'разів', other: 'раза' };

const slowSteps = {
  server: [
    'сервер витрачає на підготовку сторінки',
    'Допоможе кешування або швидший тариф хостингу: зверніться до веброзробника.',
  ],
  connection: [
    'минає, доки сервер прийме з’єднання: він перевантажений або далеко',
    'Зверніться до хостинг-провайдера.',
  ],
  lookup: ['забирає пошук його імені в DNS', 'Зверніться до тих, у кого DNS вашого домену.'],
} as const;

export const uk: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Доступність сайту',
  good: 'сайт відповідає',
  bad: 'сайт не відповідає як слід',
  measurement: {
    ttfbMs: (value) => `сервер відповідає лише через ${value}`,
    tlsDaysLeft: (value) => `до кінця строку дії сертифіката: ${value}`,
    tlsShortLivedDaysLeft: (value) => `до кінця строку дії сертифіката: ${value}`,
    tlsChainIncomplete: () => 'сервер не надсилає всіх проміжних сертифікатів',
    ipv6Unreachable: () => 'сайт не відповідає через IPv6',
    ipv4Unreachable: () => 'сайт не відповідає через IPv4',
    unencrypted: () => 'сайт відкривається без шифрування',
    redirects: (value) => `переспрямувань на шляху: ${value}`,
  },
  says: {
    'availability/answers': ({ url, status, firstByteMs }, { at, measured }) =>
      `${at('', url) || 'сайт'} відповідає HTTP ${status} через ${measured(firstByteMs, 'ms')}`,
    'availability/redirect-loop': ({ url, hops, again }, { at, counted }) => [
      again === null
        ? `${at('', url) || 'сайт'} переспрямовує без кінця (${counted(hops, steps)}): браузери здаються, і сторінка так і не відкривається`
        : `${at('', url) || 'сайт'} переспрямовує по колу (${counted(hops, steps)}${at(', знову на ', again)}): сторінка так і не відкривається`,
      'Попросіть веброзробника виправити переспрямування (часто це два правила, що суперечать одне одному: сайту і його CDN).',
    ],
    'availability/browser-only': ({ url, status, code }, { at }) => [
      `${at('', url) || 'сайт'} відкривається в браузері (HTTP ${status}), хоча відповідь сервера порушує правила HTTP (${code})`,
      'Інші програми можуть виявитися не такими поблажливими: попросіть хостинг перевірити налаштування вебсервера.',
    ],
    'availability/unreadable': ({ url, code }, { at }) => [
      `${at('', url) || 'сайт'} відповідає з порушенням правил HTTP (${code}), і без браузера Touchlight не може прочитати відповідь; чи відкривається сторінка у відвідувачів, покаже перевірка швидкості сторінок`,
      'Попросіть хостинг перевірити налаштування вебсервера.',
    ],
    'availability/empty': ({ url, status }, { at }) => [
      `${at('', url) || 'сайт'} на запит без браузера віддає порожню сторінку (HTTP ${status}); чи бачать її відвідувачі, покаже перевірка швидкості сторінок`,
      'Якщо й вона червона, попросіть веброзробника з’ясувати, чому сторінка порожня.',
    ],
    'availability/dead-redirect': ({ url, status, to }, { at }) => [
      `${at('', url) || 'сайт'} переспрямовує (HTTP ${status}) ${to === null ? 'невідомо куди' : `на ${to}, а туди браузер перейти не може`}: сторінка так і не відкривається`,
      'Попросіть веброзробника виправити переспрямування.',
    ],
    'availability/expired': ({ host, expiredAt, daysAgo }, { date, counted }) => [
      `строк дії сертифіката ${host} закінчився ${date(expiredAt)} (${daysAgo === 0 ? 'сьогодні' : daysAgo === 1 ? 'учора' : `${counted(daysAgo, days)} тому`}): ${warning}`,
      'Поновіть його і запитайте хостинг-провайдера, чому він не поновився сам.',
    ],
    'availability/chain-expired': ({ host, issuer }, { quote }) => [
      `закінчився строк дії проміжного сертифіката між ${host} і центром сертифікації (${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      'Попросіть хостинг-провайдера поставити чинний ланцюжок цього центру.',
    ],
    'availability/not-yet-valid': ({ host, validFrom }, { date }) => [
      `сертифікат ${host} почне діяти лише ${date(validFrom)}: ${warning}`,
      'До того часу поверніть попередній.',
    ],
    'availability/wrong-name': ({ host, names, others }) => [
      `сертифікат, який показує ${host}, виданий для ${names.length === 0 ? 'невідомо кого' : names.join(', ')}${others > 0 ? ` та ще ${others}` : ''}: ${warning}`,
      `Попросіть у хостинг-провайдера сертифікат, у якому є ${host}.`,
    ],
    'availability/self-signed': ({ host }) => [
      `сертифікат ${host} самопідписаний, тож за нього ніхто не ручається: ${warning}`,
      knownAuthority,
    ],
    'availability/revoked': ({ host, issuer }, { quote }) => [
      `сертифікат ${host} відкликано (центр сертифікації: ${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      'Попросіть у хостинг-провайдера новий.',
    ],
    'availability/unknown-issuer': ({ host, issuer }, { quote }) => [
      `сертифікат ${host} видав центр, якого браузери не знають (${issuer === null ? nobody : quote(issuer)}): ${warning}`,
      knownAuthority,
    ],
    'availability/not-accepted': ({ host, code }) => [
      `сертифікат ${host} не приймається (${code}): ${warning}`,
      'Попросіть у хостинг-провайдера новий.',
    ],
    'availability/expires': ({ host, issuer, expiresAt }, { date, quote }) => [
      `строк дії сертифіката ${host}${issuer === null ? '' : ` (від ${quote(issuer)})`} закінчується ${date(expiresAt)}`,
      'Після цього дня відвідувачі бачитимуть попередження про небезпеку замість сторінки: поновіть його і запитайте хостинг-провайдера, чому це не відбувається само.',
    ],
    'availability/chain-incomplete': ({ host, issuer }, { quote }) => [
      `сервер ${host} не надсилає проміжного сертифіката (центр сертифікації: ${issuer === null ? nobody : quote(issuer)}): деякі телефони, застосунки й месенджери не відкривають сторінки`,
      'Попросіть хостинг-провайдера поставити повний ланцюжок.',
    ],
    'availability/slow-step': ({ step, ms }, { measured }) => {
      const [what, todo] = slowSteps[step];
      return [`найбільше часу (${measured(ms, 'ms')}) ${what}`, todo];
    },
    'availability/redirects': ({ way }, { at, counted }) => [
      `перш ніж відкриється сторінка, відвідувачів переспрямовують ${counted(way.length - 1, times)}${at(' ', `(${way.join(' > ')})`)}`,
      'Зробіть так, щоб перша адреса вела одразу на останню.',
    ],
    'availability/unencrypted': ({ url }, { at }) => [
      `${at('', url) || 'сайт'} показує сторінку без шифрування, і браузери позначають її «Не захищено»`,
      'Попросіть хостинг-провайдера переспрямувати всі адреси http на https.',
    ],
    'availability/silent-family': ({ host, family, address }) => [
      `у DNS для ${host} записано адресу IPv${family} ${address}, але там нічого не відповідає: відвідувачі, чия мережа віддає перевагу IPv${family}, чекають або не бачать сторінки`,
      'Попросіть хостинг-провайдера відкрити його за цією адресою або приберіть її з DNS.',
    ],
  },
  trend: {
    ttfbMs: 'Час відповіді сервера',
  },
  remedy:
    'Відкрийте сайт самі. Якщо він не відкривається й у вас, зателефонуйте хостинг-провайдеру: поки його не полагодять, клієнти сайту не відкриють.',
  trouble: {
    title: 'Сайт не відповідає',
    has: (at) => `сайт${at} не відповідає`,
    was: (at) => `сайт${at} не відповідав`,
    todo: 'Відкрийте сайт самі. Якщо він не відкривається й у вас, зателефонуйте хостинг-провайдеру.',
    gain: 'Клієнти знову вас знайдуть: зараз вони не бачать нічого.',
  },
};
