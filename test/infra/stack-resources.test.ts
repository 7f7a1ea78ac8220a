import { describe, expect, test } from 'vitest';
import { outputs } from '../../shared/model/stack-names.ts';
import { purposeOfQueue, stepOfResource } from '../../shared/model/stack-resources.ts';
import { anUncheckedTemplate } from './a-template.ts';

const stack = anUncheckedTemplate();
const idsOf = (type: string): string[] => stack.ofType(type).map(({ id }) => id);

describe('resources of the stack, as the command line finds them', () => {
  test('each queue says what it is for', () => {
    const purposes = idsOf('AWS::SQS::Queue').map((id) => {
      const purpose = purposeOfQueue(id);
      return purpose === null ? id : Object.values(purpose).join(' ');
    });
    expect(purposes.toSorted()).toEqual([
      ...['dead-letters visits', 'dead-letters work'],
      ...['results probe-availability', 'results probe-lighthouse', 'results probe-page', 'results probe-social'],
      ...['visits probe-page', 'visits probe-social'],
    ]);
  });

  test('each schedule and trigger names its step, and no step has two of a kind', () => {
    for (const type of ['AWS::Scheduler::Schedule', 'AWS::Lambda::EventSourceMapping']) {
      const owners = idsOf(type).map(stepOfResource);
      expect(owners).not.toContain(null);
      expect(new Set(owners).size, type).toBe(owners.length);
    }
  });

  test('what is none of them is taken for none', () => {
    expect(purposeOfQueue('Results01234567')).toBeNull();
    expect(purposeOfQueue('ProbePageVisitsPolicy01234567')).toBeNull();
    expect(stepOfResource('TopicsAlerts01234567')).toBeNull();
  });

  test('the stack says what it was deployed from', () => {
    stack.template.hasOutput(outputs.version, { Value: '1.2.3' });
    stack.template.hasOutput(outputs.configuration, { Value: '0123456789abcdef' });
  });
});
