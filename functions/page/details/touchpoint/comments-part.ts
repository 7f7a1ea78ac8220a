import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import type { Conversation } from '../../../../shared/model/conversation.ts';
import type { PageFrame } from '../../page-frame.ts';
import { live } from '../../views/layout.ts';
import { isSafe } from '../../views/waiting.ts';
import { note } from '../../views/wording.ts';
import type { TouchpointNow } from './read-touchpoint.ts';

const shownAtMost = 30;

/** What customers wrote beside their scores: for operators only. */
export function commentsPart({ comments }: Pick<TouchpointNow, 'comments'>, frame: PageFrame): ReactElement | null {
  if (comments === null) return null;
  const words = detailWords[frame.language];
  return h(
    'section',
    { ...live('comments'), 'aria-labelledby': 'comments-title' },
    h('h2', { id: 'comments-title' }, words.heading.comments),
    ...commentsFor(comments, frame),
  );
}

function commentsFor(comments: readonly Conversation[], frame: PageFrame): ReactNode[] {
  const { none, operatorsOnly, more } = detailWords[frame.language].comments;
  if (comments.length === 0) return [h('p', { key: 'none' }, none)];
  if (frame.session.role !== 'operator') return [h('p', { key: 'only', className: 'mute' }, operatorsOnly)];
  const left = comments.length - shownAtMost;
  return [
    h('ul', { key: 'list' }, ...comments.slice(0, shownAtMost).map((each) => commentItem(each, frame))),
    left > 0 ? h('p', { key: 'more', className: 'mute' }, more(left)) : null,
  ];
}

function commentItem({ id, text, score, startedAt, permalink }: Conversation, frame: PageFrame): ReactElement {
  const { scored } = detailWords[frame.language].comments;
  const at = frame.times.stamp(startedAt);
  const when = score === undefined ? at : scored(score, at);
  return h(
    'li',
    { key: id },
    h('bdi', { key: 'text' }, note(text)),
    h(
      'p',
      { key: 'when', className: 'mute' },
      isSafe(permalink) ? h('a', { href: permalink, rel: 'noreferrer noopener' }, when) : when,
    ),
  );
}
