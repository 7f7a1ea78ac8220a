import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { findingOf, judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Submission } from '../../shared/model/submission.ts';
import type { TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { read } from '../config/reading.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aBucket } from '../support/a-bucket.ts';
import { aSubmission } from '../support/a-submission.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { memoryEnquiries } from '../support/memory-enquiries.ts';
import { stamped } from './an-inbox.ts';

const file = (settings: string): string => `business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { form: { page: /contact } } }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound, sla: { firstResponse: 4h }${settings} }
`;

interface Told extends Pick<Result, 'cause' | 'measurements'> {
  readonly light: Light;
  readonly says: string;
}

/** A shopper that asks through a form and whose mail SES receives; the story decides what becomes of each visit that it asks for. */
export async function aShopperByForm(settings = '') {
  const bucket = await aBucket();
  const enquiries = memoryEnquiries();
  const submissions = emptySubmissions();
  const conversations = memoryStore();
  const visits: VisitRequest[] = [];
  const checks = read(file(settings)).touchpoints.flatMap((each) => each.checks);
  const check = checks.find(({ id }) => id === 'enquiries/shopper');
  if (check === undefined) throw new Error('The file has a shopper.');
  const story = {
    bucket,
    enquiries,
    submissions,
    check,
    visits,
    now: Date.parse('2026-11-16T07:30:00Z'), // Monday, 9:30 in Kyiv, half an hour after opening
    /** What the queue of visits says when it takes none. */
    queueFault: null as string | null,
    deps(): PollDeps {
      return {
        secrets: { read: () => Promise.reject(new Error('Received mail is read without a secret.')) },
        conversations,
        enquiries,
        submissions,
        formVisits: {
          async send(requests) {
            if (story.queueFault !== null) throw new Error(story.queueFault);
            visits.push(...requests);
          },
        },
        evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
        inboxes: createS3Inboxes(bucket.name, bucket.client),
        now: () => story.now,
        progress: () => {},
        onFault: () => {},
        network: 'any',
        sleep: async () => {},
      };
    },
    /** Minutes later, one run. */
    async run(minutes = 0): Promise<Told> {
      story.now += minutes * minuteMs;
      return told(check, story.now, story.deps());
    },
    /** What the browser writes down of the latest visit. */
    async visited(written: Partial<Submission> = {}): Promise<void> {
      const asked = visits.at(-1);
      if (asked === undefined) throw new Error('No visit has been asked for.');
      const { scheduledAt } = asked;
      const submission = aSubmission({
        checkId: 'enquiries/form',
        scheduledAt,
        sentAt: toInstant(story.now),
        ...written,
      });
      await submissions.claim(submission);
    },
    receive(name: string, mail: MailParts): void {
      bucket.put(`inbox/enquiries/${name}`, stamped(aMail(mail), story.now - 5000), story.now - 3000);
    },
    enquiry(): TestEnquiry {
      const newest = enquiries.all.at(-1);
      if (newest === undefined) throw new Error('Nothing has been asked yet.');
      return newest;
    },
  };
  return story;
}

async function told(check: Check, now: number, deps: PollDeps): Promise<Told> {
  const [result] = await runPoll({ scheduledAt: toInstant(now), confirmation: false, checks: [check] }, deps);
  if (result === undefined) throw new Error('A poll yields a result.');
  const judgement = judge(result, check);
  const says = wordFinding(findingOf(judgement, result), check.probe, 'en').sentence;
  return { light: judgement.light, says, cause: result.cause, measurements: result.measurements };
}
