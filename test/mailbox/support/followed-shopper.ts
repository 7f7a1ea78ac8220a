import type { SendMailOptions } from 'nodemailer';
import { runPoll } from '../../../functions/probe-social/run-poll.ts';
import { findingOf, judge } from '../../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { read } from '../../config/reading.ts';
import { memoryStore } from '../../social/support/memory-store.ts';
import { memoryEnquiries } from '../../support/memory-enquiries.ts';
import { inEnglish } from '../../support/said.ts';
import { password, user } from './mail-account.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { aPostOffice, type DeliveredMail, type PostOffice } from './post-office.ts';
import { Wire } from './wire.ts';

/** The business that is written to; the shopper's mailbox is the test server's. */
export const business = 'hello@firm.example';
export const shopper = user;

interface Told {
  readonly light: Light;
  readonly says: string;
  readonly result: ReturnType<typeof inEnglish<Result>>;
}

/** A shopper with a mailbox on a real IMAP server, a business, real SMTP between them, and a clock that the story moves. */
export class FollowedShopper {
  readonly enquiries = memoryEnquiries();
  readonly store = memoryStore();
  readonly server: TestMailServer;
  readonly post: PostOffice;
  readonly wire: Wire;
  /** What has come to the business. */
  readonly inbox: DeliveredMail[] = [];
  secret = password;
  /** Where the shopper's provider puts what comes. */
  folder = 'INBOX';
  /** What the mail server's clock is ahead of ours. */
  serverAheadMs = 0;
  now = Date.parse('2026-11-16T07:30:00Z'); // Monday, 9:30 in Kyiv, half an hour after opening
  readonly #settings: string;

  private constructor(server: TestMailServer, wire: Wire, post: PostOffice, settings: string) {
    this.server = server;
    this.wire = wire;
    this.post = post;
    this.#settings = settings;
  }

  static async open(settings = ''): Promise<FollowedShopper> {
    const server = await startMailServer();
    await server.createFolder('Junk');
    const wire = new Wire(server.port);
    await wire.open();
    const post = await aPostOffice((mail) => story.#deliver(mail));
    const story = new FollowedShopper(server, wire, post, settings);
    return story;
  }

  async close(): Promise<void> {
    await this.post.close();
    await this.wire.close();
    await this.server.stop();
  }

  async #deliver(mail: DeliveredMail): Promise<void> {
    if (mail.to === business) this.inbox.push(mail);
    else await this.server.put(this.folder, withReturnPath(mail), this.now + this.serverAheadMs);
  }

  get check(): Check {
    const [check] = read(this.#file()).touchpoints.flatMap(({ checks }) => checks);
    if (check === undefined) throw new Error('The file has a shopper.');
    return check;
  }

  #file(): string {
    return `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: enquiries
    kind: shopper
    to: ${business}
    address: ${shopper}
    server: 127.0.0.1:${this.wire.port}
    smtp: 127.0.0.1:${this.post.port}
    secret: shopper
    sla: { firstResponse: 4h }
${this.#settings}`;
  }

  get enquiry(): TestEnquiry {
    const newest = this.enquiries.all.at(-1);
    if (newest === undefined) throw new Error('Nothing has been asked yet.');
    return newest;
  }

  /** The mail that the business got first, or as the given one. */
  mail(index = 0): DeliveredMail {
    const mail = this.inbox[index];
    if (mail === undefined)
      throw new Error(`The business has ${this.inbox.length} mails, and none with the number ${index}.`);
    return mail;
  }

  /** Minutes later, one run. */
  async run(minutes = 0): Promise<Told> {
    this.now += minutes * minuteMs;
    const [told] = await this.runTwiceAtOnce(1);
    if (told === undefined) throw new Error('A run yields a result.');
    return told;
  }

  /** As when a run is delivered twice, or a person's run meets that of a watch. */
  async runTwiceAtOnce(times = 2): Promise<readonly Told[]> {
    return Promise.all(Array.from({ length: times }, () => this.#run()));
  }

  async #run(): Promise<Told> {
    const { check } = this;
    const request = { scheduledAt: toInstant(this.now), confirmation: false, checks: [check] };
    const [result] = await runPoll(request, {
      evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
      now: () => this.now,
      progress: () => {},
      onFault: (_, error) => {
        throw error;
      },
      network: 'any',
      secrets: { read: async () => this.secret },
      conversations: this.store,
      enquiries: this.enquiries,
      sleep: async (ms) => {
        this.now += ms;
      },
    });
    if (result === undefined) throw new Error(`${check.id} yields a result.`);
    const judgement = judge(result, check);
    const { light } = judgement;
    return {
      light,
      says: wordFinding(findingOf(judgement, result), check.probe, 'en').sentence,
      result: inEnglish(result),
    };
  }

  /** Somebody of the business, or one of its programs, answers what came first. */
  async reply(text: string, mail: SendMailOptions = {}): Promise<void> {
    const { messageId, subject, replyTo } = this.mail().mail;
    await this.post.send({
      from: `Anna Koval <${business}>`,
      to: replyTo?.[0]?.address ?? shopper,
      subject: `Re: ${subject}`,
      ...(messageId !== undefined && { inReplyTo: messageId, references: messageId }),
      text: `${text}\n\nOn Mon, 16 Nov 2026, Touchlight wrote:\n> ${this.mail().mail.text?.replaceAll('\n', '\n> ')}`,
      ...mail,
    });
  }
}

/** As a mail server does when it puts a mail into its folder. */
function withReturnPath({ envelopeFrom, raw }: DeliveredMail): Buffer {
  return Buffer.concat([Buffer.from(`Return-Path: <${envelopeFrom}>\r\n`), raw]);
}
