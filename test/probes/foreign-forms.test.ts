import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { foreignAnswers, foreignControls, foreignDemands, timeTraps } from './foreign-controls.ts';
import { besidesTyping } from './foreign-drafts.ts';
import { type ForeignForm, foreignForms } from './foreign-forms.ts';
import { formServices } from './form-services.ts';
import { type Trial, tryPage } from './form-trial.ts';
import { restlessSurroundings } from './restless-surroundings.ts';
import { sendersBehindForms } from './senders-behind-forms.ts';
import { waysToSend } from './ways-to-send.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const html = (body: string) => ({
  status: 200,
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body>${body}</body></html>`,
});

interface Manner {
  readonly atAPersonsPace?: boolean;
  readonly options?: Record<string, unknown>;
  readonly isRepeated?: boolean;
}

function tryForm(
  { body, pages = {}, timed = false }: ForeignForm,
  { atAPersonsPace = timed, options = {}, isRepeated = false }: Manner = {},
): Promise<Trial> {
  const further = Object.fromEntries(Object.entries(pages).map(([path, inner]) => [path, html(inner)]));
  return tryPage('form', {
    launch: browser.launch,
    options,
    isRepeated,
    replies: { '/form': html(body), '*': html('<p>Thank you!</p>'), ...further },
    ...(atAPersonsPace && { pace: { rehearseMs: 4_000, submitMs: 8_000, againMs: 11_000 } }),
  });
}

function expectWhatAVisitorSays(one: ForeignForm, { result, deliveries }: Trial): void {
  const said = `${result.outcome} ${result.cause}: ${result.reason}`;
  // Pages may say what they like by themselves, but none of our words.
  expect(
    deliveries.filter(({ body }) => /touchlig/i.test(body)),
    said,
  ).toEqual([]);
  const outcome = one.works === 'cannot-be-seen' ? 'unknown' : one.works ? 'measured' : 'failed';
  expect(result.outcome, said).toBe(outcome);
  if (one.cause !== undefined) expect(result.cause, said).toBe(one.cause);
  if (outcome !== 'measured') return;
  // Green: nothing that was typed is missing, and nothing is held against the page that our own answer caused.
  expect(result.measurements, said).toMatchObject({ fieldsMissing: 0 });
  expect(result.measurements['confirmationMissing'] ?? 0, said).toBe(0);
}

describe.concurrent('a rehearsal of a form that somebody else has built', { timeout: 120_000 }, () => {
  it.each(
    [
      ...besidesTyping,
      ...foreignForms,
      ...foreignControls,
      ...restlessSurroundings,
      ...sendersBehindForms,
      ...waysToSend,
      ...foreignDemands,
      ...foreignAnswers,
      ...formServices,
    ].map((one) => [one.name, one] as const),
  )('with %s says what a visitor would say', async (_, one) => {
    expectWhatAVisitorSays(one, await tryForm(one));
  });

  it.each(timeTraps.map((one) => [one.name, one] as const))('says of %s that it works', async (_, one) => {
    expectWhatAVisitorSays(one, await tryForm(one, { atAPersonsPace: true }));
  });

  it('takes a person’s time from the start where the same visit was red a moment ago, and only once', async () => {
    const dead: ForeignForm = {
      name: 'a dead button',
      source: 'our own',
      works: false,
      body: '<form onsubmit="return false"><label>E-mail <input type="email" name="email"></label><label>Message <textarea name="message"></textarea></label><button>Send</button></form>',
    };
    const slower = 'trying once more, slower';
    const first = await tryForm(dead);
    expect(first.progress).toContain(slower);
    const again = await tryForm(dead, { isRepeated: true });
    expectWhatAVisitorSays(dead, again);
    expect(again.progress).toContain('rehearsing the form');
    expect(again.progress).not.toContain(slower);
    for (const trap of timeTraps) {
      expectWhatAVisitorSays(trap, await tryForm(trap, { atAPersonsPace: true, isRepeated: true }));
    }
  });
});

// A visit may take a minute, and a form that sends nothing is tried twice.
describe.concurrent('a submission of a form that a service or a builder has made', { timeout: 120_000 }, () => {
  const confirmed = waysToSend.filter(({ name, works }) => works === true && /dialog|summary/.test(name));

  it.each([...formServices, ...confirmed].map((one) => [one.name, one] as const))(
    'with %s is delivered exactly once',
    async (_, one) => {
      const { result, deliveries } = await tryForm(one, { options: { mode: 'submit' } });
      const said = `${result.outcome} ${result.cause}: ${result.reason}`;
      expect(result.outcome, said).toBe('measured');
      expect(result.measurements, said).toMatchObject({ confirmationMissing: 0 });
      expect(
        deliveries.filter(({ body }) => /touchlight/i.test(body)).map(({ way }) => way),
        said,
      ).toHaveLength(1);
    },
  );

  it.each(
    [...besidesTyping, ...foreignForms, ...foreignControls]
      .filter(({ works }) => works !== true)
      .map((one) => [one.name, one] as const),
  )('delivers nothing of one with %s', async (_, one) => {
    const { result, deliveries } = await tryForm(one, { options: { mode: 'submit' } });
    expect(result.outcome).not.toBe('measured');
    expect(deliveries.filter(({ body }) => /touchlight/i.test(body))).toEqual([]);
  });
});
