import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createSubmissionFolder } from '../../cli/local/submission-folder.ts';
import { createSending } from '../../functions/probe-page/form/sending.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Check } from '../../shared/model/check.ts';
import { quoted } from '../../shared/model/finding.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { type Result, resultSchema } from '../../shared/model/result.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { aCheck } from '../support/a-check.ts';
import { aSubmission } from '../support/a-submission.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { inEnglish } from '../support/said.ts';
import { aReceiver } from './form-receiver.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const submitting = (overrides: Partial<Check> = {}): Check => {
  const check = aCheck({ id: 'website/form' });
  return { ...check, options: { ...check.options, mode: 'submit' }, ...overrides };
};
const script = fileURLToPath(new URL('./form-delivery-process.ts', import.meta.url));

async function deliverInItsOwnProcess(request: object, folder: string): Promise<Result | undefined> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(request), folder]);
  return resultSchema.array().parse(JSON.parse(stdout))[0];
}

describe('a run that is delivered twice', () => {
  // Two browsers, because it is two processes that a queue may give the same message.
  it('sends once, however the two processes race; both tell the same outcome', { timeout: 180_000 }, async () => {
    const receiver = await aReceiver();
    const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-deliveries-'));
    folders.push(folder);
    try {
      const request = {
        scheduledAt: toInstant(Date.now()),
        confirmation: false,
        checks: [submitting({ url: receiver.page('plain-post') })],
      };
      const [one, other] = await Promise.all([1, 2].map(() => deliverInItsOwnProcess(request, folder)));
      expect(receiver.deliveries).toHaveLength(1);
      expect(one).toMatchObject({ outcome: 'measured', attempts: 1 });
      expect(other).toMatchObject({ outcome: one?.outcome, reason: one?.reason, details: one?.details });

      const late = await runVisit(request as Parameters<typeof runVisit>[0], {
        ...aRun(createSubmissionFolder(folder)),
        launch: () => Promise.reject(new Error('A run that has sent opens no browser.')),
      });
      expect(late).toMatchObject([{ outcome: 'measured', reason: one?.reason }]);
      expect(receiver.deliveries).toHaveLength(1);
    } finally {
      await receiver.close();
    }
  });
});

const monday = '2026-11-23T10:00:00.000Z';

function aRun(submissions?: SubmissionLog, now: Instant = toInstant(Date.now())): Parameters<typeof runVisit>[1] {
  return {
    evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
    ...(submissions && { submissions }),
    now: () => Date.parse(now),
    progress: () => {},
    onFault: () => {},
    network: 'any',
    launch: () => Promise.reject(new Error('no browser is needed to see that nothing may be sent')),
  };
}

async function runAt(now: Instant, check: Check, submissions?: SubmissionLog) {
  const request = { scheduledAt: monday, confirmation: false, checks: [check] };
  const [result] = await runVisit(request, aRun(submissions, now));
  return result && inEnglish(result);
}

describe('before a browser is opened, a submission', () => {
  it('waits for business hours, and says when they begin', async () => {
    const result = await runAt(
      '2026-11-23T18:00:00.000Z',
      submitting({ onlyWithin: weekdaysNineToSix }),
      emptySubmissions(),
    );
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'outside-hours', attempts: 1 });
    expect(result?.reason).toContain('24 Nov 2026, 09:00 (Europe/Kyiv)');
  });

  it('keeps to its limit, confirmations included', async () => {
    const submissions = emptySubmissions();
    const check = submitting();
    for (let earlier = 1; earlier <= 8; earlier++) {
      const scheduledAt = toInstant(Date.parse(monday) - earlier * 3_600_000);
      await submissions.claim(aSubmission({ scheduledAt }));
    }
    const result = await runAt(monday, check, submissions);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'daily-limit', attempts: 1 });
    expect(result?.reason).toContain('24 Nov 2026, 02:00 (UTC)');
  });

  it('is not repeated when the delivery that sent it was interrupted: its outcome is not known', async () => {
    const submissions = emptySubmissions();
    await submissions.claim(aSubmission({ scheduledAt: monday, outcome: null }));
    const result = await runAt('2026-11-23T10:30:00.000Z', submitting(), submissions);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'sent-before' });
    expect(result?.reason).toContain('is not sent again');
  });

  it('is refused where nobody writes down what is sent', async () => {
    const result = await runAt(monday, submitting());
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'probe-fault' });
    expect(result?.reason).toContain('a form is only sent where what was sent is written down');
  });
});

describe('a visit for a mystery shopper', () => {
  const enquiry = { name: 'Touchlight', email: 'shopper@probe.example', subject: 'Parking', text: 'May I park?' };

  it('that begins long after it was asked for sends nothing, and says so where the shopper looks', async () => {
    const submissions = emptySubmissions();
    const result = await runAt('2026-11-23T10:20:01.000Z', submitting({ enquiry }), submissions);
    expect(result?.reason).toContain('visited too long after that was planned');
    expect(submissions.all).toMatchObject([{ scheduledAt: monday, sentTo: null, outcome: { outcome: 'unknown' } }]);
    const inTime = await runAt('2026-11-23T10:19:00.000Z', submitting({ enquiry }), submissions);
    expect(inTime).toMatchObject({ outcome: 'unknown', reason: result?.reason });
  });
});

describe('the leave to send', () => {
  const captcha = { outcome: 'unknown', reason: quoted('A captcha.'), cause: 'captcha', measurements: {} } as const;
  const sent = { page: 'https://a.example/', sentTo: 'https://a.example/send', typed: [] };

  it('holds for all requests of one visit, and for no other delivery of the run', async () => {
    const submissions = emptySubmissions();
    const [first, second] = [1, 2].map(() =>
      createSending(submitting(), monday, submissions, () => Date.parse(monday)),
    );
    expect(await Promise.all([first?.claim(sent), first?.claim(sent), second?.claim(sent)])).toEqual([
      true,
      true,
      false,
    ]);
    expect(await first?.claim(sent)).toBe(true);
    expect(first?.marker).toBe(second?.marker);
    expect(submissions.all).toHaveLength(1);
  });

  it('is over where a visit for a mystery shopper has written down that it sends nothing', async () => {
    const submissions = emptySubmissions();
    const sending = createSending(submitting(), monday, submissions, () => Date.parse(monday));
    await sending.forgo('https://a.example/', captcha);
    expect(await sending.claim(sent)).toBe(false);
    const again = createSending(submitting(), monday, submissions, () => Date.parse(monday));
    expect(await again.claim(sent)).toBe(false);
    expect(submissions.all).toMatchObject([{ sentTo: null, outcome: { cause: 'captcha' } }]);
  });

  it('is not taken back where something was sent', async () => {
    const submissions = emptySubmissions();
    const sending = createSending(submitting(), monday, submissions, () => Date.parse(monday));
    expect(await sending.claim(sent)).toBe(true);
    await sending.forgo('https://a.example/', captcha);
    const [written, ...more] = submissions.all;
    expect([written?.sentTo, more]).toEqual([sent.sentTo, []]);
  });

  it('writes nothing down where nothing was sent', async () => {
    const submissions = emptySubmissions();
    const sending = createSending(submitting(), monday, submissions, () => Date.parse(monday));
    await sending.complete([], captcha);
    expect(submissions.all).toEqual([]);
  });
});
