import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { FollowedForm } from './support/followed-form.ts';
import { canServeMail } from './support/mail-server.ts';

describe.skipIf(!canServeMail)('a message that a form really sends', () => {
  let browser: SharedBrowser;
  let story: FollowedForm;
  beforeAll(async () => {
    browser = await aSharedBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    story = await FollowedForm.open();
  });
  afterEach(() => story.close());

  it('is followed from the site through SMTP into the inbox, and nobody waits for an answer to it', async () => {
    expect(await story.look(0)).toMatchObject({ light: 'unknown', result: { cause: 'nothing-sent' } });
    expect(await story.visit()).toMatchObject({ light: 'green' });
    const arrived = await story.look(2);
    expect(arrived).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: 0, inSpam: 0, copies: 1 } } });
    expect(arrived.result.reason).toContain('arrived after');
    const mailbox = await story.mailbox();
    expect(mailbox).toMatchObject({ light: 'green', result: { measurements: { unanswered: 0 } } });
    expect(mailbox.result.details['noReplyNeeded']).toMatchObject({ counts: { 'test-message': 1 } });
    expect(await story.server.flags('INBOX')).toEqual([]);
  });

  it('is found by its text alone, and its delay is measured by the mail server', async () => {
    story.site.namesVisitor = false;
    story.fates = [{ folder: 'INBOX', minutesLate: 4 }];
    await story.send(browser);
    expect(await story.look(5)).toMatchObject({ light: 'green', result: { measurements: { arrivalMs: 240_000 } } });
    const mailbox = await story.mailbox();
    expect(mailbox.result.details['noReplyNeeded']).toMatchObject({ counts: { 'test-message': 1 } });
  });
});
