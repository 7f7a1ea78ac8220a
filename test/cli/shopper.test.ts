import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { anAnswer, anEnquiry } from '../support/an-enquiry.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

beforeAll(async () => {
  workplace = await aWorkplace();
  writeFileSync(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: ["00:00-24:00"] }
touchpoints:
  - id: enquiries
    kind: shopper
    to: hello@firm.example
    address: shopper@probe.example
    server: imap.probe.example:993
    smtp: smtp.probe.example:587
    secret: shopper-mailbox
  - { id: website, kind: website, url: "https://firm.example", checks: { live-chat: { chat: tawk, ask: weekly } } }
`,
  );
  const { stores, close } = await openEmbeddedTable(path.join(workplace.folder, '.touchlight'));
  const likely = anAnswer({ confidence: 'likely', receivedAt: hoursAgo(29), text: 'Yes, behind the house.' });
  await stores.enquiries.claim(
    anEnquiry({ slot: '2026-11-09.1', token: 'TL-1111111', sentAt: hoursAgo(30), answers: [likely] }),
  );
  const machines = [1, 2].map((number) =>
    anAnswer({ key: `m${number}`, kind: 'automatic', reason: 'acknowledgement', receivedAt: hoursAgo(1) }),
  );
  await stores.enquiries.claim(
    anEnquiry({ slot: '2026-11-16.1', token: 'TL-2222222', sentAt: hoursAgo(2), answers: machines }),
  );
  await stores.enquiries.claim(
    anEnquiry({ checkId: 'website/chat-question', token: 'TL-3333333', scenario: 'chat', sentAt: hoursAgo(28) }),
  );
  await close();
});
afterAll(() => workplace.remove());

describe('touchlight shopper', () => {
  it('lists the enquiries with their answers, and takes the owner’s correction', async () => {
    const [all, recent, marked, again, unclear, chosen, unknown, neither] = await workplace.inTurn(
      {},
      ['shopper', 'list'],
      ['shopper', 'list', '--since', '1d', '--json'],
      ['shopper', 'mark', 'tl-1111111', '--automatic', '--json'],
      ['shopper', 'mark', 'TL-1111111', '--automatic'],
      ['shopper', 'mark', '2222222', '--human'],
      ['shopper', 'mark', '2222222', '--human', '--answer', '2', '--json'],
      ['shopper', 'mark', 'TL-9999999', '--human'],
      ['shopper', 'mark', 'TL-1111111'],
    );
    expect(all?.stdout.indexOf('TL-2222222')).toBeLessThan(all?.stdout.indexOf('TL-1111111') ?? -1);
    expect(all?.stdout).toContain('was answered by a person');
    expect(all?.stdout).toContain('human (likely, written): Yes, behind the house.');
    expect(all?.stdout).toContain('waits for an answer');
    expect(JSON.parse(recent?.stdout ?? '')).toMatchObject({ version: 1, enquiries: [{ token: 'TL-2222222' }] });
    expect(JSON.parse(marked?.stdout ?? '')).toMatchObject({
      enquiry: { token: 'TL-1111111', state: 'unanswered', answers: [{ kind: 'automatic', marked: 'automatic' }] },
    });
    expect([again?.code, again?.stderr]).toEqual([
      2,
      expect.stringContaining('has no answer that is not taken for automatic'),
    ]);
    expect([unclear?.code, unclear?.stderr]).toEqual([2, expect.stringContaining('has 2 such answers. Say which')]);
    expect(JSON.parse(chosen?.stdout ?? '')).toMatchObject({
      enquiry: { state: 'answered', answers: [{ kind: 'automatic' }, { kind: 'human', marked: 'human' }] },
    });
    expect([unknown?.code, unknown?.stderr]).toEqual([
      2,
      expect.stringContaining('There is no test enquiry TL-9999999.'),
    ]);
    expect([neither?.code, neither?.stderr]).toEqual([2, expect.stringContaining('Say who wrote the answer')]);
  });

  it('notes an answer that a person gave in the chat, and refuses what cannot be', async () => {
    const [noted, before, both, mail, program] = await workplace.inTurn(
      {},
      ['shopper', 'mark', 'TL-3333333', '--human', '--at', hoursAgo(27), '--json'],
      ['shopper', 'mark', 'TL-3333333', '--human', '--at', hoursAgo(31)],
      ['shopper', 'mark', 'TL-3333333', '--human', '--at', hoursAgo(27), '--answer', '1'],
      ['shopper', 'mark', 'TL-2222222', '--human', '--at', hoursAgo(1)],
      ['shopper', 'mark', 'TL-3333333', '--automatic', '--at', hoursAgo(27)],
    );
    expect(JSON.parse(noted?.stdout ?? '')).toMatchObject({
      enquiry: { state: 'answered', answers: [{ kind: 'human', reason: 'noted-by-owner', marked: 'human' }] },
    });
    expect([before?.code, before?.stderr]).toEqual([2, expect.stringContaining('so it cannot have been answered')]);
    expect([both?.code, both?.stderr]).toEqual([2, expect.stringContaining('without --answer')]);
    expect([mail?.code, mail?.stderr]).toEqual([2, expect.stringContaining('was not asked in a chat')]);
    expect([program?.code, program?.stderr]).toEqual([2, expect.stringContaining('use it with --human')]);
  });
});
