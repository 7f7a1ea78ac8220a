import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { smallest, today } from './reading.ts';

const parse = (text: string) => parseConfiguration(text, 'touchpoints.yaml', today);

/** The faults' places, paths and sentences, one a line. */
function faultsIn(text: string): string[] {
  const reading = parse(text);
  return reading.ok ? [] : reading.faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);
}

describe('merging with "<<"', () => {
  const sentence = 'merging groups with "<<" is not supported; write the keys out';
  test.each([
    ['at the top', `<<: { language: uk }\n${smallest}`, 1],
    [
      'of what a touchpoint lacks',
      `touchpoints:\n  - &base { id: website, kind: website, url: "https://coffeelab.example" }\n  - <<: *base\n    id: shop\nbusiness: Coffee Lab\ntimeZone: Europe/Kyiv\n`,
      1,
    ],
    ['in checks', `${smallest}    checks: { <<: { form: false } }\n`, 1],
    ['in thresholds', `${smallest}    checks: { page-load: { thresholds: { <<: { lcpMs: { green: 1 } } } } }\n`, 1],
    ['in hours', `hours: { <<: { mon: "09:00-10:00" } }\n${smallest}`, 1],
    ['in alerts', `alerts: { <<: { email: [] } }\n${smallest}`, 1],
    ['in the values of a form', `${smallest}    checks: { form: { fill: { <<: { a: b } } } }\n`, 1],
    ['of a group that is not there', `${smallest}<<: *nothing\n`, 1],
    ['twice', `${smallest}<<: { language: uk }\n<<: { hours: {} }\n`, 1],
    ['of several', `${smallest}<<: [{ language: uk }, { hours: {} }]\n`, 1],
    ['in quotes', `${smallest}"<<": { language: uk }\n`, 1],
    ['in the YAML that knows it', `%YAML 1.1\n---\n${smallest}<<: { language: uk }\n`, 1],
    ['in two groups', `${smallest}    checks: { <<: { form: false } }\nalerts: { <<: { email: [] } }\n`, 2],
  ] as const)('%s gets one sentence', (_, text, times) => {
    expect(faultsIn(text).map((fault) => fault.replace(/^\S+ /, ''))).toEqual(Array(times).fill(sentence));
  });
});
