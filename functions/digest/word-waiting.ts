import type { Waiting } from '../../shared/evaluation/conversations/response-figures.ts';
import { mailPlace } from '../../shared/i18n/format.ts';
import type { TouchpointKind } from '../../shared/model/business.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import type { Formats } from './formats.ts';
import type { OverdueView } from './view.ts';

/** A customer who waits: who, for how long, and where to answer. */
export function overdueView(
  { conversation, waitedMinutes, dueAt }: Waiting,
  kind: TouchpointKind,
  { language, words, measured, moment }: Formats,
): OverdueView {
  const { author, text, permalink, waitingSince } = conversation;
  const name = oneLine(author) || '?';
  const said = oneLine(text);
  // Who has just written, or outside business hours, has not waited yet.
  const waited = waitedMinutes < 1 ? null : measured(waitedMinutes, 'minutes');
  const due = dueAt === null ? null : moment(dueAt);
  if (kind === 'phone') {
    const who = waitingSince === null ? name : words.missedCall(name, moment(waitingSince));
    return { who, waits: words.overdueCall(waited, due), link: null };
  }
  const waits = words.overdue(waited, due);
  return {
    who: said === '' ? name : words.saidBy(name, said),
    // A mail has no link: its folder and subject lead to it.
    waits: kind === 'mailbox' && permalink !== null ? `${waits}; ${mailPlace(oneLine(permalink), language)}` : waits,
    link: isSafe(permalink) ? { text: words.answerHere, url: permalink } : null,
  };
}

/** Links come from the platforms' answers: nothing but the web is linked to. */
export function isSafe(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url) && URL.canParse(url);
}
