import type { TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { sayNetworkFault } from '../../shared/model/site-statements.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { anIncident } from '../support/a-status.ts';
import { aConversation } from '../support/a-week.ts';
import { aCause, slowPage } from '../support/said.ts';
import { healthy } from './healthy-history.ts';
import { week } from './week-47.ts';

/** Since Tuesday afternoon; a week in which the site was also slow for an hour and repaired. */
export function withBrokenForm(history: TouchpointHistory): TouchpointHistory {
  const form = anIncident({
    checkId: 'website/form',
    suspectedAt: '2026-11-17T12:05:00.000Z',
    openedAt: '2026-11-17T12:10:00.000Z',
    finding: aCause(sayForm('form/server-error', { status: 500 }), 'form-error'),
    cause: 'form-error',
  });
  const slow = anIncident({
    state: 'resolved',
    suspectedAt: '2026-11-19T09:00:00.000Z',
    openedAt: '2026-11-19T09:05:00.000Z',
    resolvedAt: '2026-11-19T10:10:00.000Z',
    worstLight: 'yellow',
    light: 'yellow',
    finding: slowPage(6140),
  });
  return {
    ...history,
    statuses: history.statuses.map((status) =>
      status.checkId === 'website/form'
        ? { ...status, light: 'red', lightSince: form.suspectedAt, incident: form, lastFinding: form.finding }
        : status,
    ),
    incidents: [form, slow],
    days: history.days.map(({ checkId, day }) =>
      checkId === 'website/form' && day.date >= '2026-11-17'
        ? { checkId, day: { ...day, runs: { green: 0, yellow: 0, red: 6, unknown: 0 } } }
        : checkId === slow.checkId && day.date === '2026-11-19'
          ? { checkId, day: { ...day, runs: { green: 45, yellow: 3, red: 0, unknown: 0 } } }
          : { checkId, day },
    ),
  };
}

export function failing(touchpoint: Touchpoint): TouchpointHistory {
  const { id: touchpointId, checks } = touchpoint;
  const history = healthy(touchpoint);
  const incidents = checks.map(({ id, probe }) =>
    anIncident({
      touchpointId,
      checkId: id,
      suspectedAt: '2026-11-20T14:00:00.000Z',
      openedAt: '2026-11-20T14:05:00.000Z',
      ...(probe === 'responses' ? { finding: tooLate } : { cause: 'unreachable', finding: noAnswer }),
    }),
  );
  const social = checks.filter(({ probe }) => probe === 'responses');
  return {
    ...history,
    statuses: history.statuses.map((status, n) => ({
      ...status,
      light: 'red',
      lightSince: '2026-11-20T14:00:00.000Z',
      incident: incidents[n] ?? null,
      lastFinding: incidents[n]?.finding ?? noAnswer,
    })),
    incidents,
    days: history.days.map(({ checkId, day }) =>
      day.date >= '2026-11-20'
        ? { checkId, day: { ...day, runs: { green: 0, yellow: 0, red: 24, unknown: 0 } } }
        : { checkId, day },
    ),
    conversations: [...history.conversations, ...social.flatMap(({ id }) => waiting(id))],
    sent: incidents.map(({ checkId, openedAt }) => ({
      touchpointId,
      checkId,
      subjectAt: openedAt ?? '',
      reason: 'opened' as const,
      n: 1,
      light: 'red' as const,
      sentAt: '2026-11-20T14:06:00.000Z',
    })),
  };
}

const noAnswer = aCause(
  sayNetworkFault('refused', 'https://coffeelab.example/', { code: 'ECONNREFUSED' }),
  'unreachable',
);
const tooLate: Finding = {
  ...{ kind: 'measurement', id: 'overdue', value: 5, bound: 0, side: 'at-most', unit: 'count' },
  because: sayResponses('responses/overdue', {
    link: 'https://social.example/posts/1?a=1&b=2',
    ...{ waitedMinutes: 540, dueAt: '2026-11-20T14:00:00.000Z', others: 4, timeZone: 'Europe/Kyiv' },
  }),
};

/** What was promised is over on Friday at four, twenty minutes later for each further customer. */
const waitsSince: Readonly<Record<string, string>> = {
  'facebook/responses': '2026-11-20T10:00:00.000Z',
  'google-reviews/responses': '2026-11-18T08:00:00.000Z',
  'youtube/responses': '2026-11-19T15:00:00.000Z',
};

function waiting(checkId: string) {
  return [
    ['Olena K.', 'I ordered two bags last Monday. Where is my parcel? <b>Third</b> time I ask!'],
    ['Петро С.', 'Чи працюєте ви в неділю?'],
    ['رامي ح.', 'هل لديكم قهوة بدون كافيين؟ <script>alert(1)</script>'],
    ['Mia 🐱', 'Love it ☕️👩‍👩‍👧 – but is the Wi‑Fi free?'],
    ['', ''],
  ].map(([author = '', text = ''], n) =>
    aConversation({
      checkId,
      id: `w${n}`,
      waitingSince: toInstant(Date.parse(waitsSince[checkId] ?? '') + n * 20 * 60_000),
      author,
      text,
      permalink: n === 3 ? 'javascript:alert(1)' : `https://social.example/posts/${n}?a=1&b=2`,
    }),
  );
}

/** 400 short incidents in one week, on phones and desktops by turns. */
export function restless(history: TouchpointHistory): TouchpointHistory {
  const incidents = Array.from({ length: 400 }, (_, n) => {
    const from = Date.parse(week.from) + n * 24 * 60_000;
    return anIncident({
      checkId: n % 2 === 0 ? 'website/page-load@mobile' : 'website/page-load@desktop',
      state: 'resolved',
      suspectedAt: toInstant(from),
      openedAt: toInstant(from + 5 * 60_000),
      resolvedAt: toInstant(from + (10 + (n % 30)) * 60_000),
      worstLight: n % 3 === 0 ? 'yellow' : 'red',
      finding: slowPage(6140),
    });
  });
  return {
    ...history,
    incidents,
    days: history.days.map(({ checkId, day }) =>
      checkId.includes('page-load') && day.date >= '2026-11-16'
        ? { checkId, day: { ...day, runs: { green: 20, yellow: 8, red: 20, unknown: 0 } } }
        : { checkId, day },
    ),
  };
}

/** A page whose title is an attack, and a check that is blind. */
export function hostile(history: TouchpointHistory): TouchpointHistory {
  const attack = '</td></table><script>alert("x")</script><img src=x onerror=alert(1)>\u202eevil 🧨';
  const contacts = anIncident({
    checkId: 'website/contacts@mobile',
    suspectedAt: '2026-11-22T20:00:00.000Z',
    openedAt: '2026-11-22T20:05:00.000Z',
    finding: {
      ...{ kind: 'measurement', id: 'expectedWrong', value: 1, bound: 0, side: 'at-most', unit: 'count' },
      because: sayContacts('contacts/expected-wrong', {
        contacts: [{ kind: 'phone', wanted: '+380 44 123 45 67', shown: [attack] }],
      }),
    },
  });
  return {
    ...history,
    incidents: [...history.incidents, contacts],
    statuses: history.statuses.map((status) => {
      if (status.checkId === contacts.checkId)
        return { ...status, light: 'red', incident: contacts, lastFinding: contacts.finding };
      if (status.checkId !== 'website/lighthouse') return status;
      return {
        ...status,
        light: 'unknown',
        lightSince: '2026-11-21T10:00:00.000Z',
        unknownSince: '2026-11-21T10:00:00.000Z',
        lastFinding: aCause('Lighthouse gave no score: the page did not finish painting.', 'no-valid-run'),
        lastCause: 'no-valid-run',
      };
    }),
  };
}
