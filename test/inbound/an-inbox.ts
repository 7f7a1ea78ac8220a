import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { responseThresholds } from '../../shared/probes/responses/spec.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { coffeeLabHours } from '../social/support/coffee-lab-hours.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aBucket } from '../support/a-bucket.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

const slaMinutes = 240;

const check = aCheck({
  id: 'mailbox/responses',
  url: null,
  options: {
    platform: 'mailbox',
    account: 'info@coffeelab.example',
    inbound: true,
    ours: ['coffeelab.example', 'mailbox@inbox.coffeelab.example'],
    shoppers: ['shopper@probe.example'],
    slaMinutes,
    calendar: coffeeLabHours,
  },
  thresholds: responseThresholds(slaMinutes),
});

/** A mailbox whose copies SES puts into a bucket; time stands still until a test moves it. */
export async function anInbox(startsAt: string) {
  const bucket = await aBucket();
  const store = memoryStore();
  const clock = { now: Date.parse(startsAt) };
  const deps: PollDeps = {
    secrets: { read: () => Promise.reject(new Error('Received mail is read without a secret.')) },
    conversations: store,
    evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
    inboxes: createS3Inboxes(bucket.name, bucket.client),
    now: () => clock.now,
    progress: () => {},
    onFault: (_, error) => {
      throw error;
    },
    network: 'any',
    sleep: async () => {},
  };
  return {
    bucket,
    clock,
    store,
    /** @param at when SES received it, epoch milliseconds; it is stored two seconds later */
    receive(name: string, mail: MailParts | string | Uint8Array, at = clock.now - 5000) {
      const raw = typeof mail === 'object' && 'from' in mail ? stamped(aMail(mail), at) : mail;
      bucket.put(`inbox/mailbox/${name}`, raw, at + 2000);
    },
    async poll(without: Partial<Record<'inboxes', true>> = {}) {
      const request = { scheduledAt: toInstant(clock.now), confirmation: false, checks: [check] };
      const { inboxes, ...others } = deps;
      const [result] = await runPoll(request, { ...others, ...(!without.inboxes && inboxes && { inboxes }) });
      if (result === undefined) throw new Error('A poll yields a result.');
      const { light, headline } = judge(result, check);
      const reason = wordFinding(headline.finding, check.probe, 'en').sentence;
      return { result: inEnglish(result), light, reason };
    },
    /** State and words of each conversation, in order of time. */
    standing: () =>
      [...store.conversations.values()]
        .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
        .map(({ state, reason, author, text }) => {
          const why = state === 'waiting' || state === reason ? state : `${state}: ${reason}`;
          return `${why} ${author ?? ''} ${text}`.trim();
        }),
  };
}

/** As SES stores it: what it found out stands above all that the sender wrote. */
export function stamped(mail: string, at: number, { spam = 'PASS', virus = 'PASS' } = {}): string {
  return [
    'Return-Path: <bounce@mail.example>',
    'Received: from mail.example (mail.example [192.0.2.7])',
    ' by inbound-smtp.eu-west-1.amazonaws.com with SMTP id 0t2m9c8kq1',
    ' for mailbox@inbox.coffeelab.example;',
    ` ${rfc5322(at)} (UTC)`,
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    'Received-SPF: none (spfCheck: mail.example does not designate) client-ip=192.0.2.7;',
    'Authentication-Results: amazonses.com;',
    ' spf=none smtp.mailfrom=bounce@mail.example; dkim=none; dmarc=none header.from=mail.example;',
    'X-SES-RECEIPT: AEFBQUFBQUFBQUFH',
    mail,
  ].join('\r\n');
}

function rfc5322(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
