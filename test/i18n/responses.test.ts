import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { socialKinds } from '../../shared/model/social-platform.ts';
import { type ResponsesStatements, sayResponses } from '../../shared/probes/responses/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const timeZone = 'Europe/Kyiv';
const wait = {
  link: 'https://www.facebook.com/555/posts/1?comment_id=2',
  waitedMinutes: 250,
  dueAt: '2026-11-23T11:00:00.000Z',
};
const waits = [
  { ...wait, others: 0, timeZone },
  { ...wait, dueAt: null, others: 3, timeZone },
  { ...wait, calledAt: '2026-11-23T08:42:00.000Z', others: 0, timeZone },
  { ...wait, calledAt: '2026-11-23T08:42:00.000Z', dueAt: null, others: 2, timeZone },
];
const clue = sayResponses('responses/error-code', { code: 190, subcode: 463 });
const onEach = <T>(rest: T) => socialKinds.map((platform) => ({ platform, clue, ...rest }));
const secret = { secret: 'facebook-page-token' };
const pauses = [
  { retryAt: '2026-11-23T08:15:00.000Z' },
  { retryAt: '2026-11-24T08:15:00.000Z', timeZone },
  { retryAt: null },
].flatMap((pause) => onEach(pause));
const kept = [
  { id: 'touchlight/Bakery/x-grant', says: 'User is not authorized to perform this action.' },
  { id: null, says: 'ENOSPC: no space left on device, write' },
];
const lost = sayResponses('responses/messages-lost', { platform: 'telegram' });

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Id in keyof ResponsesStatements]: readonly ResponsesStatements[Id][] } = {
  'responses/overdue': waits,
  'responses/waiting': waits,
  'responses/nudge': [
    { waits: [wait], others: 0, timeZone },
    { waits: [wait, { ...wait, dueAt: null }], others: 2, timeZone },
    { waits: [{ ...wait, calledAt: '2026-11-23T08:42:00.000Z' }], others: 0, timeZone },
  ],
  'responses/summary': socialKinds.flatMap((platform) =>
    [0, 1, 5].map((waiting) => ({ platform, waiting, blindSpots: [lost] })),
  ),
  'responses/still-reading': [{ platform: 'vk' }, { platform: 'mailbox' }],
  'responses/http-status': [{ status: 403 }],
  'responses/error-code': [
    { code: 190, subcode: 463 },
    { code: 10, subcode: null },
  ],
  'responses/error-word': [{ says: 'quotaExceeded' }],
  'responses/no-token-given': [
    { by: 'Google', says: 'invalid_client' },
    { by: 'X', says: 'invalid_request' },
    { by: 'TikTok', says: '40001' },
  ],
  'responses/foreign-token': [{}],
  'responses/dead-token': [{}],
  'responses/not-there': [{ what: 'channel' }, { what: 'community' }],
  'responses/no-answer': [{ patienceMs: 20_000 }],
  'responses/no-connection': [{}],
  'responses/unreached': [
    { server: 'imap.coffeelab.example:11999', why: 'refused' },
    { server: 'imap.coffeelab.example:993', why: 'unknown-host' },
    { server: 'imap.coffeelab.example:993', why: 'unencrypted' },
  ],
  'responses/not-json': [{}],
  'responses/bad-certificate': [{ says: 'CERT_HAS_EXPIRED' }],
  'responses/no-tls': [{}],
  'responses/no-server': [{}],
  'responses/no-inbox': [{}],
  'responses/no-mail-received': [{ where: 's3://touchlight-evidence/inbox/mailbox/' }],
  'responses/other-shape': [{ path: 'data.0.id' }, { path: null }],
  'responses/other-item': [{}],
  'responses/too-large': [{ limitMb: 16 }],
  'responses/too-many-requests': [{}],
  'responses/same-page': [{}],
  'responses/same-messages': [{}],
  'responses/nothing-new': [{}],
  'responses/units-used': [{ units: 9000 }],
  'responses/as-before': [{}],
  'responses/no-secret': [{}],
  'responses/malformed-secret': [{}],
  'responses/secret-lacks': [{ part: 'clientId' }],
  'responses/absent-secret': [
    { name: 'x-grant', variable: 'TOUCHLIGHT_SECRET_X_GRANT', file: '.touchlight/secrets/x-grant' },
  ],
  'responses/empty-secret': [{ name: 'x-grant', file: '.touchlight/secrets/x-grant' }],
  'responses/unreadable-secret': kept,
  'responses/binary-secret': [{ id: 'touchlight/Bakery/x-grant' }],
  'responses/fixed-secret': [{}],
  'responses/unkept-token': kept,
  'responses/other-reader': [{}],
  'responses/no-business-account': [{}],
  'responses/other-accounts': [{ isOwnConnected: true }, { isOwnConnected: false }],
  'responses/no-call-folder': [{}],
  'responses/no-call-files': [{ where: '.touchlight/calls/phone' }],
  'responses/no-numbers': [{}],
  'responses/missing-column': [
    ...(['time', 'from', 'to', 'status'] as const).map((missing) => ({
      file: 'calls.csv',
      missing,
      named: null,
      has: ['Anrufer', 'Dauer'],
    })),
    { file: 'calls.csv', missing: 'talk', named: 'Gespräch', has: ['Anrufer', 'Dauer'] },
  ],
  'responses/open-quotation': [{ file: 'Master.csv', row: 17 }],
  'responses/no-row-read': [{ file: 'calls.csv', row: 2, field: 'time' }],
  'responses/rows-unread': [1, 2, 5].map((rows) => ({ file: 'calls.csv', rows, row: 17, field: 'status' })),
  'responses/old-records': ['2026-11-03T08:42:00.000Z', null].map((newestAt) => ({
    where: '.touchlight/calls/phone',
    newestAt,
    timeZone,
  })),
  'responses/auth': onEach(secret),
  'responses/permission': onEach(secret),
  'responses/gone': onEach({}),
  'responses/throttled': pauses,
  'responses/quota': pauses,
  'responses/transient': onEach({}),
  'responses/wrong-answer': onEach({}),
  'responses/endless': onEach({}),
  'responses/refused': onEach({}),
  'responses/setup': onEach({ clue: sayResponses('responses/secret-lacks', { part: 'clientId' }) }),
  'responses/unreadable': [
    { what: 'comments-on-ads', clue },
    { what: 'visitors-posts', clue },
  ],
  'responses/messages-lost': [{ platform: 'telegram' }],
  'responses/older-posts-unread': [{ platform: 'linkedin', posts: 500 }],
  'responses/mentions-skipped': [{ platform: 'x' }],
  'responses/replies-unread': [
    { platform: 'vk', threads: 1 },
    { platform: 'instagram', threads: 3 },
  ],
  'responses/likes-unseen': [{ platform: 'youtube' }],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

const now = '2026-11-23T06:00:00.000Z';
const briefOf = (says: Statement, language: 'en' | 'uk' | 'ru') =>
  wordFinding(aCause(says), 'responses', language, now).brief;

describe('what the responses probe says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^(["«\d]|\p{Lu}|touchpoints\.yaml).*[.!?]["»]?$/su);
      // A language that has no words for a statement, or fails over them, names it instead.
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}|\(\)/);
      expect(briefOf(says, language)).not.toMatch(/https?:|undefined|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it.each([
    [
      sayResponses('responses/auth', { platform: 'facebook', clue, ...secret }),
      'Facebook refuses the token in the secret "facebook-page-token" (code 190/463). Store a new one under that name; run "touchlight secrets check" for details. Until then, Touchlight cannot see who is waiting for a reply there.',
      'Facebook не приймає токен із секрету «facebook-page-token» (код 190/463)',
    ],
    [
      sayResponses('responses/quota', {
        ...{ platform: 'google-reviews', retryAt: '2026-11-23T08:15:00.000Z' },
        clue: sayResponses('responses/error-word', { says: 'quotaExceeded' }),
      }),
      'The request quota of Google reviews is used up ("quotaExceeded"); Touchlight asks again no earlier than today at 08:15 UTC. Until then, Touchlight cannot see who is waiting for a reply there.',
      'ліміт запитів до Google вичерпано («quotaExceeded»); Touchlight запитає знову не раніше ніж сьогодні о 08:15 UTC',
    ],
    [
      sayResponses('responses/setup', { platform: 'x', clue: sayResponses('responses/no-secret', {}) }),
      'Access to X is not fully set up: touchpoints.yaml has no secret for this touchpoint. Until then, Touchlight cannot see who is waiting for a reply there.',
      'доступ до X налаштовано не до кінця: у touchpoints.yaml для цієї точки контакту не вказано секрету',
    ],
    [
      sayResponses('responses/summary', { platform: 'telegram', waiting: 0, blindSpots: [lost] }),
      'No one is waiting for a reply on Telegram. Telegram was not polled for more than a day; messages from that time may be missing.',
      'ніхто не чекає на відповідь у Telegram',
    ],
  ])('reads in English as a whole, in Ukrainian where there is little room: $id', (says, english, ukrainian) => {
    expect(wordStatement(says, 'en', now)).toBe(english);
    expect(briefOf(says, 'uk')).toBe(ukrainian);
  });
});

describe('a mailbox', () => {
  it.each([
    ['en', 'The mailbox no longer has one of its folders', 'the mail in INBOX: “Parking”'],
    ['uk', 'У поштовій скриньці більше немає однієї з її тек', 'лист у INBOX: «Parking»'],
    ['ru', 'В почтовом ящике больше нет одной из его папок', 'письмо в INBOX: «Parking»'],
  ] as const)(
    '(%s) has its own sentence for a folder that has gone, and names a mail in the quotes of the language',
    (language, gone, mail) => {
      const missing = sayResponses('responses/gone', { platform: 'mailbox', clue });
      expect(wordStatement(missing, language)).toContain(gone);
      const waits = { ...wait, link: 'INBOX: “Parking”', mail: true as const, others: 0, timeZone };
      expect(wordStatement(sayResponses('responses/waiting', waits), language)).toContain(mail);
    },
  );
});
