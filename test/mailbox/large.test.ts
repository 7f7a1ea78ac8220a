import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { canServeMail, startMailServer } from './support/mail-server.ts';
import { putMany } from './support/many-mails.ts';

const now = '2026-11-16T08:00:00Z';
/** Twice as many mails. `TOUCHLIGHT_LARGE_MAILBOX=20000` takes minutes and 2 GB, nearly all of it in the mail server: see large-on-dovecot.ts. */
const questions = Number(process.env['TOUCHLIGHT_LARGE_MAILBOX'] ?? 3000);
/** Nobody answers these. */
const isForgotten = (n: number): boolean => n % 1000 === 0;

/** A function of 256 MB gives Node a bounded heap; on a large machine Node would only collect its garbage later. */
const asInLambda = ['--max-old-space-size=128', '--max-semi-space-size=16'];

describe.skipIf(!canServeMail)('a first poll of a large mailbox', () => {
  it('keeps who waits, and stays within its budget and 256 MB, however many polls it takes', async () => {
    const server = await startMailServer();
    const at = (n: number): number => Date.parse(now) - 80 * dayMs + n * ((79 * dayMs) / questions);
    const all = Array.from({ length: questions }, (_, n) => n);
    const asked = all.map((n) => ({
      at: at(n),
      mail: aMail({
        from: `Guest ${n} <guest${n}@mail.example>`,
        subject: `Question ${n}`,
        id: `q${n}@mail.example`,
        text: 'Are you open on Sunday?',
      }),
    }));
    const answered = all
      .filter((n) => !isForgotten(n))
      .map((n) => ({
        at: at(n) + 10 * minuteMs,
        mail: aMail({
          from: 'info@coffeelab.example',
          to: `guest${n}@mail.example`,
          subject: `Re: Question ${n}`,
          id: `a${n}@coffeelab.example`,
          inReplyTo: `q${n}@mail.example`,
          text: 'Yes.',
        }),
      }));
    await putMany(server.port, 'INBOX', asked);
    await putMany(server.port, 'Sent', answered);
    const script = fileURLToPath(new URL('./support/first-poll.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [...asInLambda, script, String(server.port), now]);
    await server.stop();
    const { waiting, commands, idle, causes, stateBytes, peakMb } = JSON.parse(stdout);
    console.log(stdout);
    expect({ waiting, causes: causes.filter((each: unknown) => each !== 'still-reading') }).toEqual({
      waiting: Math.ceil(questions / 1000),
      causes: [null],
    });
    expect(Math.max(...commands)).toBeLessThanOrEqual(60);
    expect(idle).toBeLessThanOrEqual(4);
    // An item of the table takes 400 KB.
    expect(stateBytes).toBeLessThan(300_000);
    expect(peakMb).toBeLessThan(256);
  }, 3_600_000);
});
