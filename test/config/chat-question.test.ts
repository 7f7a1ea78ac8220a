import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Check } from '../../shared/model/check.ts';
import { message, read, today } from './reading.ts';

const shopper = `
  - { id: enquiries, kind: shopper, form: website/form, address: shopper@gmail.com, server: "imap.gmail.com:993", secret: shopper-mailbox, sla: { firstResponse: 4h } }`;
const file = (chat: string, beside = shopper): string => `business: Coffee Lab
timeZone: Europe/Kyiv
language: uk
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: { live-chat: ${chat} }${beside}
maintenance:
  - { touchpoint: website, from: 2026-12-01T22:00, to: 2026-12-02T02:00 }
`;
const questionsIn = (text: string): readonly Check[] =>
  read(text)
    .touchpoints.flatMap(({ checks }) => checks)
    .filter(({ probe }) => probe === 'chat-question');
const faultsOf = (text: string): string => message(parseConfiguration(text, 'touchpoints.yaml', today));

describe('a question in the live chat', () => {
  it('is a check of the website, asked once a week and openly, with the mailbox of the shopper', () => {
    const [question, ...more] = questionsIn(file('{ chat: tawk, ask: weekly }'));
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      id: 'website/chat-question',
      everyMinutes: 15,
      options: {
        language: 'uk',
        address: 'shopper@gmail.com',
        server: 'imap.gmail.com:993',
        secret: 'shopper-mailbox',
        smtp: null,
        replyTag: true,
        perWeek: 1,
        slaMinutes: 240,
        blind: false,
        shopper: 'enquiries',
        form: { id: 'website/chat-question', probe: 'live-chat', url: 'https://coffeelab.example' },
        maintenance: [{ touchpointId: 'website', from: '2026-12-01T20:00:00.000Z' }],
      },
      thresholds: {
        overdue: { green: 0, red: 1 },
        waitingMinutes: { green: 180, red: 240 },
        firstResponseMinutes: { green: 240, red: null },
        nobodyCame: { green: 0, red: null },
      },
    });
  });

  it('may be asked in whichever chat there is', () => {
    expect(questionsIn(file('{ chat: any, ask: weekly }'))).toHaveLength(1);
    expect(questionsIn(file('{ ask: weekly }'))).toHaveLength(1);
  });

  it('is never asked by default', () => {
    expect(questionsIn(file('{}'))).toEqual([]);
    expect(questionsIn(file('{ chat: tawk }'))).toEqual([]);
    expect(questionsIn(file('false'))).toEqual([]);
  });

  it('is refused for a chat that does not tell reliably who answers, with those that do', () => {
    expect(faultsOf(file('{ chat: tidio, ask: weekly }'))).toMatch(
      /touchpoints\[0\]\.checks\.live-chat\.ask: does not go with chat: "tidio", because Tidio gives programs no reliable way .* leave ask out \(it works for tawk, jivo, crisp or livechat\)/,
    );
  });

  it('is refused without a shopper, whose mailbox takes what is answered later', () => {
    expect(faultsOf(file('{ chat: tawk, ask: weekly }', ''))).toContain(
      'needs a touchpoint of kind: shopper, because what is not answered in the chat is answered by mail',
    );
  });

  it('is refused more often than once a week', () => {
    expect(faultsOf(file('{ chat: tawk, ask: daily }'))).toMatch(/live-chat\.ask: .*"daily".*weekly/);
  });
});
