import type { CheckDay } from '../../shared/evaluation/week/figures.ts';
import type { TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import { aStatus } from '../support/a-status.ts';
import { aConversation, aDay, aPoll, emptyHistory } from '../support/a-week.ts';
import { before, week } from './week-47.ts';

const lastRunAt = '2026-11-23T05:55:00.000Z';
const fourteenDays = [...before.days, ...week.days].map(({ date }) => date);

export function healthy(touchpoint: Touchpoint): TouchpointHistory {
  const { id: touchpointId, checks } = touchpoint;
  const responses = checks.find(({ probe }) => probe === 'responses');
  return {
    ...emptyHistory(touchpoint),
    statuses: checks.map(({ id }) => aStatus({ touchpointId, checkId: id, lastRunAt })),
    days: checks.flatMap(({ id }) =>
      fourteenDays.map((date, n): CheckDay => ({ checkId: id, day: aDay(date, id, n) })),
    ),
    conversations: responses === undefined ? [] : answered(responses.id),
    polls:
      responses === undefined || touchpoint.kind !== 'google-reviews'
        ? []
        : [aPoll(responses.id, [4.58, 4.58, 4.58, 4.6, 4.6, 4.6, 4.61])],
  };
}

function answered(checkId: string) {
  return fourteenDays.map((date, n) =>
    aConversation({
      checkId,
      id: `t${n}`,
      state: 'answered',
      reason: 'answered',
      waitingSince: `${date}T08:00:00.000Z`,
      answeredAt: `${date}T08:${20 + n}:00.000Z`,
      responseMinutes: 20 + n,
    }),
  );
}
