import { createElement as h, type ReactElement, type ReactNode } from 'react';
import type { Waiting } from '../../../shared/evaluation/conversations/response-figures.ts';
import { formatFor, mailPlace } from '../../../shared/i18n/format.ts';
import type { TouchpointKind } from '../../../shared/model/business.ts';
import type { PageFrame } from '../page-frame.ts';
import { touchpointPath } from '../paths.ts';
import type { Overview, WaitingAt } from '../read-overview.ts';
import { live } from './layout.ts';
import { note } from './wording.ts';

/** People of one touchpoint that the overview names. */
const namedEach = 5;

/** Who waits for an answer: operators see them, readers how many there are. */
export function waitingSection({ waitingAt, notAsked, asksAnybody }: Overview, frame: PageFrame): ReactElement | null {
  const { words } = frame;
  if (!asksAnybody) return null;
  return h(
    'section',
    { ...live('waiting'), 'aria-labelledby': 'waiting-title' },
    h('h2', { id: 'waiting-title' }, words.heading.waiting),
    waitingAt.length === 0 ? h('p', null, words.waiting.nobody) : null,
    ...waitingAt.map((each) => touchpointWaits(each, frame)),
    notAsked === 0 ? null : h('p', { className: 'mute' }, words.waiting.notRead(notAsked)),
  );
}

function touchpointWaits({ touchpoint, waiting }: WaitingAt, frame: PageFrame): ReactElement {
  const { words, naming, session } = frame;
  const overdue = waiting.filter((each) => each.overdue).length;
  return h(
    'article',
    { key: touchpoint.id },
    h('h3', null, h('a', { href: touchpointPath(touchpoint.id) }, naming.nameOf(touchpoint.id))),
    h('p', null, `${words.waiting.count(waiting.length, overdue)}.`),
    session.role === 'operator' ? whoWaitsList(waiting, touchpoint.kind, frame, namedEach) : null,
  );
}

/** @param limit how many are named */
export function whoWaitsList(
  waiting: readonly Waiting[],
  kind: TouchpointKind,
  frame: PageFrame,
  limit: number,
): ReactElement {
  const more = waiting.length - limit;
  return h(
    'ul',
    null,
    ...waiting.slice(0, limit).map((each) => h('li', { key: each.conversation.id }, ...personWaits(each, kind, frame))),
    more > 0 ? h('li', { className: 'mute' }, frame.words.waiting.more(more)) : null,
  );
}

function personWaits(
  { conversation, waitedMinutes, dueAt }: Waiting,
  kind: TouchpointKind,
  { language, digest, times }: PageFrame,
): ReactNode[] {
  const { author, text, permalink, waitingSince } = conversation;
  const name = note(author) || '?';
  const said = note(text);
  const waited = waitedMinutes < 1 ? null : formatFor(language).measured(waitedMinutes, 'minutes');
  const due = dueAt === null ? null : times.stamp(dueAt);
  if (kind === 'phone') {
    const who = waitingSince === null ? name : digest.missedCall(name, times.stamp(waitingSince));
    return [
      h('bdi', { key: 'who' }, who),
      h('p', { key: 'waits', className: 'mute' }, digest.overdueCall(waited, due)),
    ];
  }
  const place = kind === 'mailbox' && permalink !== null ? `; ${mailPlace(note(permalink), language)}` : '';
  return [
    h('bdi', { key: 'who' }, said === '' ? name : digest.saidBy(name, said)),
    h(
      'p',
      { key: 'waits', className: 'mute' },
      h('bdi', null, `${digest.overdue(waited, due)}${place}`),
      ...(isSafe(permalink)
        ? [' ', h('a', { key: 'link', href: permalink, rel: 'noreferrer noopener' }, digest.answerHere)]
        : []),
    ),
  ];
}

/** Links come from the platforms' answers: nothing but the web is linked to. */
export function isSafe(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url) && URL.canParse(url);
}
