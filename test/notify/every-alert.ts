import type { Reader } from '../../functions/notify/render.ts';
import type { Statement } from '../../shared/model/finding.ts';
import type { Notice, Notification } from '../../shared/model/notification.ts';
import { sayNetworkFault, saySite } from '../../shared/model/site-statements.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';
import { sayFormArrival } from '../../shared/probes/form-arrival/statements.ts';
import { sayPageLoad } from '../../shared/probes/page-load/statements.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { sayScorecard } from '../../shared/probes/scorecard/statements.ts';
import { sayShopper } from '../../shared/probes/shopper/statements.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { anIncident } from '../support/a-status.ts';
import { aCause, slowPage } from '../support/said.ts';
import { unmeasured } from './unmeasured.ts';

export const timeZone = 'Europe/Kyiv';

const slow = anIncident({
  checkId: 'website/page-load:/prices@mobile',
  light: 'yellow',
  worstLight: 'yellow',
  finding: {
    ...slowPage(3100),
    because: sayPageLoad('page-load/paint-download', {
      ...{ device: 'mobile', partMs: 1900 },
      element: { what: 'picture', address: '/hero.jpg' },
      file: { bytes: 1_400_000, meanwhile: null },
    }),
  },
});
const aSlowPage = (overrides: Partial<Notice> = {}): Notice =>
  aNotice({ checkId: slow.checkId, light: 'yellow', incident: slow, ...overrides });
const resolved = anIncident({ ...aNotice().incident, state: 'resolved', resolvedAt: '2026-11-23T11:05:00.000Z' });

const aWrongPhone: Notice = aNotice({
  checkId: 'website/contacts@mobile',
  incident: anIncident({
    checkId: 'website/contacts@mobile',
    finding: {
      ...{ kind: 'measurement', id: 'expectedWrong', value: 1, bound: 0, side: 'at-most', unit: 'count' },
      because: sayContacts('contacts/expected-wrong', {
        contacts: [{ kind: 'phone', wanted: '+380 44 123 45 67', shown: ['+380447654321'] }],
      }),
    },
  }),
});
const arrivalId = 'website/form-arrival';
const sentAtNine = { sentAt: '2026-11-23T08:49:00.000Z', timeZone };
const aLostMessage: Notice = aNotice({
  checkId: arrivalId,
  incident: anIncident({
    checkId: arrivalId,
    cause: 'message-lost',
    finding: aCause(
      sayFormArrival('form-arrival/never', {
        ...sentAtNine,
        ...{ confirmed: true, withinMinutes: 15, mailbox: 'info@coffeelab.example' },
      }),
      'message-lost',
    ),
  }),
});
const aMessageInSpam: Notice = aNotice({
  checkId: arrivalId,
  light: 'yellow',
  incident: anIncident({
    ...{ checkId: arrivalId, light: 'yellow', worstLight: 'yellow' },
    finding: {
      ...{ kind: 'measurement', id: 'inSpam', value: 1, bound: 0, side: 'at-most', unit: 'count' },
      because: sayFormArrival('form-arrival/in-spam', { ...sentAtNine, folder: 'Junk' }),
    },
  }),
});
const asked = { token: 'TL-7K3Q9ZB', to: 'hello@coffeelab.example', ...sentAtNine };
const anUnansweredEnquiry: Notice = aNotice({
  checkId: 'enquiries/shopper',
  incident: anIncident({
    checkId: 'enquiries/shopper',
    finding: {
      ...{ kind: 'measurement', id: 'overdue', value: 1, bound: 0, side: 'at-most', unit: 'count' },
      because: sayShopper('shopper/unanswered', { ...asked, slaMinutes: 240, acknowledged: true }),
    },
  }),
});
const anUndeliverableEnquiry: Notice = aNotice({
  checkId: 'enquiries/shopper',
  incident: anIncident({
    checkId: 'enquiries/shopper',
    cause: 'undeliverable',
    finding: aCause(sayShopper('shopper/undeliverable', asked), 'undeliverable'),
  }),
});
const aCriticalFailure: Notice = aNotice({
  checkId: 'shop-floor/scorecard',
  incident: anIncident({
    checkId: 'shop-floor/scorecard',
    finding: {
      ...{ kind: 'measurement', id: 'criticalFailures', value: 1, bound: 0, side: 'at-most', unit: 'count' },
      because: sayScorecard('scorecard/critical', {
        ...{ asked: 'Was the question solved?', at: '2026-11-22T10:00:00.000Z', others: 0, score: 0.78 },
        ...{ n: 4, newestAt: '2026-11-22T10:00:00.000Z', timeZone, unread: [] },
      }),
    },
  }),
});
const aSiteDown: Notice = aNotice({
  checkId: 'website/availability',
  incident: anIncident({
    checkId: 'website/availability',
    finding: aCause(sayNetworkFault('refused', 'https://coffeelab.example/', { code: 'ECONNREFUSED' }), 'unreachable'),
    cause: 'unreachable',
  }),
  alsoAffected: ['website/page-load@mobile', 'website/form'],
});
/** Grey since 08:00 in Kyiv, and sent three hours later. */
const unmeasurable = (checkId: string, cause: string, says: Statement): Notice =>
  aNotice({
    ...{ checkId, reason: 'blind', light: 'unknown', subjectAt: '2026-11-23T06:00:00.000Z', incident: null },
    blindness: { cause, finding: aCause(says, cause) },
  });
const aBotWall = (checkId: string) =>
  unmeasurable(
    checkId,
    'bot-wall',
    saySite('site/bot-wall', {
      ...{ url: 'https://coffeelab.example/', status: 403, statusText: 'Forbidden' },
      ...{ userAgent: 'Touchlight', vendor: 'Cloudflare' },
    }),
  );
const measurableAgain = (light: Notice['light']): Notice => aNotice({ reason: 'sighted', light, incident: null });
const broken = anIncident({ ...aNotice().incident });
const verySlow = anIncident({ ...slow, ...{ light: 'red', worstLight: 'red' }, finding: slowPage(6140) });

const evidence = 'evidence/website/form/2026-11-23T09%3A05%3A00.000Z/screenshot.png';

/** Every kind of message, as ops would get it. */
const kinds: Readonly<Record<string, Notification>> = {
  opened: aNotification(),
  'opened-site-down': aNotification({ notices: [aSiteDown] }),
  'opened-wrong-phone': aNotification({ notices: [aWrongPhone] }),
  'opened-message-lost': aNotification({ notices: [aLostMessage] }),
  'opened-message-in-spam': aNotification({ notices: [aMessageInSpam] }),
  'opened-enquiry-unanswered': aNotification({ touchpointId: 'enquiries', notices: [anUnansweredEnquiry] }),
  'opened-enquiry-undeliverable': aNotification({ touchpointId: 'enquiries', notices: [anUndeliverableEnquiry] }),
  'opened-scorecard-critical': aNotification({ touchpointId: 'shop-floor', notices: [aCriticalFailure] }),
  'opened-in-three-checks': aNotification({
    notices: [aNotice(), aSlowPage(), aBotWall('website/contacts@mobile')],
  }),
  'opened-the-day-before': aNotification({ createdAt: '2026-11-24T06:00:00.000Z', notices: [aSlowPage()] }),
  worsened: aNotification({
    notices: [aNotice({ reason: 'worsened' })],
  }),
  'worsened-slow-page': aNotification({
    notices: [aNotice({ checkId: slow.checkId, reason: 'worsened', incident: verySlow })],
  }),
  reminder: aNotification({
    createdAt: '2026-11-25T09:06:00.000Z',
    notices: [aNotice({ reason: 'reminder', n: 2 })],
  }),
  escalated: aNotification({
    createdAt: '2026-11-23T09:45:00.000Z',
    notices: [aNotice({ reason: 'escalated', overdue: { minutes: 30, inBusinessHours: false } })],
  }),
  'escalated-slow-page': aNotification({
    createdAt: '2026-11-23T13:15:00.000Z',
    notices: [aSlowPage({ reason: 'escalated', overdue: { minutes: 240, inBusinessHours: true } })],
  }),
  resolved: aNotification({
    createdAt: '2026-11-23T11:06:00.000Z',
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'green',
        incident: resolved,
      }),
    ],
  }),
  removed: aNotification({
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'unknown',
      }),
    ],
  }),
  stable: aNotification({
    notices: [aNotice({ reason: 'resolved', light: 'green', incident: null })],
  }),
  blind: aNotification({ notices: [aBotWall('website/form')] }),
  'blind-without-access': aNotification({
    touchpointId: 'facebook',
    notices: [
      unmeasurable(
        'facebook/responses',
        'auth',
        sayResponses('responses/auth', {
          ...{ platform: 'facebook', secret: 'facebook' },
          clue: sayResponses('responses/error-code', { code: 190, subcode: 463 }),
        }),
      ),
    ],
  }),
  ...unmeasured(resolved),
  sighted: aNotification({ notices: [measurableAgain('green')] }),
  'sighted-and-ill': aNotification({ notices: [measurableAgain('red')] }),
  flapping: aNotification({
    notices: [
      aNotice({
        reason: 'flapping',
        changes: { count: 5, runs: 20 },
      }),
    ],
  }),
};

const aNudge = aNotification({
  touchpointId: 'facebook',
  notices: [
    aNotice({
      ...{ checkId: 'facebook/responses', reason: 'nudge', light: 'yellow', incident: null },
      says: sayResponses('responses/nudge', {
        waits: [
          {
            link: 'https://www.facebook.com/555/posts/1001?comment_id=7',
            waitedMinutes: 190,
            dueAt: '2026-11-23T11:20:00.000Z',
          },
        ],
        others: 2,
        timeZone,
      }),
    }),
  ],
});

export const everyKind: Readonly<Record<string, Notification>> = {
  ...kinds,
  'opened-in-the-account': aNotification({ notices: [aNotice({ incident: { ...broken, evidence: [evidence] } })] }),
  nudge: aNudge,
  'opened-with-a-page': aNotification({ notices: [aNotice(), aSlowPage()] }),
  'resolved-with-a-page': aNotification({
    ...{ light: 'green', reason: 'resolved' },
    notices: [aSlowPage({ light: 'green', reason: 'resolved', incident: resolved })],
  }),
};
/** A stack with a live page. */
export const withAPage: Pick<Reader, 'pageAt'> = {
  pageAt: (path) => `https://status.coffeelab.example/in/v1.token?to=${encodeURIComponent(path)}`,
};
/** As the deployed notify step says it. */
export const inTheAccount: Pick<Reader, 'evidenceAt'> = {
  evidenceAt: (reference) => `s3://touchlight-evidence/${reference}`,
};
