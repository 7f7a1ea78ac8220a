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
  const { firstFault, ...rest } = leftOut('florist', {
    fileName: 'sites/florist.yaml',
    faults: [fault, fault],
    pageLanguage: 'uk',
  });
  expect(rest).toEqual({ id: 'florist', file: 'florist.yaml', faults: 2, pageLanguage: 'uk' });
  expect(firstFault).toMatch(/^florist\.yaml:2:11 timeZone: is no zone x+\.\.\.$/);
  expect(firstFault.length).toBeLessThanOrEqual(200);
});

test('of a business that has a folder, the folder stands before the file, which is called alike in all of them', () => {
  const fault = { file: 'sites/salon/touchpoints.yaml', line: 2, column: 11, path: 'timeZone', message: 'is no zone' };
  expect(leftOut('salon', { fileName: fault.file, faults: [fault], pageLanguage: null })).toMatchObject({
    file: 'salon/touchpoints.yaml',
    firstFault: 'salon/touchpoints.yaml:2:11 timeZone: is no zone',
  });
});
