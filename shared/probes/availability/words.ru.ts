import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';
import type { AvailabilityStatements } from './statements.ts';

export const ru: ProbeWords<typeof availability, AvailabilityStatements> = {
  name: 'Доступность сайта',
  good: 'сайт отвечает',
  bad: 'сайт не отвечает как следует',
  measurement: {
    ttfbMs: (value) => `сервер начинает отвечать через ${value}`,
    tlsDaysLeft: (value) => `до конца срока действия сертификата: ${value}`,
    tlsShortLivedDaysLeft: (value) => `до конца срока действия сертификата: ${value}`,
    tlsChainIncomplete: () => 'сервер отправляет не все промежуточные сертификаты',
    ipv6Unreachable: () => 'сайт не отвечает по IPv6',
    ipv4Unreachable: () => 'сайт не отвечает по IPv4',
    unencrypted: () => 'сайт открывается без шифрования',
    redirects: (value) => `перенаправлений по пути: ${value}`,
  },
  says: {},
  trend: {
    ttfbMs: 'Сервер начинает отвечать через',
  },
  remedy:
    'Откройте сайт сами. Если он не отвечает и вам, звоните тем, кто его размещает: клиенты сейчас не видят ничего.',
  trouble: {
    title: 'Сайт не отвечает',
    has: (at) => `сайт${at} не отвечает`,
    was: (at) => `сайт${at} не отвечал`,
    todo: 'Откройте сайт сами. Если он не отвечает и вам, звоните тем, кто его размещает.',
    gain: 'Клиенты снова вас найдут: сейчас они не видят ничего.',
  },
};
