import type { Language } from '../../shared/model/business.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { slowPage } from '../support/said.ts';
import {
  acknowledged,
  alertSent,
  allGreen,
  brokenForm,
  coffeeLab,
  ill,
  type Known,
  openedAt,
  unmeasured,
  waitingCustomers,
  withStatuses,
} from './coffee-lab.ts';

const working: Readonly<Record<Language, string>> = {
  en: 'Calling the host',
  uk: 'Телефоную хостингу',
  ru: 'Звоню хостингу',
};
const moving: Readonly<Record<Language, string>> = {
  en: 'Moving to a new host',
  uk: 'Переїзд на новий хостинг',
  ru: 'Переезд на новый хостинг',
};

const slow = anIncident({
  light: 'yellow',
  worstLight: 'red',
  finding: slowPage(3100),
  suspectedAt: '2026-11-22T07:40:00.000Z',
  openedAt: '2026-11-22T08:10:00.000Z',
});

/** What the page looks like at Coffee Lab, by the name of the state. */
export const states = {
  'all-green': (language: Language): Known => ({
    statuses: allGreen(coffeeLab(language)),
    strip: `${'-'.repeat(10)}${'g'.repeat(20)}`,
  }),
  trouble: (language: Language): Known => ({
    statuses: withStatuses(
      allGreen(coffeeLab(language)),
      ill(brokenForm),
      ill(slow),
      unmeasured('facebook/responses', 'facebook'),
      aStatus({ touchpointId: 'youtube', checkId: 'youtube/responses', lastRunAt: '2026-11-20T09:00:00.000Z' }),
    ),
    acknowledgements: [acknowledged({ checkId: slow.checkId, subjectAt: slow.openedAt ?? '', why: working[language] })],
    maintenance: [
      {
        ...{ touchpointId: 'facebook', from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T12:00:00.000Z' },
        ...{ why: moving[language], by: 'olena@coffeelab.example' },
      },
    ],
    conversations: waitingCustomers,
    strip: `${'g'.repeat(20)}-uggyyrggr`,
  }),
  'not-updated': (language: Language): Known => ({
    statuses: withStatuses(
      allGreen(coffeeLab(language), '2026-11-23T09:08:00.000Z'),
      ill(brokenForm, { lastRunAt: '2026-11-23T09:08:00.000Z' }),
    ),
    readAt: '2026-11-23T09:10:00.000Z',
  }),
  'nothing-yet': (): Known => ({}),
} as const;

/** The broken form at its stations. */
export const incidents = {
  open: (language: Language): Known => ({
    statuses: [ill(brokenForm)],
    acknowledgements: [acknowledged({ why: working[language] })],
    maintenance: [
      {
        ...{ touchpointId: 'website', from: '2026-11-23T09:30:00.000Z', to: '2026-11-23T09:50:00.000Z' },
        why: moving[language],
      },
    ],
    sent: [alertSent(), alertSent({ reason: 'worsened', sentAt: '2026-11-23T09:26:00.000Z' })],
  }),
  over: (language: Language): Known => ({
    statuses: allGreen(coffeeLab(language)),
    incidents: [{ ...brokenForm, state: 'resolved', resolvedAt: '2026-11-23T09:45:00.000Z' }],
    acknowledgements: [acknowledged({ withdrawnAt: '2026-11-23T09:40:00.000Z' })],
    sent: [alertSent(), alertSent({ reason: 'resolved', light: 'green', sentAt: '2026-11-23T09:46:00.000Z' })],
  }),
} as const;

export const incidentAddress = `/incident?${new URLSearchParams({ check: 'website/form', opened: openedAt })}`;
