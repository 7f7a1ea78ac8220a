import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { stackShape } from '../../shared/evaluation/schedule/stack-shape.ts';
import { functionName } from '../../shared/model/stack-names.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { anUncheckedTemplate } from './a-template.ts';

/** What is paid for by being there is counted for `validate` from the configuration alone: it must be what is built. */
describe.each([
  ['one website with all defaults', '[{ id: website, kind: website, url: "https://a.example" }]', ''],
  [
    'a website that is only asked whether it is there',
    `[{ id: website, kind: website, url: "https://a.example", checks: ${onlyChecks({ availability: '{}' })} }]`,
    '',
  ],
  [
    'two social pages and a digest',
    '[{ id: facebook, kind: facebook, page: "1", secret: page-token }, { id: x, kind: x, page: "2", secret: x-grant }]',
    'digest: { to: [owner@a.example] }',
  ],
  [
    'everything',
    '[{ id: website, kind: website, url: "https://a.example" }, { id: facebook, kind: facebook, page: "1", secret: page-token }]',
    'digest: { to: [owner@a.example] }\npage: {}',
  ],
])('%s', (_, touchpoints, digest) => {
  const yaml = `business: A\ntimeZone: UTC\n${digest}\ntouchpoints: ${touchpoints}\n`;

  test.each([true, false])('costs what its template holds (dashboard: %s)', (dashboard) => {
    const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const shape = stackShape(reading.configuration, { dashboard });
    const template = anUncheckedTemplate(yaml, dashboard);
    const values = (type: string, property: string): unknown[] =>
      template
        .ofType(type)
        .map(({ Properties }) => Properties[property])
        .toSorted();

    expect(values('AWS::Lambda::Function', 'FunctionName')).toEqual(
      shape.steps.map((step) => functionName('Touchlight', step)).toSorted(),
    );
    expect(values('AWS::CloudWatch::Alarm', 'AlarmName')).toEqual(
      shape.alarms.map((name) => `Touchlight-${name}`).toSorted(),
    );
    expect(template.ofType('AWS::CloudWatch::Dashboard')).toHaveLength(shape.dashboards);
    expect(template.ofType('AWS::CloudWatch::CompositeAlarm')).toEqual([]);
    const sources = template.ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties);
    const polled = sources.filter((source) => JSON.stringify(source['EventSourceArn']).includes('Visits'));
    expect(polled).toHaveLength(shape.polledQueues);
    // The table's stream is the only other source, and reading it costs nothing.
    expect(sources).toHaveLength(shape.polledQueues + 1);
    const resultQueues = template.ofType('AWS::SQS::Queue').filter(({ id }) => id.includes('Results'));
    expect(resultQueues).toHaveLength(shape.resultQueues);
    for (const alarm of template.ofType('AWS::CloudWatch::Alarm')) {
      const namespaces = JSON.stringify(alarm.Properties).match(/"Namespace":"[^"]+"/g);
      // One metric an alarm: each further one would cost as much again. And only metrics that AWS gives away.
      expect(namespaces, alarm.id).toHaveLength(1);
      expect(namespaces?.[0], alarm.id).toMatch(/"AWS\/(Lambda|SQS|SNS|SES)"/);
    }
    for (const type of ['AWS::KMS::Key', 'AWS::EC2::VPC', 'AWS::EC2::NatGateway'])
      expect(template.ofType(type)).toEqual([]);
  });
});
