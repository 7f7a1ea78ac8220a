import { createElement as h, type ReactElement } from 'react';
import { formatFor } from '../../../../shared/i18n/format.ts';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import type { PageFrame } from '../../page-frame.ts';
import { live } from '../../views/layout.ts';
import { whoWaitsList } from '../../views/waiting.ts';
import type { TouchpointNow } from './read-touchpoint.ts';

const namedAtMost = 50;

/** Who waits for an answer: operators see them, readers how many there are and for how long. */
export function waitingPart({ touchpoint, waiting }: TouchpointNow, frame: PageFrame): ReactElement | null {
  if (waiting === null) return null;
  const { words, language, session } = frame;
  const { longest, operatorsOnly } = detailWords[language].waiting;
  const overdue = waiting.filter((each) => each.overdue).length;
  const minutes = waiting[0]?.waitedMinutes ?? 0;
  const figures = [
    `${words.waiting.count(waiting.length, overdue)}.`,
    ...(minutes < 1 ? [] : [longest(formatFor(language).measured(minutes, 'minutes'))]),
  ];
  const people =
    session.role === 'operator'
      ? whoWaitsList(waiting, touchpoint.kind, frame, namedAtMost)
      : h('p', { className: 'mute' }, operatorsOnly);
  return h(
    'section',
    { ...live('waiting'), 'aria-labelledby': 'waiting-title' },
    h('h2', { id: 'waiting-title' }, words.heading.waiting),
    h('p', null, waiting.length === 0 ? words.waiting.nobody : figures.join(' ')),
    waiting.length === 0 ? null : people,
  );
}
