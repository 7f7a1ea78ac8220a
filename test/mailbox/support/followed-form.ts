import { form } from '../../../functions/probe-page/form/probe.ts';
import { createSending } from '../../../functions/probe-page/form/sending.ts';
import { runVisit } from '../../../functions/probe-page/run-visit.ts';
import { runPoll } from '../../../functions/probe-social/run-poll.ts';
import { openVisit, type Visit } from '../../../shared/browser/visit.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { RunDeps } from '../../../shared/runtime/run-checks.ts';
import { read } from '../../config/reading.ts';
import { memoryStore } from '../../social/support/memory-store.ts';
import { aContext } from '../../support/a-context.ts';
import { emptySubmissions } from '../../support/empty-submissions.ts';
import { inEnglish } from '../../support/said.ts';
import type { SharedBrowser } from '../../support/shared-browser.ts';
import { aMail } from './a-mail.ts';
import { aFormSite, type FormSite } from './form-site.ts';
import { password, user } from './mail-account.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { Wire } from './wire.ts';

interface Told {
  readonly light: Light;
  readonly says: string;
  readonly result: ReturnType<typeof inEnglish<Result>>;
}

/** What the business's mail server does with the form's next message. */
interface Fate {
  readonly folder: string;
  readonly minutesLate: number;
}

/** A site with a form, the mail server it writes to, and the two checks of touchpoints.yaml, by a clock that the story moves. */
export class FollowedForm {
  readonly submissions = emptySubmissions();
  readonly mailboxStore = memoryStore();
  readonly arrivalStore = memoryStore();
  readonly server: TestMailServer;
  readonly wire: Wire;
  readonly #checks: readonly Check[];
  readonly site: FormSite;
  /** Where what the site sends is put, one entry for each copy. */
  fates: readonly Fate[] = [{ folder: 'INBOX', minutesLate: 0 }];
  /** What the mail server's clock is ahead of ours. */
  serverAheadMs = 0;
  /** What happens while a poll waits. */
  meanwhile: () => Promise<void> = async () => {};
  secret = password;
  now = Date.parse('2026-11-16T08:00:00Z'); // Monday, 10:00 in Kyiv

  private constructor(server: TestMailServer, wire: Wire, site: FormSite) {
    this.server = server;
    this.wire = wire;
    this.site = site;
    this.#checks = read(fileOf(site.url, wire.port)).touchpoints.flatMap(({ checks }) => checks);
  }

  static async open(folders: readonly string[] = ['Junk']): Promise<FollowedForm> {
    const server = await startMailServer();
    for (const folder of folders) await server.createFolder(folder);
    const other = aMail({ from: 'Ann <ann@mail.example>', subject: 'Beans', text: 'Do you sell beans?' });
    await server.put('INBOX', other, Date.parse('2026-11-16T07:00:00Z'));
    const wire = new Wire(server.port);
    await wire.open();
    const site = await aFormSite((mail) => story.#deliver(mail));
    const story = new FollowedForm(server, wire, site);
    return story;
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.wire.close();
    await this.server.stop();
  }

  async #deliver(mail: Buffer): Promise<void> {
    for (const { folder, minutesLate } of this.fates) {
      await this.server.put(folder, mail, this.now + this.serverAheadMs + minutesLate * minuteMs);
    }
  }

  check(id: string): Check {
    const found = this.#checks.find((each) => each.id === id);
    if (found === undefined)
      throw new Error(`There is no ${id} among ${this.#checks.map((each) => each.id).join(', ')}.`);
    return found;
  }

  /** As the step does it, at the pace of a visitor. */
  async visit(): Promise<Told> {
    const check = this.check('website/form');
    const request = { scheduledAt: toInstant(this.now), confirmation: false, checks: [check] };
    const [result] = await runVisit(request, { ...this.#deps(), submissions: this.submissions });
    return told(result, check);
  }

  /** The same, as fast as it goes. */
  async send({ launch }: SharedBrowser): Promise<void> {
    const check = this.check('website/form');
    let visit: Visit | undefined;
    try {
      const context = aContext(form.spec, { options: check.options });
      const sending = createSending(check, toInstant(this.now), this.submissions, () => this.now);
      const { outcome, reason } = await form.measure(
        {
          pace: { rehearseMs: 0, submitMs: 0, againMs: 0 },
          sending,
          async open(prepare) {
            visit = await openVisit({
              url: check.url ?? '',
              device: 'desktop',
              throttled: false,
              signal: context.signal,
              launch: async (launching) => {
                const browser = await launch(launching);
                await prepare(browser.context);
                return browser;
              },
            });
            return visit;
          },
        },
        context,
      );
      if (outcome !== 'measured') throw new Error(`The form was not sent: ${reason.id}`);
    } finally {
      await visit?.close();
    }
  }

  /** Minutes later. */
  async look(minutes: number): Promise<Told> {
    this.now += minutes * minuteMs;
    return this.#poll('website/form-arrival', this.arrivalStore);
  }

  /** Who waits in the mailbox. */
  async mailbox(): Promise<Told> {
    return this.#poll('inbox/responses', this.mailboxStore);
  }

  async #poll(id: string, conversations: ReturnType<typeof memoryStore>): Promise<Told> {
    const check = this.check(id);
    const request = { scheduledAt: toInstant(this.now), confirmation: false, checks: [check] };
    const [result] = await runPoll(request, {
      ...this.#deps(),
      secrets: { read: async () => this.secret },
      conversations,
      submissions: this.submissions,
      sleep: async (ms) => {
        this.now += ms;
        await this.meanwhile();
      },
    });
    return told(result, check);
  }

  #deps(): RunDeps {
    return {
      evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
      now: () => this.now,
      progress: () => {},
      onFault: (_, error) => {
        throw error;
      },
      network: 'any',
    };
  }
}

function told(result: Result | undefined, check: Check): Told {
  if (result === undefined) throw new Error(`${check.id} yields a result.`);
  const { light, headline } = judge(result, check);
  return { light, says: wordFinding(headline.finding, check.probe, 'en').sentence, result: inEnglish(result) };
}

function fileOf(url: string, port: number): string {
  return `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: ${url}
    checks:
      form: { mode: submit, arrivesIn: inbox, within: 15m }
  - id: inbox
    kind: mailbox
    page: ${user}
    server: 127.0.0.1:${port}
    secret: inbox
    ours: [coffeelab.example]
`;
}
