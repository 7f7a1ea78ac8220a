import type { Reader } from '../../functions/notify/render.ts';
import { noticeText } from '../../shared/evaluation/notifications/notice-text.ts';
import { responseWords } from '../../shared/i18n/responses.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Notice, Notification } from '../../shared/model/notification.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { unmeasured } from './unmeasured.ts';

export const timeZone = 'Europe/Kyiv';

const slow = anIncident({
  checkId: 'website/page-load:/prices@mobile',
  light: 'yellow',
  worstLight: 'yellow',
  actual: '3.1 s',
  comparison: { value: 3100, bound: 2500, side: 'at-most' },
});
const slowReason = 'The main content is visible after 3.1 s (expected at most 2.5 s).';
const aSlowPage = (overrides: Partial<Notice> = {}): Notice =>
  aNotice({
    checkId: slow.checkId,
    light: 'yellow',
    incident: { ...slow, reason: slowReason },
    text: slowReason,
    ...overrides,
  });
const resolved = anIncident({ ...aNotice().incident, state: 'resolved', resolvedAt: '2026-11-23T11:05:00.000Z' });

const wrongPhone = 'The page shows +380 44 765 43 21 instead of +380 44 123 45 67.';
const aWrongPhone: Notice = aNotice({
  checkId: 'website/contacts@mobile',
  incident: anIncident({
    checkId: 'website/contacts@mobile',
    reason: wrongPhone,
    expected: 'none',
    actual: '1',
    measurement: 'expectedWrong',
    comparison: { value: 1, bound: 0, side: 'at-most' },
  }),
  text: wrongPhone,
});
const siteDown = 'coffeelab.example refuses the connection: no web server is listening there.';
const aSiteDown: Notice = aNotice({
  checkId: 'website/availability',
  incident: anIncident({
    checkId: 'website/availability',
    reason: siteDown,
    expected: 'The website answers',
    actual: siteDown,
    measurement: null,
    cause: 'unreachable',
  }),
  text: `${siteDown} Also affected: website/page-load@mobile, website/form.`,
  alsoAffected: ['website/page-load@mobile', 'website/form'],
});
/** Grey since 08:00 in Kyiv, and told three hours later. */
const aBlindness = (checkId: string, cause: string, reason: string): Notice => {
  const unknownSince = '2026-11-23T06:00:00.000Z';
  const status = aStatus({ checkId, light: 'unknown', unknownSince, lastReason: reason });
  return aNotice({
    ...{ checkId, reason: 'blind', light: 'unknown', subjectAt: unknownSince, incident: null },
    text: noticeText.blind(status),
    blindness: { cause, reason },
  });
};
const aBotWall = (checkId: string) => aBlindness(checkId, 'bot-wall', 'A bot wall stood before the page.');
const aSight = (light: Notice['light'], lastReason: string): Notice =>
  aNotice({ reason: 'sighted', light, incident: null, text: noticeText.sighted(aStatus({ lastReason })) });
const broken = anIncident({ ...aNotice().incident });
const verySlowReason = 'The main content is visible after 6.1 s (expected at most 2.5 s).';
const verySlow = anIncident({
  ...slow,
  ...{ light: 'red', worstLight: 'red', reason: verySlowReason, actual: '6.1 s' },
  comparison: { value: 6140, bound: 2500, side: 'at-most' },
});

/** Every kind of message, as ops would get it. */
const kinds: Readonly<Record<string, Notification>> = {
  opened: aNotification(),
  'opened-site-down': aNotification({ notices: [aSiteDown] }),
  'opened-wrong-phone': aNotification({ notices: [aWrongPhone] }),
  'opened-in-three-checks': aNotification({
    notices: [aNotice(), aSlowPage(), aBotWall('website/contacts@mobile')],
  }),
  'opened-the-day-before': aNotification({ createdAt: '2026-11-24T06:00:00.000Z', notices: [aSlowPage()] }),
  worsened: aNotification({
    notices: [aNotice({ reason: 'worsened', text: noticeText.worsened(broken) })],
  }),
  'worsened-slow-page': aNotification({
    notices: [
      aNotice({ checkId: slow.checkId, reason: 'worsened', incident: verySlow, text: noticeText.worsened(verySlow) }),
    ],
  }),
  reminder: aNotification({
    createdAt: '2026-11-25T09:06:00.000Z',
    notices: [aNotice({ reason: 'reminder', n: 2, text: noticeText.reminder(broken, '2026-11-25T09:06:00.000Z') })],
  }),
  resolved: aNotification({
    createdAt: '2026-11-23T11:06:00.000Z',
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'green',
        incident: resolved,
        text: noticeText.resolved(resolved),
      }),
    ],
  }),
  removed: aNotification({
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'unknown',
        text: noticeText.removed(broken),
      }),
    ],
  }),
  stable: aNotification({
    notices: [aNotice({ reason: 'resolved', light: 'green', incident: null, text: noticeText.stable() })],
  }),
  blind: aNotification({ notices: [aBotWall('website/form')] }),
  'blind-without-access': aNotification({
    touchpointId: 'facebook',
    notices: [aBlindness('facebook/responses', 'auth', 'Facebook does not accept the token: it has expired.')],
  }),
  ...unmeasured(broken, resolved),
  sighted: aNotification({ notices: [aSight('green', 'The form works.')] }),
  'sighted-and-ill': aNotification({ notices: [aSight('red', 'The contact form answers 500.')] }),
  flapping: aNotification({
    notices: [
      aNotice({
        reason: 'flapping',
        text: noticeText.flapping(5, 20),
        changes: { count: 5, runs: 20 },
      }),
    ],
  }),
};

/** A poll writes this in the business's own language, so that each language has its own notification. */
function aNudge(language: Language): Notification {
  const words = responseWords[language];
  const answerBy = words.moment('2026-11-23T11:20:00.000Z', timeZone);
  const wait = { link: 'https://www.facebook.com/555/posts/1001?comment_id=7', waited: 190, answerBy };
  return aNotification({
    touchpointId: 'facebook',
    notices: [
      aNotice({
        checkId: 'facebook/responses',
        reason: 'nudge',
        light: 'yellow',
        incident: null,
        text: words.nudge([wait], 2),
      }),
    ],
  });
}

export const kindsIn = (language: Language): Readonly<Record<string, Notification>> => ({
  ...kinds,
  'opened-in-the-account': aNotification({ notices: [aNotice({ incident: { ...broken, evidence: [evidence] } })] }),
  nudge: aNudge(language),
});
const evidence = 'evidence/website/form/2026-11-23T09%3A05%3A00.000Z/screenshot.png';
/** As the deployed notify step says it. */
export const inTheAccount: Pick<Reader, 'evidenceAt'> = {
  evidenceAt: (reference) => `s3://touchlight-evidence/${reference}`,
};
