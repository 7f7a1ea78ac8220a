import { describe, expect, test } from 'vitest';
import { anUncheckedTemplate, aTemplate, type SynthesizedTemplate } from './a-template.ts';

const file = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example], acknowledge: 30m, then: [chief@coffeelab.example, olena@coffeelab.example] }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", owner: olena@coffeelab.example }
  - { id: shop, kind: website, url: "https://shop.example", owner: { name: Ivan, email: ivan@coffeelab.example } }
  - { id: blog, kind: website, url: "https://blog.example", owner: Ops@coffeelab.example }
  - { id: old, kind: website, url: "https://old.example", owner: { name: Ivan, email: ivan@coffeelab.example } }
`;

function subscriptionsOf(stack: Pick<SynthesizedTemplate, 'ofType'>): readonly (readonly unknown[])[] {
  return stack
    .ofType('AWS::SNS::Subscription')
    .map(({ Properties: { Endpoint, TopicArn, FilterPolicy = null } }) => {
      const topic = JSON.stringify(TopicArn).includes('TopicsAlerts') ? 'alerts' : 'operations';
      return [topic, Endpoint, FilterPolicy] as const;
    })
    .toSorted((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`));
}

describe('the subscriptions of a stack', () => {
  test('are one for each person, who gets everything, what was escalated, or what they own', () => {
    expect(subscriptionsOf(aTemplate(file))).toEqual([
      ['alerts', 'chief@coffeelab.example', { escalated: ['yes'] }],
      ['alerts', 'ivan@coffeelab.example', { touchpoint: ['shop', 'old'] }],
      ['alerts', 'olena@coffeelab.example', { $or: [{ escalated: ['yes'] }, { touchpoint: ['website'] }] }],
      ['alerts', 'ops@coffeelab.example', null],
      ['operations', 'ops@coffeelab.example', null],
    ]);
    expect(aTemplate(file).warnings).toEqual([]);
  });

  test('are as many as SNS can filter by, for somebody who owns very many touchpoints', () => {
    const owned = Array.from(
      { length: 100 },
      (_, n) =>
        `  - { id: s${n}, kind: website, url: "https://s${n}.example", checks: { form: false }, owner: olena@coffeelab.example }`,
    );
    const many = `business: A\ntimeZone: UTC\nalerts: { acknowledge: 30m, then: olena@coffeelab.example }\ntouchpoints:\n${owned.join('\n')}\n`;
    const [[, , policy] = []] = subscriptionsOf(anUncheckedTemplate(many));
    expect(JSON.stringify(policy).match(/"s\d+"/g)).toHaveLength(100);
  });
});
