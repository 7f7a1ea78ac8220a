import { expect, test } from 'vitest';
import { leftOut } from '../../../shared/config/fleet/left-out.ts';

test('a business that was left out is known by its file and its first fault, on one line', () => {
  const fault = {
    file: 'sites/florist.yaml',
    line: 2,
    column: 11,
    path: 'timeZone',
    message: `is no\nzone ${'x'.repeat(300)}`,
  };
  const { firstFault, ...rest } = leftOut('florist', 'sites/florist.yaml', [fault, fault]);
  expect(rest).toEqual({ id: 'florist', file: 'florist.yaml', faults: 2 });
  expect(firstFault).toMatch(/^florist\.yaml:2:11 timeZone: is no zone x+\.\.\.$/);
  expect(firstFault.length).toBeLessThanOrEqual(200);
});
