import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

export const uk: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Доступність сайту',
  good: 'сайт відповідає',
  bad: 'сайт не відповідає як слід',
  measurement: {
    ttfbMs: (value) => `сервер починає відповідати через ${value}`,
    tlsDaysLeft: (value) => `до кінця строку дії сертифіката: ${value}`,
    tlsShortLivedDaysLeft: (value) => `до кінця строку дії сертифіката: ${value}`,
    tlsChainIncomplete: () => 'сервер не надсилає всіх проміжних сертифікатів',
    ipv6Unreachable: () => 'сайт не відповідає через IPv6',
    ipv4Unreachable: () => 'сайт не відповідає через IPv4',
    unencrypted: () => 'сайт відкривається без шифрування',
    redirects: (value) => `переспрямувань на шляху: ${value}`,
  },
  says: {},
  trend: {
    ttfbMs: 'Сервер починає відповідати через',
  },
  remedy:
    'Відкрийте сайт самі. Якщо він не відповідає й вам, телефонуйте тим, хто його розміщує: клієнти поки що нічого не бачать.',
  trouble: {
    title: 'Сайт не відповідає',
    has: (at) => `сайт${at} не відповідає`,
    was: (at) => `сайт${at} не відповідав`,
    todo: 'Відкрийте сайт самі. Якщо він не відповідає й вам, телефонуйте тим, хто його розміщує.',
    gain: 'Клієнти знову вас знайдуть: зараз вони не бачать нічого.',
  },
};
