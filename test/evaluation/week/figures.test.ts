import { expect, test } from 'vitest';
import type { FigureSpec } from '../../../shared/model/probe-spec.ts';
import { figureIds } from '../../../shared/model/week-figure.ts';
import { probeSpecs } from '../../../shared/probes/index.ts';

const answers = Object.values(probeSpecs).flatMap((spec) =>
  Object.entries(spec.figures ?? {}).map(([id, figure]: [string, FigureSpec]) => ({ id, figure, spec })),
);

test('each figure of the weekly mail is answered by one probe', () => {
  expect(answers.map(({ id }) => id).toSorted()).toEqual(figureIds.toSorted());
});

test.each(answers)(
  '$id is answered by a check that exists, and by a measurement that is kept for each day',
  (answer) => {
    const { figure, spec } = answer;
    if (figure.by === 'conversations') expect(spec.visit).toBe('poll');
    else expect(figure.device !== null).toBe(spec.perDevice);
    if (figure.by === 'measurement') expect(spec.measurements[figure.measurement]).toMatchObject({ main: true });
  },
);
