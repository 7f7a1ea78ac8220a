import { createElement as h, type ReactElement } from 'react';
import { alertMessages } from '../../../shared/i18n/alerts.ts';
import { seenFromOf } from '../../../shared/i18n/regions/one-region.ts';
import { asSentence } from '../../../shared/i18n/wording.ts';
import type { OpenIncident } from '../../../shared/model/board.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { coversWindow } from '../../../shared/probes/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { incidentPath } from '../paths.ts';
import { acknowledgeForm } from './forms.ts';
import { live } from './layout.ts';
import { chip, firstPicture, lastKnownChip, lightInWords, onIt, pair, time } from './parts.ts';
import { checkTitle, remedyOf, wordFound } from './wording.ts';

export interface CardedIncident extends OpenIncident {
  /** Nobody has looked since: it may be over. */
  readonly isLastKnown: boolean;
}

/** An open incident on the overview: what is wrong, since when, what to do and who does it. */
export function incidentCard(
  { incident, acknowledgement, isLastKnown }: CardedIncident,
  frame: PageFrame,
): ReactElement {
  const { words, session } = frame;
  const { checkId, openedAt, light, evidence } = incident;
  const title = checkTitle(checkId, frame);
  const picture = firstPicture(evidence, title, frame);
  const isFree = acknowledgement === null && session.role === 'operator';
  return h(
    'article',
    { key: `${checkId} ${openedAt}`, ...live(`incident ${checkId} ${openedAt}`) },
    h(
      'div',
      { className: 'title' },
      h('h3', null, h('a', { href: openedAt === null ? '#main' : incidentPath(checkId, openedAt) }, title)),
      isLastKnown ? lastKnownChip(light, frame) : chip(light, frame),
    ),
    h(
      'div',
      picture === null ? null : { className: 'withPicture' },
      h(
        'div',
        null,
        incidentFacts(incident, frame),
        h(
          'p',
          { className: 'mute' },
          ...(acknowledgement === null
            ? [words.nobodyOnIt]
            : [h('b', { key: 'l' }, `${words.label.onIt}: `), ...onIt(acknowledgement, frame)]),
        ),
        isFree ? acknowledgeForm(incident, frame) : null,
      ),
      picture,
    ),
  );
}

/** What is wrong, and what was expected; how long it has been so, and what to do. */
export function incidentFacts(incident: Incident, frame: PageFrame): ReactElement {
  const { words, times, language, configuration } = frame;
  const { owner } = configuration.touchpoints.find(({ id }) => id === incident.touchpointId) ?? {};
  const { checkId, suspectedAt, resolvedAt, finding, light, worstLight } = incident;
  const { sentence, brief, expected, actual } = wordFound(finding, checkId, frame);
  const isOver = resolvedAt !== null;
  const seenFrom = seenFromOf(incident, language);
  const isNoticed = coversWindow(parseCheckId(checkId).probe);
  const moment = times.moment(suspectedAt);
  const since = isNoticed ? moment : words.sinceFor(moment, times.lasted(suspectedAt));
  const label = isNoticed ? alertMessages[language].label.noticed : words.label.since;
  return h(
    'div',
    null,
    isOver ? null : h('p', null, h('bdi', null, sentence)),
    h(
      'dl',
      null,
      // What is over needs no address and no advice.
      ...(isOver ? pair(words.label.lastProblem, h('bdi', null, asSentence(brief))) : []),
      ...pair(label, time(suspectedAt, isOver ? times.stamp(suspectedAt) : since)),
      ...(worstLight === light && !isOver ? [] : pair(words.label.worstLight, lightInWords(worstLight, frame))),
      ...(resolvedAt === null || isNoticed ? [] : pair(words.label.lasted, times.lasted(suspectedAt, resolvedAt))),
      ...(expected === null ? [] : pair(words.label.expected, h('bdi', null, expected))),
      ...(actual === null ? [] : pair(words.label.actual, h('bdi', null, actual))),
      ...(seenFrom === null ? [] : pair(alertMessages[language].label.regions, seenFrom)),
      ...(isOver ? [] : pair(words.label.todo, remedyOf(incident, frame))),
      ...(owner === undefined ? [] : pair(alertMessages[language].label.owner, h('bdi', null, owner.name))),
    ),
  );
}
