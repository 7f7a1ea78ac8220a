import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { toldReasons } from '../../shared/model/reason.ts';
import { anUncheckedTemplate, everyTwoHours } from './a-template.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');

let stack: ReturnType<typeof anUncheckedTemplate>;
beforeAll(() => {
  stack = anUncheckedTemplate();
});

describe('alarms about Touchlight itself', () => {
  test('each tells operations when it rings and when it is over', () => {
    for (const { id, Properties } of stack.ofType('AWS::CloudWatch::Alarm')) {
      const operations = [{ Ref: expect.stringMatching(/^TopicsOperations/) }];
      expect(Properties['AlarmActions'], id).toEqual(operations);
      expect(Properties['OKActions'], id).toEqual(operations);
    }
  });

  test('only the absence of results takes missing data for a fault: everywhere else it means that nothing failed', () => {
    const breaching = stack
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties['TreatMissingData'] !== 'notBreaching');
    expect(breaching.map(({ Properties }) => [Properties['MetricName'], Properties['TreatMissingData']])).toEqual([
      ['ResultsEvaluated', 'breaching'],
    ]);
  });

  test('no results for two of the shortest cadences is a fault', () => {
    stack.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ResultsEvaluated',
      Period: 300,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
    });
    const slow = anUncheckedTemplate(everyTwoHours);
    slow.template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ResultsEvaluated', Period: 7200 });
  });

  test('every dead-letter queue has one', () => {
    const watched = stack
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties['MetricName'] === 'ApproximateNumberOfMessagesVisible')
      .map(({ Properties }) => JSON.stringify(Properties['Dimensions']));
    const dead = stack.ofType('AWS::SQS::Queue').filter(({ id }) => id.includes('DeadLetters'));
    for (const { id } of dead)
      expect(
        watched.filter((dimensions) => dimensions.includes(id)),
        id,
      ).toHaveLength(1);
  });

  test('every text ends with its heading in the runbook, and that heading is there', () => {
    for (const { id, Properties } of stack.ofType('AWS::CloudWatch::Alarm')) {
      const heading = /docs\/runbook\.md#(alarm-[a-z-]+)$/.exec(String(Properties['AlarmDescription']))?.[1];
      expect(heading, id).toBeDefined();
      expect(headings(), id).toContain(heading);
    }
  });

  test('the runbook has a heading for every reason that somebody is told', () => {
    for (const reason of toldReasons)
      expect(
        headings().some((heading) => heading.includes(reason)),
        reason,
      ).toBe(true);
  });

  test('one dashboard shows all of them', () => {
    const [dashboard, ...more] = stack.ofType('AWS::CloudWatch::Dashboard');
    expect(more).toEqual([]);
    const body = JSON.stringify(dashboard?.Properties['DashboardBody']);
    for (const { id } of stack.ofType('AWS::CloudWatch::Alarm')) expect(body, id).toContain(`"${id}"`);
  });
});

/** As GitHub makes anchors of headings. */
function headings(): string[] {
  return [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
