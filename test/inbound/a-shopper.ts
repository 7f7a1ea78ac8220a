import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { findingOf, judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Maintenance } from '../../shared/model/business.ts';
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
import { aBucket, type Bucket } from '../support/a-bucket.ts';
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

const chatFile = (settings: string): string => `business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { live-chat: { chat: tawk, ask: weekly } } }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound, sla: { firstResponse: 4h } }${settings}
`;

interface Told extends Pick<Result, 'cause' | 'measurements'> {
  readonly light: Light;
  readonly says: string;
}

/** A shopper that asks through a form or in the chat, and whose mail SES receives; the story decides what becomes of each visit that it asks for. */
export class ShopperByForm {
  readonly bucket: Bucket;
  readonly enquiries = memoryEnquiries();
  readonly submissions = emptySubmissions();
  readonly visits: VisitRequest[] = [];
  now = Date.parse('2026-11-16T07:30:00Z'); // Monday, 9:30 in Kyiv, half an hour after opening
  /** What the queue of visits says when it takes none. */
  queueFault: string | null = null;
  /** What is not there. */
  lacks: readonly (keyof PollDeps)[] = [];
  /** Announced at the command line. */
  announced: readonly Maintenance[] = [];
  readonly #check: Check;
  /** The check under whose name the visit is made. */
  readonly #visited: string;
  readonly #conversations = memoryStore();

  private constructor(bucket: Bucket, check: Check, visited: string) {
    this.bucket = bucket;
    this.#check = check;
    this.#visited = visited;
  }

  static async open(settings = ''): Promise<ShopperByForm> {
    return new ShopperByForm(await aBucket(), checkIn(file(settings), 'enquiries/shopper'), 'enquiries/form');
  }

  static async openChat(settings = ''): Promise<ShopperByForm> {
    const id = 'website/chat-question';
    return new ShopperByForm(await aBucket(), checkIn(chatFile(settings), id), id);
  }

  close(): void {
    this.bucket.close();
  }

  /** Minutes later, one run. */
  async run(minutes = 0): Promise<Told> {
    this.now += minutes * minuteMs;
    const { inboxes, formVisits, ...others } = this.#deps();
    return told(this.#check, this.now, {
      ...others,
      ...(inboxes && !this.lacks.includes('inboxes') && { inboxes }),
      ...(formVisits && !this.lacks.includes('formVisits') && { formVisits }),
    });
  }

  /** What the browser writes down of the latest visit. */
  async visited(written: Partial<Submission> = {}): Promise<void> {
    const asked = this.visits.at(-1);
    if (asked === undefined) throw new Error('No visit has been asked for.');
    const { scheduledAt } = asked;
    await this.submissions.claim(
      aSubmission({ checkId: this.#visited, scheduledAt, sentAt: toInstant(this.now), ...written }),
    );
  }

  receive(name: string, mail: MailParts): void {
    this.bucket.put(`inbox/enquiries/${name}`, stamped(aMail(mail), this.now - 5000), this.now - 3000);
  }

  get enquiry(): TestEnquiry {
    const newest = this.enquiries.all.at(-1);
    if (newest === undefined) throw new Error('Nothing has been asked yet.');
    return newest;
  }

  async #send(requests: readonly VisitRequest[]): Promise<void> {
    if (this.queueFault !== null) throw new Error(this.queueFault);
    this.visits.push(...requests);
  }

  #deps(): PollDeps {
    return {
      secrets: { read: () => Promise.reject(new Error('Received mail is read without a secret.')) },
      conversations: this.#conversations,
      enquiries: this.enquiries,
      maintenance: { list: async (id) => this.announced.filter(({ touchpointId }) => touchpointId === id) },
      submissions: this.submissions,
      formVisits: { send: (requests) => this.#send(requests) },
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      inboxes: createS3Inboxes(this.bucket.name, this.bucket.client),
      now: () => this.now,
      progress: () => {},
      onFault: () => {},
      network: 'any',
      sleep: async () => {},
    };
  }
}

function checkIn(text: string, id: string): Check {
  const checks = read(text).touchpoints.flatMap((each) => each.checks);
  const check = checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`The file has no ${id}.`);
  return check;
}

async function told(check: Check, now: number, deps: PollDeps): Promise<Told> {
  const [result] = await runPoll({ scheduledAt: toInstant(now), confirmation: false, checks: [check] }, deps);
  if (result === undefined) throw new Error('A poll yields a result.');
  const judgement = judge(result, check);
  const says = wordFinding(findingOf(judgement, result), check.probe, 'en').sentence;
  return { light: judgement.light, says, cause: result.cause, measurements: result.measurements };
}
