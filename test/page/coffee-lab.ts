import { boardEntry } from '../../shared/evaluation/board/board-entry.ts';
import type { Acknowledgement } from '../../shared/model/acknowledgement.ts';
import type { BoardEntry } from '../../shared/model/board.ts';
import type { Configuration, Language, Maintenance } from '../../shared/model/business.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Sent } from '../../shared/model/notification.ts';
import type { Status } from '../../shared/model/status.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aBusiness, aConversation } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aCause } from '../support/said.ts';
import { noon } from './a-page.ts';

/** What is known of Coffee Lab, and nothing else is. */
export interface Known {
  readonly statuses?: readonly Status[];
  readonly incidents?: readonly Incident[];
  readonly acknowledgements?: readonly Acknowledgement[];
  readonly maintenance?: readonly Maintenance[];
  readonly sent?: readonly Sent[];
  readonly conversations?: readonly Conversation[];
  /** When the board was put together. */
  readonly readAt?: string;
  /** Of the website. */
  readonly strip?: string;
}

export function coffeeLab(language: Language = 'en'): Configuration {
  return aBusiness(`language: ${language}`);
}

/** A table that knows this, with the board that notify would have made of it. */
export function storesOf(configuration: Configuration, known: Known): Stores {
  const {
    statuses = [],
    incidents = [],
    acknowledgements = [],
    maintenance = [],
    sent = [],
    conversations = [],
  } = known;
  const entries = configuration.touchpoints.flatMap(({ id, checks }): BoardEntry[] => {
    const own = statuses.filter(({ touchpointId }) => touchpointId === id);
    const strip = { until: '2026-11-22', lights: id === 'website' ? (known.strip ?? '') : '' };
    const holding = acknowledgements.filter(({ withdrawnAt }) => withdrawnAt === null);
    const now = known.readAt ?? noon;
    const entry = boardEntry({
      touchpointId: id,
      statuses: own,
      checks,
      acknowledgements: holding,
      maintenance,
      strip,
      now,
    });
    return own.length === 0 || entry === null ? [] : [entry];
  });
  const within = (at: string | null, { from, to }: { from: string; to: string }): boolean =>
    at !== null && at >= from && at < to;
  const empty = emptyStores();
  return emptyStores({
    board: { ...empty.board, list: async () => entries },
    statuses: { ...empty.statuses, load: async (_, id) => statuses.find(({ checkId }) => checkId === id) ?? null },
    incidents: {
      ...empty.incidents,
      list: async (_, range) => incidents.filter(({ openedAt }) => within(openedAt, range)),
    },
    sent: { ...empty.sent, list: async (_, range) => sent.filter(({ subjectAt }) => within(subjectAt, range)) },
    acknowledgements: {
      ...empty.acknowledgements,
      list: async (_, range) => acknowledgements.filter(({ subjectAt }) => within(subjectAt, range)),
    },
    maintenance: {
      ...empty.maintenance,
      list: async (_, range) => maintenance.filter(({ from }) => within(from, range)),
    },
    conversations: {
      ...empty.conversations,
      list: async (id) => conversations.filter(({ checkId }) => checkId === id),
    },
  });
}

/** Every check has just been green. */
export function allGreen({ touchpoints }: Configuration, lastRunAt = '2026-11-23T09:57:00.000Z'): Status[] {
  return touchpoints.flatMap(({ id, checks }) =>
    checks.map((check) => aStatus({ touchpointId: id, checkId: check.id, lastRunAt })),
  );
}

export const openedAt = '2026-11-23T09:05:00.000Z';

/** The form has answered 500 since 11:00. */
export const brokenForm = anIncident({
  checkId: 'website/form',
  finding: aCause(
    sayForm('form/endpoint-broken', { status: 500, url: 'https://coffeelab.example/send' }),
    'form-error',
  ),
  cause: 'form-error',
  evidence: [
    '.touchlight/evidence/website_form/2026-11-23T09-05-00.000Z-screenshot.jpg',
    '.touchlight/evidence/website_form/2026-11-23T09-05-00.000Z-requests.json',
  ],
});

/** The same statuses, but for those that these replace. */
export function withStatuses(all: readonly Status[], ...others: readonly Status[]): Status[] {
  return [...all.filter((each) => !others.some(({ checkId }) => checkId === each.checkId)), ...others];
}

export function ill(incident: Incident, overrides: Partial<Status> = {}): Status {
  const { touchpointId, checkId, light, finding } = incident;
  return aStatus({
    ...{ touchpointId, checkId, light, lightSince: incident.suspectedAt, lastFinding: finding, incident },
    lastRunAt: '2026-11-23T09:55:00.000Z',
    ...overrides,
  });
}

/** Facebook's answer cannot be read. */
export function unmeasured(checkId: string, touchpointId: string): Status {
  return aStatus({
    ...{ checkId, touchpointId, light: 'unknown', lightSince: '2026-11-23T08:00:00.000Z' },
    ...{ lastRunAt: '2026-11-23T09:50:00.000Z', lastOutcome: 'unknown', lastCause: 'auth' },
    lastFinding: aCause(
      {
        id: 'responses/auth',
        params: {
          platform: 'facebook',
          secret: 'facebook-page-token',
          clue: { id: 'responses/dead-token', params: {} },
        },
      },
      'auth',
    ),
  });
}

export function acknowledged(overrides: Partial<Acknowledgement> = {}): Acknowledgement {
  return {
    touchpointId: 'website',
    checkId: 'website/form',
    subjectAt: openedAt,
    acknowledgedAt: '2026-11-23T09:20:00.000Z',
    why: '',
    by: 'olena@coffeelab.example',
    withdrawnAt: null,
    ...overrides,
  };
}

export function alertSent(overrides: Partial<Sent> = {}): Sent {
  return {
    ...{ touchpointId: 'website', checkId: 'website/form', subjectAt: openedAt },
    ...{ reason: 'opened', n: 1, light: 'red', sentAt: '2026-11-23T09:06:00.000Z' },
    ...overrides,
  };
}

export const waitingCustomers: readonly Conversation[] = [
  aConversation({ id: 'one', author: 'Olena K.' }),
  aConversation({
    id: 'two',
    author: 'Mia',
    waitingSince: '2026-11-23T09:00:00.000Z',
    startedAt: '2026-11-23T09:00:00.000Z',
  }),
];
