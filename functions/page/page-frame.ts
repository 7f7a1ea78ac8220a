import type { Context } from 'hono';
import { digestWords } from '../../shared/i18n/digest.ts';
import type { DigestWords } from '../../shared/i18n/digest-words.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { type Naming, nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';
import { pageWords } from '../../shared/i18n/page/page.ts';
import type { PageWords } from '../../shared/i18n/page/words.ts';
import { type Configuration, type Language, titleOf } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { outcomeSentence } from './acting/outcomes.ts';
import type { PageDeps, PageEnvironment, Session } from './page-deps.ts';

/** What all parts of one answer share: who asks, when, and how it is said. */
export interface PageFrame {
  readonly configuration: Configuration;
  readonly session: Session;
  readonly language: Language;
  readonly now: Instant;
  /** Where the reader is, without what was said about an act: forms come back to it. */
  readonly here: string;
  /** How the act ended that led here; null where none did. */
  readonly said: { readonly ok: boolean; readonly sentence: string } | null;
  /** There is nothing to sign out of. */
  readonly isLocal: boolean;
  readonly words: PageWords;
  /** What the mail calls lights, kinds of touchpoints and waiting customers. */
  readonly digest: DigestWords;
  readonly naming: Naming;
  readonly times: Times;
}

/** Moments in the business's time zone, as of now. */
interface Times {
  /** "today at 09:40" */
  readonly moment: (at: Instant) => string;
  /** "09:40", on another day "22 Nov 09:40" */
  readonly short: (at: Instant) => string;
  /** "Mon 23 Nov, 09:40" */
  readonly stamp: (at: Instant) => string;
  /** "45 minutes" until now, or until `to` */
  readonly lasted: (from: Instant, to?: Instant) => string;
}

export function frameOf(context: Context<PageEnvironment>, deps: PageDeps): PageFrame {
  const { configuration } = deps;
  const { language } = configuration;
  const now = toInstant(deps.now());
  const digest = digestWords[language];
  return {
    ...{ configuration, language, now, digest },
    session: context.get('session'),
    here: hereOf(context.req.url),
    said: outcomeSentence(context.req.query(), language),
    isLocal: deps.isLocal === true,
    words: pageWords[language],
    naming: nameTouchpoints(
      configuration.touchpoints.map((each) => ({ ...each, ...titleOf(each) })),
      { words: digest, language },
    ),
    times: timesOf(configuration, now),
  };
}

function timesOf({ language, timeZone }: Configuration, now: Instant): Times {
  const { moment, shortMoment, stamp, duration } = formatFor(language);
  return {
    moment: (at) => moment(at, timeZone, now),
    short: (at) => shortMoment(at, timeZone, now),
    stamp: (at) => stamp(at, timeZone, now),
    lasted: (from, to = now) => duration(Math.max(0, Date.parse(to) - Date.parse(from))),
  };
}

function hereOf(address: string): string {
  const url = new URL(address);
  for (const name of ['done', 'failed']) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
}
