import { form } from '../../functions/probe-page/form/probe.ts';
import { createSending } from '../../functions/probe-page/form/sending.ts';
import type { Pace } from '../../functions/probe-page/form/try-form.ts';
import type { launchBrowser } from '../../shared/browser/launch.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import type { TypedEnquiry } from '../../shared/model/check.ts';
import { type FoundForm, foundFormSchema } from '../../shared/model/found.ts';
import type { Submission } from '../../shared/model/submission.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aCheck } from '../support/a-check.ts';
import { aContext } from '../support/a-context.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { allStated, inEnglish } from '../support/said.ts';
import { aReceiver, type Delivery, type Replies } from './form-receiver.ts';

/** A result, told in English. */
type Shown = ReturnType<typeof shown>;

export interface Trial {
  readonly result: Shown;
  /** What a second delivery of the same run came to, which finds no browser any more; null where nothing was sent. */
  readonly again: Shown | null;
  /** The form that was tried, as the result describes it. */
  readonly form: FoundForm | undefined;
  /** What reached the site's own server. */
  readonly deliveries: readonly Delivery[];
  readonly hits: readonly string[];
  /** What a person at a terminal is told meanwhile. */
  readonly progress: readonly string[];
  /** What was written down as sent. */
  readonly submissions: readonly Submission[];
}

export interface TrialOptions {
  readonly launch: typeof launchBrowser;
  readonly options?: Record<string, unknown>;
  readonly replies?: Replies;
  readonly pace?: Pace;
  /** The same visit was red a moment ago. */
  readonly isRepeated?: boolean;
  /** What a mystery shopper asks. */
  readonly enquiry?: TypedEnquiry;
}

/** Nobody has to be waited for whose page does not ask how fast its visitors are. */
const brisk: Pace = { rehearseMs: 0, submitMs: 0, againMs: 0 };

/** One visit to a fixture page with a server of its own. */
export async function tryPage(
  page: string,
  { launch, options = {}, replies = {}, pace = brisk, enquiry, isRepeated = false }: TrialOptions,
): Promise<Trial> {
  const receiver = await aReceiver(replies);
  const submissions = emptySubmissions();
  const now = Date.now;
  const progress: string[] = [];
  const say = (what: string): number => progress.push(what);
  let visit: Visit | undefined;
  try {
    const open: Parameters<typeof form.measure>[0]['open'] = async (prepare) => {
      visit = await openVisit({
        url: receiver.page(page),
        device: 'desktop',
        throttled: false,
        signal: AbortSignal.timeout(60_000),
        launch: async (launching) => {
          const browser = await launch(launching);
          await prepare(browser.context);
          return browser;
        },
      });
      return visit;
    };
    const check = aCheck({ id: 'website/form' });
    const dueAt = new Date(now()).toISOString();
    const deliver = async (opening: typeof open): Promise<Shown> => {
      const sending = createSending(check, dueAt, submissions, now);
      const target = { pace, open: opening, sending, isRepeated, ...(enquiry && { enquiry }) };
      return shown(await form.measure(target, { ...aContext(form.spec, { options }), progress: say }));
    };
    const result = await deliver(open);
    const noBrowser = (): Promise<Visit> => Promise.reject(new Error('A run that has sent opens no browser.'));
    const again = submissions.all.length === 0 ? null : await deliver(noBrowser);
    const forms = foundFormSchema.array().parse(result.details?.['forms'] ?? []);
    return {
      result,
      again,
      form: forms[0],
      deliveries: receiver.deliveries,
      hits: receiver.hits,
      progress,
      submissions: submissions.all,
    };
  } finally {
    await visit?.close();
    await receiver.close();
  }
}

function shown({ facts = {}, ...result }: Measured) {
  return inEnglish({ ...result, facts: allStated(facts) });
}
