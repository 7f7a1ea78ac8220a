import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { expectedMonth } from './month/expected-month.ts';
import { hours, polls, timeOf, weekMinutes } from './month/month-clock.ts';
import { cases, type Month, playMonth } from './month/play-month.ts';
import { recountMonth } from './month/recount-month.ts';
import { aMailbox, type ServedMailbox } from './support/a-mailbox.ts';
import { canServeMail } from './support/mail-server.ts';

const matters = cases.flatMap(({ story, begins }) =>
  story.matters.map((matter) => ({ story: story.name, began: begins + matter.begins, ...matter })),
);
const firstPoll = polls[0] ?? 0;
const lastPoll = polls.at(-1) ?? 0;

it('A month of mails is expected to be what counting every minute of it gives.', () => {
  expect(recountMonth()).toEqual(expectedMonth);
});

describe.skipIf(!canServeMail)('a month of a mailbox', () => {
  let served: ServedMailbox;
  let month: Month;
  beforeAll(async () => {
    served = await aMailbox(toInstant(timeOf(firstPoll)), { calendar: hours });
    month = await playMonth(served);
    // Hundreds of polls of a real server; a busy machine took longer than two minutes.
  }, 300_000);
  afterAll(() => served.close());

  it('ends with exactly the expected conversations', () => {
    const found = new Map(served.mailbox.conversations.map((each) => [each.startedAt, each]));
    const seen = matters.map(({ story, began }) => standing(story, found.get(toInstant(timeOf(began)))));
    expect(seen).toEqual(
      matters.map(({ story, ends }) => ({ story, state: ends.state, reason: ends.reason, minutes: ends.minutes })),
    );
    expect(new Set(matters.map(({ began }) => began)).size).toBe(matters.length);
    expect(served.mailbox.conversations.length).toBe(matters.length);
  });

  it('shows the expected lights and nudges', () => {
    expect({ lights: month.lights, nudges: month.nudges }).toEqual({
      lights: expectedMonth.lights,
      nudges: expectedMonth.nudges,
    });
  });

  it('gives the expected figures on each Sunday evening', () => {
    const seen = month.weeks.map(({ result }) => result.measurements);
    expect(seen).toMatchObject(
      expectedMonth.weeks.map(({ answeredWithinSla: [inTime, concerned], ...figures }) => ({
        ...figures,
        answeredWithinSlaRatio: inTime / concerned,
      })),
    );
  });

  it('counts who needs no answer in the last week, each with the reason', () => {
    const silent = matters.filter(
      ({ ends, began }) => ends.state === 'no-reply-needed' && began >= lastPoll - weekMinutes,
    );
    const counts = Object.fromEntries(
      [...Map.groupBy(silent, ({ ends }) => ends.reason)].map(([reason, all]) => [reason, all.length]),
    );
    expect(month.weeks.at(-1)?.result.details['noReplyNeeded']).toMatchObject({ counts });
  });
});

function standing(story: string, found: Conversation | undefined) {
  return { story, state: found?.state, reason: found?.reason, minutes: found?.responseMinutes ?? undefined };
}
