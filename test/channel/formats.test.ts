import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '../../functions/channel/message.ts';
import type { Alert } from '../../shared/model/alert.ts';
import { languages } from '../../shared/model/language.ts';
import { aPicture } from '../support/a-picture.ts';
import { aChannelStory, anAlert, coffeeLab, secretsAt, targetsAt } from './a-channel-story.ts';
import { aSlack, type Slack } from './stubs/a-slack.ts';
import { aTelegram, type Telegram, telegramToken } from './stubs/a-telegram.ts';
import { aPagerDuty, aReceiver, aTeams } from './stubs/receivers.ts';

const page = 'https://pages.example/i/website/form?key=abc';

/** As the page's own step would hand it on. */
function withPage(alert: Alert): Alert {
  return { ...alert, notices: alert.notices.map((notice) => ({ ...notice, page })) };
}

const hostile = [
  'a <b>bold</b> & <!channel> *star* [link](https://evil.example) `code` _under_ ',
  'щ'.repeat(9000),
].join('');

function hostileAlert(): Alert {
  const alert = withPage(anAlert());
  return {
    ...alert,
    notices: alert.notices.map((notice) => ({
      ...notice,
      text: hostile,
      todo: hostile,
      incident: notice.incident && { ...notice.incident, expected: hostile, actual: hostile },
    })),
  };
}

describe('Telegram', () => {
  let telegram: Telegram;
  beforeAll(async () => {
    telegram = await aTelegram();
  });
  afterAll(() => telegram.close());

  const posted = async (alert: Alert, picture: Uint8Array | null = null, reader: Reader = coffeeLab, settings = {}) => {
    const target = { ...targetsAt(telegram.url).telegram, ...settings };
    const story = await aChannelStory(target, { secret: telegramToken, picture, reader });
    const { failures } = await story.deliver(alert);
    await story.close();
    expect(failures).toEqual([]);
    return telegram.posts().at(-1);
  };

  test('gets light, fact, since when, expected, actual, what to do, and a button', async () => {
    const shown = await posted(withPage(anAlert()));
    expect(shown?.text).toBe(
      [
        '<b>🔴 RED website</b>',
        "The form's endpoint returns HTTP 500 (https://coffeelab.example/send), so messages are lost. Ask your developer to check that server and its log.",
        '',
        '<b>Check:</b> website/form (red)',
        '<b>Since:</b> 23 Nov 2026, 11:00 (Europe/Kyiv)',
        '<b>Expected:</b> the contact form works',
        '',
        "<b>What to do:</b> Fill in the form yourself. If it fails, ask your developer to check the form's endpoint and the server log. Until then, customer messages are lost.",
      ].join('\n'),
    );
    expect(shown?.buttons).toEqual({ inline_keyboard: [[{ text: 'Open / I’m on it', url: page }]] });
  });

  test.each(languages)('in the language of the business: %s', async (language) => {
    const reader = { ...coffeeLab, language };
    const shown = await posted(withPage(anAlert({}, undefined, reader)), null, reader);
    const words = { en: 'What to do', uk: 'Що робити', ru: 'Что делать' };
    expect(shown?.text).toContain(`<b>${words[language]}:</b>`);
    const buttons = { en: 'I’m on it', uk: 'беру на себе', ru: 'беру на себя' };
    expect(JSON.stringify(shown?.buttons)).toContain(buttons[language]);
  });

  test('gets the screenshot of the incident, and edits its caption', async () => {
    const picture = aPicture(3000);
    expect((await posted(anAlert(), picture))?.picture).toEqual(Buffer.from(picture));
  });

  test('gets the alert without a picture that Telegram refuses', async () => {
    telegram.faults.push({
      status: 400,
      body: { ok: false, error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' },
    });
    expect((await posted(anAlert(), aPicture(3000)))?.picture).toBeNull();
  });

  test('gets no picture where the file wants none', async () => {
    expect((await posted(anAlert(), aPicture(3000), coffeeLab, { pictures: false }))?.picture).toBeNull();
  });

  test('is posted to in its topic', async () => {
    expect((await posted(anAlert(), null, coffeeLab, { topic: 12 }))?.topic).toBe(12);
  });

  test.each([
    ['with', aPicture(3000)],
    ['without', null],
  ] as const)('text of others stays text, and fits, %s a picture', async (_, picture) => {
    const shown = await posted(hostileAlert(), picture);
    expect(shown?.text).toContain('a &lt;b&gt;bold&lt;/b&gt; &amp; &lt;!channel&gt;');
    expect(shown?.text).toContain('(shortened)');
  });
});

describe('Slack', () => {
  let slack: Slack;
  beforeAll(async () => {
    slack = await aSlack();
  });
  afterAll(() => slack.close());

  const posted = async (alert: Alert) => {
    const story = await aChannelStory(targetsAt(slack.url).slack, { secret: secretsAt(slack.url).slack });
    const { failures } = await story.deliver(alert);
    await story.close();
    expect(failures).toEqual([]);
    return slack.posts().at(-1);
  };

  test('gets a header, the facts and a button', async () => {
    const shown = await posted(withPage(anAlert()));
    expect(shown?.blocks).toMatchObject([
      { type: 'header', text: { text: '🔴 RED website' } },
      { type: 'section', text: { text: expect.stringContaining('*Since:* 23 Nov 2026, 11:00 (Europe/Kyiv)') } },
      { type: 'actions', elements: [{ type: 'button', text: { text: 'Open / I’m on it' }, url: page }] },
    ]);
  });

  test('nobody is called by the text of others, and it fits', async () => {
    const shown = await posted(hostileAlert());
    const body = JSON.stringify(shown?.blocks);
    expect(body).toContain('&lt;!channel&gt;');
    expect(body).not.toContain('*star*');
    expect(body).not.toContain(' _under_');
    expect(body).not.toContain('`code`');
  });
});

test.each(['slack', 'teams'] as const)('an address in the text can be copied: %s', async (kind) => {
  const stub = kind === 'slack' ? await aSlack() : await aTeams();
  const story = await aChannelStory(targetsAt(stub.url)[kind], { secret: secretsAt(stub.url)[kind] });
  const address = 'https://coffeelab.example/_next/send_form?a=*b';
  const alert = anAlert();
  const said = { ...alert, notices: alert.notices.map((notice) => ({ ...notice, text: `It fails at ${address}.` })) };
  expect((await story.deliver(said)).failures).toEqual([]);
  expect(stub.requests[0]?.body.toString()).toContain('https://coffeelab.example/_next/send_form?a=');
  await story.close();
  await stub.close();
});

describe('Teams', () => {
  test('gets a card of less than 28 KB, with a button and no Markdown of others', async () => {
    const teams = await aTeams();
    const story = await aChannelStory(targetsAt(teams.url).teams, { secret: secretsAt(teams.url).teams });
    expect((await story.deliver(hostileAlert())).failures).toEqual([]);
    const [card] = teams.cards;
    expect(card?.body[0]).toMatchObject({ text: '🔴 RED website' });
    expect(card?.body[1]).toMatchObject({ text: expect.stringContaining('\\[link\\]\\(https://evil.example\\)') });
    expect(card?.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open / I’m on it', url: page }]);
    await story.close();
    await teams.close();
  });
});

describe('a webhook', () => {
  test('gets the alert with one notice, signed', async () => {
    const receiver = await aReceiver();
    const story = await aChannelStory(targetsAt(receiver.url).webhook, { secret: secretsAt(receiver.url).webhook });
    const alert = withPage(anAlert());
    expect((await story.deliver(alert)).failures).toEqual([]);
    expect([...receiver.taken]).toEqual([
      [
        expect.stringMatching(/^msg_[0-9a-f]{40}$/),
        { type: 'alert.opened', timestamp: '2026-11-23T09:06:00.000Z', data: alert },
      ],
    ]);
    await story.close();
    await receiver.close();
  });
});

describe('PagerDuty', () => {
  test('gets a critical event with the facts and a link', async () => {
    const pagerduty = await aPagerDuty();
    const story = await aChannelStory(targetsAt(pagerduty.url).pagerduty, {
      secret: secretsAt(pagerduty.url).pagerduty,
    });
    expect((await story.deliver(withPage(anAlert()))).failures).toEqual([]);
    expect([...pagerduty.incidents]).toMatchObject([
      [
        'incident#2026-11-23T09:05:00.000Z#website/form',
        {
          state: 'triggered',
          log: [{ severity: 'critical', source: 'website', custom_details: { Check: 'website/form (red)' } }],
        },
      ],
    ]);
    await story.close();
    await pagerduty.close();
  });
});
