import { readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flow, openFlow } from '../../cli/local/flow.ts';
import { Terminal } from '../../cli/terminal.ts';
import { createJournal } from '../../cli/watch/journal.ts';
import { createWatcher, type Watcher } from '../../cli/watch/watcher.ts';
import type { TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { read } from '../config/reading.ts';
import { business } from './support/followed-shopper.ts';
import { aFormSite, type FormSite } from './support/form-site.ts';
import { canServeMail } from './support/mail-server.ts';
import { aShopperOnALaptop, type ShopperOnALaptop } from './support/shopper-on-a-laptop.ts';

describe.skipIf(!canServeMail)('a watch with a shopper that asks through a form', () => {
  let site: FormSite;
  let laptop: ShopperOnALaptop;
  let flow: Flow;
  let watcher: Watcher;
  /** The watch's clock runs ahead: a quarter of an hour takes as long as its visits. */
  let aheadMs = 0;
  const faults: unknown[] = [];
  beforeAll(async () => {
    site = await aFormSite(async () => {});
    laptop = await aShopperOnALaptop(site);
    const configuration = read(readFileSync(laptop.file, 'utf8'));
    const { folder } = laptop.workplace;
    const kept = path.join(folder, '.touchlight');
    flow = await openFlow(configuration, kept, new Terminal({ json: true, quiet: true }), () => {});
    const checks = configuration.touchpoints.flatMap((each) => each.checks);
    const { signal } = new AbortController();
    watcher = await createWatcher(
      checks.filter(({ probe }) => probe === 'shopper'),
      {
        now: () => Date.now() + aheadMs,
        run: (visit) => flow.run(visit.checks, signal, visit.scheduledAt),
        sweep: flow.sweep,
        statuses: flow.stores.statuses,
        journal: createJournal(path.join(kept, 'watch.json')),
        report: () => {},
        fail: (error) => faults.push(error),
        signal,
      },
    );
  });
  afterAll(async () => {
    await flow?.close();
    await laptop?.close();
    await site?.close();
  });

  const aQuarterOfAnHour = async (): Promise<readonly TestEnquiry[]> => {
    for (let minute = 0; minute < 15; minute++) {
      aheadMs += minuteMs;
      await watcher.tick();
      await watcher.idle();
    }
    expect(faults).toEqual([]);
    return flow.stores.enquiries.list('enquiries/shopper');
  };

  it('asks once, and hears the answer', async () => {
    expect(await aQuarterOfAnHour()).toMatchObject([{ delivery: 'sent', answers: [] }]);
    expect(site.mails).toHaveLength(1);
    const mail = await PostalMime.parse(site.mails[0] ?? '');
    const to = mail.replyTo?.[0]?.address ?? '';
    await laptop.post.send({
      from: business,
      to,
      subject: `Re: ${mail.subject}`,
      text: `Yes, behind the house.\n\n> ${mail.text?.replaceAll('\n', '\n> ')}`,
    });
    const heard = await aQuarterOfAnHour();
    expect(heard).toMatchObject([{ delivery: 'sent', answers: [{ matchedBy: 'quote' }] }]);
    expect(site.mails).toHaveLength(1);
  });
});
