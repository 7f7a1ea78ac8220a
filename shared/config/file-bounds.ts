import { z } from 'zod';
import type { MeasurementSpec } from '../model/probe-spec.ts';

/** What stands behind a measurement under `thresholds`. */
export function boundsOf(measurement: MeasurementSpec) {
  const { threshold, thresholdOn, title, unit, redOnlyWith } = measurement;
  const bounds = threshold ?? thresholdOn?.desktop ?? thresholdOn?.mobile;
  const where =
    threshold === undefined && thresholdOn !== undefined ? ` on ${Object.keys(thresholdOn).join(', ')}` : '';
  const mild = redOnlyWith === undefined ? '' : `, and only if ${redOnlyWith} is as bad`;
  const byDefault =
    bounds === undefined
      ? 'Not judged by default.'
      : `By default green to ${bounds.green}, ${bounds.red === null ? 'never red' : `red from ${bounds.red}`}${where}${mild}.`;
  const green = bounds?.green ?? 1000;
  const red = bounds === undefined ? 2000 : (bounds.red ?? 'never');
  return z
    .strictObject({
      green: z
        .number()
        .optional()
        .meta({ description: 'The worst value that is still green.', examples: [green] }),
      red: z
        .union([z.number(), z.literal('never')])
        .optional()
        .meta({
          description:
            'The first value that is red; between the two is yellow. "never" to stay yellow however bad it gets.',
          examples: [red],
        }),
    })
    .optional()
    .meta({ description: `${title} (${unit}). ${byDefault}`, examples: [{ green, red }] });
}
