import { describe, expect, test } from 'vitest';
import { deliverDigest } from '../../functions/digest/deliver-digest.ts';
import { createHandler } from '../../functions/digest/handler.ts';
import { mimeOf } from '../../shared/aws/mail/mime.ts';
import { refusalOf } from '../../shared/aws/mail/ses-mailer.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { ReportStore } from '../../shared/ports/evidence-store.ts';
import { type Mail, MailRefusedError } from '../../shared/ports/mailer.ts';
import type { DigestLog } from '../../shared/ports/stores.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aStatus } from '../support/a-status.ts';
import { aBusiness } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';

const outgoing = {
  weekId: '2026-W47',
  business: 'Coffee Lab',
  from: 'touchlight@coffeelab.example',
  readers: ['a@x.example', 'b@x.example', 'c@x.example'],
  subject: 'All 4 green',
  text: 'text',
  html: '<p>html',
};
const now = () => Date.parse('2026-11-23T06:00:00.000Z');

/** As the table keeps it. */
function aDigestLog(): DigestLog & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    claim: async (weekId, reader) => {
      const state = kept.get(`${weekId} ${reader}`);
      if (state === 'sent' || state === 'claimed') return state;
      kept.set(`${weekId} ${reader}`, 'claimed');
      return 'ours';
    },
    settle: async (weekId, reader, delivery) => void kept.set(`${weekId} ${reader}`, delivery),
    list: async () => [],
  };
}

/** Takes every mail unless told what to do with one. */
function aMailer(faults: Readonly<Record<string, () => void>> = {}) {
  const mails: Mail[] = [];
  return {
    mails,
    readers: () => mails.map(({ to }) => to),
    send: async (mail: Mail) => {
      faults[mail.to]?.();
      mails.push(mail);
    },
  };
}

interface Reporting {
  readonly reports: ReportStore;
  readonly reportsUrl: string | null;
}

function aBusinessWithReports(reportsUrl: string | null): Configuration {
  const business = aBusiness();
  return { ...business, digest: business.digest && { ...business.digest, reportsUrl } };
}

const step = (
  mailer: { send(mail: Mail): Promise<void> },
  digests = aDigestLog(),
  announced: string[] = [],
  { reports = { put: async () => {} }, reportsUrl = null }: Partial<Reporting> = {},
) =>
  createHandler({
    configuration: aBusinessWithReports(reportsUrl),
    stores: emptyStores({
      digests,
      statuses: { load: async () => null, list: async () => [aStatus()], save: async () => 'saved' },
    }),
    evidence: { read: async () => null },
    reports,
    mailer,
    announcer: { announce: async (subject, text) => void announced.push(`${subject}\n${text}`) },
    logger: aQuietLogger(),
    now,
  });
const monday = { scheduledAt: '2026-11-23T06:00:00Z' };

describe('the mail to each reader', () => {
  test('one message each, and none when the whole is repeated', async () => {
    const digests = aDigestLog();
    const mailer = aMailer();
    await deliverDigest(outgoing, { digests, mailer, now });
    const again = await deliverDigest(
      { ...outgoing, readers: [...outgoing.readers, 'a@x.example'] },
      { digests, mailer, now },
    );
    expect(mailer.readers()).toEqual(outgoing.readers);
    expect(again.map(({ outcome }) => outcome)).toEqual(['sent-before', 'sent-before', 'sent-before']);
    await deliverDigest({ ...outgoing, weekId: '2026-W48' }, { digests, mailer, now });
    expect(mailer.mails).toHaveLength(6);
  });

  test('after a crash in the midst of the second, the third gets its mail, the first no second one, the second an alarm', async () => {
    const digests = aDigestLog();
    const mailer = aMailer();
    let crashed = false;
    const crashing: DigestLog = {
      ...digests,
      claim: (weekId, reader, at) => {
        if (crashed) throw new Error('The process is gone.');
        return digests.claim(weekId, reader, at);
      },
    };
    const dies = {
      send: async (mail: Mail) => {
        await mailer.send(mail);
        if (mail.to !== 'b@x.example') return;
        crashed = true;
        throw new Error('The process is gone.');
      },
    };
    await expect(deliverDigest(outgoing, { digests: crashing, mailer: dies, now })).rejects.toThrow('gone');
    const retried = await deliverDigest(outgoing, { digests, mailer, now });
    expect(mailer.readers()).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
    expect(retried.map(({ outcome }) => outcome)).toEqual(['sent-before', 'unknown', 'sent']);
    expect(retried[1]?.reason).toContain('b@x.example');
  });

  test('what was refused for certain is tried again; a time-out is not, because the mail may have left', async () => {
    const digests = aDigestLog();
    const failing = aMailer({
      'a@x.example': () => {
        throw new MailRefusedError('busy', 'Maximum sending rate exceeded.');
      },
      'b@x.example': () => {
        throw new Error('The socket timed out.');
      },
    });
    const first = await deliverDigest(outgoing, { digests, mailer: failing, now });
    expect(first.map(({ outcome }) => outcome)).toEqual(['refused', 'unknown', 'sent']);
    const working = aMailer();
    const second = await deliverDigest(outgoing, { digests, mailer: working, now });
    expect(second.map(({ outcome }) => outcome)).toEqual(['sent', 'unknown', 'sent-before']);
    expect(working.readers()).toEqual(['a@x.example']);
  });
});

describe('the step', () => {
  test('mails the week before its scheduled time to every reader, once, also when it is retried', async () => {
    const mailer = aMailer();
    const handler = step(mailer);
    await handler(monday);
    await handler(monday);
    expect(mailer.readers()).toEqual(['owner@coffeelab.example', 'partner@coffeelab.example']);
    expect(mailer.mails[0]).toMatchObject({
      from: 'touchlight@coffeelab.example',
      fromName: 'Coffee Lab (Touchlight)',
    });
    expect(mailer.mails[0]?.text).toContain('16 – 22 November 2026');
  });

  test('fails with a sentence that names who has no mail and what to do', async () => {
    const mailer = aMailer({
      'partner@coffeelab.example': () => {
        throw new MailRefusedError('refused', 'SES did not take the mail: Sending paused.');
      },
    });
    await expect(step(mailer)(monday)).rejects.toThrow(
      /1 of 2 readers.*partner@coffeelab.example: SES did not take.*--send/,
    );
    expect(mailer.readers()).toEqual(['owner@coffeelab.example']);
  });

  test('a reader whose address is refused again and again holds up nobody and brings nobody a second mail; put right, it gets its one', async () => {
    let isRepaired = false;
    const mailer = aMailer({
      'owner@coffeelab.example': () => {
        if (!isRepaired) throw new MailRefusedError('refused', 'SES did not take the mail: 550 No such mailbox.');
      },
    });
    const handler = step(mailer);
    await expect(handler(monday)).rejects.toThrow('1 of 2 readers. owner@coffeelab.example: SES did not take');
    await expect(handler(monday)).rejects.toThrow('1 of 2 readers. owner@coffeelab.example: SES did not take');
    expect(mailer.readers()).toEqual(['partner@coffeelab.example']);
    isRepaired = true;
    await handler(monday);
    expect(mailer.readers()).toEqual(['partner@coffeelab.example', 'owner@coffeelab.example']);
  });

  test('in SES’s sandbox the text goes to the subscribers of the alerts, once', async () => {
    const refuse = () => {
      throw new MailRefusedError('unverified', 'Email address is not verified.');
    };
    const announced: string[] = [];
    const handler = step(
      aMailer({ 'owner@coffeelab.example': refuse, 'partner@coffeelab.example': refuse }),
      aDigestLog(),
      announced,
    );
    await handler(monday);
    await handler(monday);
    expect(announced).toHaveLength(1);
    expect(announced[0]).toContain('owner@coffeelab.example, partner@coffeelab.example');
    expect(announced[0]).toContain('docs/runbook.md#weekly-mail');
  });
});

describe('the report behind the mail', () => {
  const address = 'https://reports.coffeelab.example/touchlight/2026-W47.html';

  test('is kept by its week, and linked only where readers can open it', async () => {
    const kept = new Map<string, string>();
    const reports = { put: async (weekId: string, html: string) => void kept.set(weekId, html) };
    const [linked, plain] = [aMailer(), aMailer()];
    const reportsUrl = 'https://reports.coffeelab.example/touchlight/';
    await step(linked, aDigestLog(), [], { reports, reportsUrl })(monday);
    await step(plain, aDigestLog(), [], { reports })(monday);
    expect([...kept.keys()]).toEqual(['2026-W47']);
    expect(kept.get('2026-W47')).toMatch(/^<!doctype html>[\s\S]*Coffee Lab/i);
    for (const part of ['html', 'text'] as const) {
      expect(linked.mails[0]?.[part]).toContain(address);
      expect(plain.mails[0]?.[part]).not.toContain('2026-W47.html');
    }
  });

  test('holds up no mail when it cannot be written, and is written by the retry, which mails nobody twice', async () => {
    const mailer = aMailer();
    const digests = aDigestLog();
    let attempts = 0;
    const reports = {
      put: async () => {
        if (++attempts === 1) throw new Error('Access Denied');
      },
    };
    const handler = step(mailer, digests, [], { reports, reportsUrl: 'https://reports.coffeelab.example' });
    await expect(handler(monday)).rejects.toThrow('The report of 2026-W47 could not be written');
    expect(mailer.mails).toHaveLength(2);
    expect(mailer.mails[0]?.html).not.toContain('2026-W47.html');
    await handler(monday);
    expect([attempts, mailer.mails.length]).toEqual([2, 2]);
  });
});

describe('what SES says', () => {
  const said = (name: string, message: string, httpStatusCode?: number, code?: string) =>
    Object.assign(new Error(message), {
      name,
      ...(httpStatusCode && { $metadata: { httpStatusCode } }),
      ...(code && { code }),
    });

  test.each([
    ['unverified', said('MessageRejected', 'Email address is not verified.', 400)],
    ['busy', said('TooManyRequestsException', 'Maximum sending rate exceeded.', 429)],
    ['refused', said('AccessDeniedException', 'not authorized', 403)],
    ['refused', said('Error', 'connect ECONNREFUSED', undefined, 'ECONNREFUSED')],
    [null, said('InternalFailure', 'internal', 500)],
    [null, said('TimeoutError', 'socket hang up', undefined, 'ECONNRESET')],
  ] as const)('%s', (why, error) => {
    expect(refusalOf(error)?.why ?? null).toBe(why);
  });
});

describe('the message', () => {
  test('is MIME with both parts, a way out and one reader; nothing in it becomes a header', async () => {
    const mime = Buffer.from(
      await mimeOf({
        fromName: 'Кава\r\nBcc: x@evil.example',
        from: 'touchlight@coffeelab.example',
        to: 'owner@coffeelab.example',
        subject: '1 червона: форма\r\nBcc: y@evil.example',
        text: 'Зелене',
        html: '<p>Зелене',
        messageId: '<touchlight.2026-W47.1@coffeelab.example>',
      }),
    ).toString();
    const [head = ''] = mime.split('\r\n\r\n');
    expect(head).toContain('To: owner@coffeelab.example');
    expect(head).toContain('List-Unsubscribe: <mailto:touchlight@coffeelab.example?subject=unsubscribe>');
    expect(head).toContain('Message-ID: <touchlight.2026-W47.1@coffeelab.example>');
    expect(head).not.toMatch(/^Bcc:/m);
    expect(mime).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
  });
});
