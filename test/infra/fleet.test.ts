import { describe, expect, test } from 'vitest';
import { fleetProblem } from '../../infra/fleet-limits.ts';
import type { AgencyMail } from '../../shared/config/fleet/agency-mail.ts';
import { readFleet } from '../../shared/config/fleet/read-fleet.ts';
import { withoutUnsupported } from '../../shared/config/fleet/without-unsupported.ts';
import { aFleetTemplate, type Resource } from './a-template.ts';

const digest = (to: string, at: string) =>
  `digest: { to: [${to}], from: touchlight@agency.example, at: "${at}" }\nalerts: { email: [${to}], acknowledge: 30m, then: [boss@agency.example] }`;
const { businesses } = withoutUnsupported(
  aFolder({
    bakery: ['Europe/Kyiv', digest('baker@bakery.example', 'Mon 08:00')],
    cafe: ['Europe/Kyiv', digest('owner@cafe.example', 'Mon 08:00')],
    florist: ['Asia/Almaty', digest('owner@florist.example', 'Mon 08:00')],
    garage: ['Europe/Kyiv', digest('owner@cafe.example', 'Tue 09:30')],
    salon: ['Europe/Kyiv', 'alerts: { telegram: { chat: "@salon", secret: telegram-bot } }'],
  }).businesses,
);
const stack = aFleetTemplate(businesses, ['ops@agency.example']);
const withFleet = ['dispatch', 'evaluate', 'notify', 'digest', 'channel'];

describe('the configuration of a fleet', () => {
  test('is given to the steps that work with it as one object in S3, by its key and its hash', () => {
    const places = stack.ofType('AWS::Lambda::Function').map(({ Properties }) => ({
      name: String(Properties['FunctionName']).replace('Touchlight-', ''),
      variables: JSON.stringify(Properties['Environment'] ?? {}),
    }));
    const given = places.filter(({ variables }) => variables.includes('FLEET_'));
    expect(given.map(({ name }) => name).toSorted()).toEqual(withFleet.toSorted());
    for (const { variables } of given) {
      expect(variables).toMatch(/"FLEET_KEY":"[0-9a-f]{64}\.gz"/);
      expect(variables).toMatch(/"FLEET_SHA256":"[0-9a-f]{64}"/);
    }
  });

  test('is the only object of its bucket that they may read, and no probe may', () => {
    const key = /[0-9a-f]{64}\.gz/.exec(JSON.stringify(stack.ofType('AWS::Lambda::Function')))?.[0] ?? 'none';
    const statements = policies().flatMap(({ role, statements: all }) => all.map((statement) => ({ role, statement })));
    const reading = statements.filter(({ statement }) => statement.includes(key));
    expect(new Set(reading.map(({ role }) => role))).toEqual(
      new Set(['Dispatch', 'Evaluate', 'Notify', 'Digest', 'Channels']),
    );
    for (const { statement } of reading) {
      expect(statement).toContain('"Action":"s3:GetObject"');
      expect(statement).not.toContain('cdk-hnb659fds-assets-*');
    }
  });
});

describe('alerts', () => {
  test('go to the readers of their business, each address once, and all of them to the agency', () => {
    const subscriptions = stack
      .ofType('AWS::SNS::Subscription')
      .filter(({ Properties }) => Properties['Protocol'] === 'email')
      .map(({ Properties }) => [Properties['Endpoint'], Properties['FilterPolicy'] ?? null]);
    expect(subscriptions).toHaveLength(6);
    expect(Object.fromEntries(subscriptions)).toEqual({
      'baker@bakery.example': { business: ['bakery'] },
      'owner@cafe.example': { business: ['cafe', 'garage'] },
      'owner@florist.example': { business: ['florist'] },
      'boss@agency.example': { business: ['bakery', 'cafe', 'florist', 'garage'], escalated: ['yes'] },
      // Twice: of the businesses, and of Touchlight itself.
      'ops@agency.example': null,
    });
  });

  test('keep their subscription when a business comes before theirs, and when they become the agency', () => {
    const placesOf = (read: ReturnType<typeof aFolder>['businesses'], agency: readonly string[] = []) =>
      aFleetTemplate(withoutUnsupported(read).businesses, agency)
        .ofType('AWS::SNS::Subscription')
        .filter(({ Properties }) => Properties['Endpoint'] === 'z@shop.example')
        .map(({ id }) => id);
    const shop = 'alerts: { email: [z@shop.example] }';
    const before = placesOf(aFolder({ shop: ['UTC', shop] }).businesses);
    expect(before).toHaveLength(1);
    const beside = aFolder({
      bakery: ['UTC', 'alerts: { email: [a@bakery.example] }'],
      shop: ['UTC', shop],
    }).businesses;
    expect(placesOf(beside)).toEqual(before);
    expect(placesOf(beside, ['z@shop.example'])).toEqual(expect.arrayContaining(before));
  });

  test('of more addresses than SNS filters for are refused before anything is deployed', () => {
    const many = Array.from({ length: 201 }, (_, n) => `reader-${n}@bakery.example`);
    const { businesses: one } = aFolder({ bakery: ['UTC', `alerts: { email: [${many.join(', ')}] }`] });
    const { businesses } = withoutUnsupported(one);
    expect(fleetProblem(businesses)).toContain('201 addresses read about their own businesses only');
    expect(fleetProblem(businesses, many.slice(0, 1))).toBeNull();
  });
});

test('digests have one schedule for each zone and time of the week, whatever the number of businesses', () => {
  const weekly = stack
    .ofType('AWS::Scheduler::Schedule')
    .map(({ Properties }) => Properties)
    .filter(({ Description }) => Description === 'Touchlight: the weekly digest');
  const when = weekly.map(({ ScheduleExpression, ScheduleExpressionTimezone, Target }) => [
    ScheduleExpression,
    ScheduleExpressionTimezone,
    /"slot\\+":\\+"([^"\\]+)/.exec(JSON.stringify(Target))?.[1],
  ]);
  expect(when).toEqual([
    ['cron(0 8 ? * MON *)', 'Europe/Kyiv', 'Europe/Kyiv mon 480 0'],
    ['cron(0 8 ? * MON *)', 'Asia/Almaty', 'Asia/Almaty mon 480 0'],
    ['cron(30 9 ? * TUE *)', 'Europe/Kyiv', 'Europe/Kyiv tue 570 0'],
  ]);
});

describe('the agency’s own mail', () => {
  const agencyMail: AgencyMail = {
    ...{ name: 'North Studio', timeZone: 'Europe/Kyiv', language: 'uk', isAnnounced: true },
    digest: {
      ...{ to: ['lead@north.example'], from: 'touchlight@north.example' },
      ...{ weekday: 'tue', atMinute: 60, reportsUrl: null },
    },
  };
  const salon = businesses.filter(({ id }) => id === 'salon');
  const withMail = aFleetTemplate(salon, [], agencyMail);

  test('has a schedule of its own, although no business has a digest', () => {
    const schedules = withMail.ofType('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
    const [own, ...more] = schedules.filter(({ Target }) => JSON.stringify(Target).includes('slot'));
    expect(more).toEqual([]);
    expect(own).toMatchObject({
      Description: "Touchlight: the agency's weekly mail",
      ScheduleExpression: 'cron(0 1 ? * TUE *)',
      ScheduleExpressionTimezone: 'Europe/Kyiv',
    });
    expect(JSON.stringify(own?.['Target'])).toMatch(/"slot\\+":\\+"agency/);
  });

  test('is sent from its sender to its readers, and the role may use no other address', () => {
    const sending = policiesOf(withMail)
      .flatMap(({ statements }) => statements)
      .filter((statement) => statement.includes('ses:SendEmail'));
    expect(sending).toHaveLength(1);
    const identities = Array.from((sending[0] ?? '').matchAll(/:identity\/([^"]+)/g), ([, identity]) => identity);
    expect(identities.sort()).toEqual(['lead@north.example', 'north.example', 'touchlight@north.example']);
  });

  test('is nothing where nobody wants it: without a digest of a business there is no such step', () => {
    const names = aFleetTemplate(salon)
      .ofType('AWS::Lambda::Function')
      .map(({ Properties }) => String(Properties['FunctionName']));
    expect(names.filter((name) => name.endsWith('-digest'))).toEqual([]);
  });
});

test('visits wait in FIFO queues by host, so the flood of one business holds up no other', () => {
  const queues = stack.ofType('AWS::SQS::Queue').filter(({ id }) => id.includes('Visits'));
  expect(queues.filter(({ Properties }) => Properties['FifoQueue'] === true).length).toBeGreaterThan(0);
  for (const { Properties } of queues) expect(Properties['ContentBasedDeduplication']).not.toBe(true);
});

describe('the live pages', () => {
  const signIn =
    'signIn: { issuer: "https://accounts.cafe.example", clientId: touchlight, secret: page-sign-in, operators: [ops@cafe.example] }';
  const pages = aFleetTemplate(
    withoutUnsupported(
      aFolder({
        bakery: ['UTC', 'page: { atOnce: 2 }\ndigest: { to: [baker@bakery.example] }'],
        cafe: ['UTC', `page: { atOnce: 7, ${signIn} }`],
        salon: ['UTC', ''],
      }).businesses,
    ).businesses,
  );
  const functionOf = (step: string) =>
    pages.ofType('AWS::Lambda::Function').find(({ Properties }) => Properties['FunctionName'] === `Touchlight-${step}`);

  test('of all businesses are one function behind one address, which is one output', () => {
    expect(pages.ofType('AWS::Lambda::Url')).toHaveLength(1);
    expect(Object.keys(pages.template.findOutputs('*')).filter((name) => name.startsWith('Page'))).toEqual(['PageUrl']);
    expect(functionOf('page')?.Properties['ReservedConcurrentExecutions']).toBe(7);
  });

  test('are served by what was deployed, and linked to by alerts and digests', () => {
    for (const step of ['page', 'notify', 'digest']) {
      const variables = JSON.stringify(functionOf(step)?.Properties['Environment']);
      expect(variables, step).toMatch(/"FLEET_SHA256":"[0-9a-f]{64}"/);
      if (step !== 'page') expect(variables, step).toContain('"PAGE_URL"');
    }
  });

  test('read the key of their links, the secrets of those that sign in, and the reports of all', () => {
    const statements = policiesOf(pages)
      .filter(({ role }) => role === 'Page')
      .flatMap((policy) => policy.statements);
    const secrets = statements.filter((statement) => statement.includes('GetSecretValue')).join();
    expect(Array.from(secrets.matchAll(/touchlight\/Touchlight\/([a-z/-]+)-\?/g), ([, name]) => name)).toEqual([
      'cafe/page-sign-in',
      'page-links',
    ]);
    expect(statements.find((statement) => statement.includes('s3:ListBucket'))).toContain('"s3:prefix":"reports/*/"');
  });

  test('are not built where no business asks for one', () => {
    expect(stack.ofType('AWS::Lambda::Url')).toEqual([]);
  });
});

test('an address that chooses among more businesses than SNS lets it is told to read all of them', () => {
  const names = Array.from({ length: 151 }, (_, n) => `shop-${n}`);
  const folder = Object.fromEntries(
    names.map((name) => [name, ['UTC', 'alerts: { email: [lead@agency.example] }'] as const]),
  );
  const crowded = withoutUnsupported(aFolder(folder).businesses).businesses;
  expect(fleetProblem(crowded)).toContain(
    'lead@agency.example is a reader of 151 businesses or touchpoints; SNS can filter by at most 150 for one address.',
  );
  expect(fleetProblem(crowded, ['Lead@agency.example'])).toBeNull();
  expect(fleetProblem(businesses)).toBeNull();
});

function policies(): { readonly role: string; readonly statements: string[] }[] {
  return policiesOf(stack);
}

function policiesOf(stack: ReturnType<typeof aFleetTemplate>) {
  return [...stack.ofType('AWS::IAM::Policy'), ...stack.ofType('AWS::IAM::ManagedPolicy')].map((policy) => ({
    role: /^[A-Z][a-z]+/.exec(policy.id)?.[0] ?? '',
    statements: statementsOf(policy),
  }));
}

function statementsOf({ Properties }: Resource): string[] {
  const document = Properties['PolicyDocument'];
  const all = typeof document === 'object' && document !== null && 'Statement' in document ? document['Statement'] : [];
  return Array.isArray(all) ? all.map((statement) => JSON.stringify(statement)) : [];
}

/** @param files zone and further lines of each business */
function aFolder(files: Readonly<Record<string, readonly [string, string]>>) {
  const fleet = readFleet(
    Object.entries(files).map(([business, [timeZone, more]]) => ({
      business,
      fileName: `${business}.yaml`,
      content: {
        text: `business: ${business}\ntimeZone: ${timeZone}\n${more}\ntouchpoints: [{ id: website, kind: website, url: "https://${business}.example" }]\n`,
      },
    })),
    '2026-11-22',
  );
  expect(fleet.broken).toEqual([]);
  return fleet;
}
