import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../cli/doctor/finding.ts';
import { examineStack } from '../../../cli/doctor/stack/examine-stack.ts';
import { readLocalFleet } from '../../../cli/doctor/stack/fleet/fleet-folder.ts';
import { inFleetWords, shortened } from '../../../cli/doctor/stack/fleet/in-fleet-words.ts';
import { touchlightVersion } from '../../../shared/config/touchlight-version.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import { queueUrl, secretName, stackName, topicArns } from '../../support/deployed-account.ts';
import { aHealthyWorld, minuteMs } from '../../support/healthy-account.ts';
import { onlyChecks } from '../../support/only-checks.ts';
import { aWorkplace } from '../../support/touchlight.ts';
import { aBench, now } from './examined.ts';

const agencyYaml = 'agency: North Studio\ntimeZone: Europe/Kyiv\ndigest: { to: [lead@north.example] }\n';

function aBusiness(id: string, more = ''): string {
  return `business: ${id}
timeZone: Europe/Kyiv
alerts: { email: [owner@${id}.example] }
digest: { to: [owner@${id}.example], from: touchlight@${id}.example }
${more}touchpoints:
  - { id: website, kind: website, url: "https://${id}.example", checks: ${onlyChecks({ availability: '{ every: 5m }', lighthouse: '{ every: 12h }' })} }
  - { id: facebook, kind: facebook, page: "555", secret: token }
`;
}

const bench = aBench();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fleet-doctor-'));
  write('agency.yaml', agencyYaml);
  for (const id of ['bakery', 'coffee-lab']) write(`${id}.yaml`, aBusiness(id));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(path.join(folder, file), text);
}

const silent = { warn: () => undefined };

function local(): ReturnType<typeof readLocalFleet> {
  return readLocalFleet(folder, '2026-11-25', silent);
}

/** Deploys the folder as it is, into an account in which nothing is wrong. */
function deploy(at = now): void {
  const { configuration, fingerprint, fleet } = local();
  Object.assign(bench.world, aHealthyWorld(configuration, at));
  const { world } = bench;
  const ids = fleet.businesses.map(({ id }) => id);
  world.schedules = { minute: 'ENABLED', weekly: 'ENABLED', agency: 'ENABLED' };
  world.slots = { weekly: 'Europe/Kyiv mon 480 0', agency: 'agency' };
  world.resources.push({
    ...{ logicalId: 'DigestAgencySchedule01234567', physicalId: 'agency', type: 'AWS::Scheduler::Schedule' },
  });
  world.secrets = Object.fromEntries(ids.map((id) => [secretName(`${id}/token`), { deleted: false }]));
  world.mail.verified = [...ids.map((id) => `${id}.example`), 'north.example'];
  world.subscriptions[topicArns.alerts] = ids.map((id) => reader(`owner@${id}.example`));
  Object.assign(world.stack?.outputs ?? {}, {
    [outputs.configuration]: fingerprint,
    [outputs.version]: touchlightVersion(),
  });
}

function reader(endpoint: string, arn = 'arn:aws:sns:x:1') {
  return { protocol: 'email', endpoint, arn };
}

async function examined(): Promise<Finding[]> {
  const { configuration, fleet, fingerprint, findings } = local();
  const origin = { version: touchlightVersion(), file: folder, fingerprint };
  const looked = await examineStack(
    { stack: stackName, inspector: bench.inspector, configuration, fleet, local: origin, now, testAlarm: null },
    new AbortController().signal,
  );
  return [...looked, ...findings].map((each) => inFleetWords(each, { folder, stack: stackName, fleet }));
}

/** `red checks bakery: website/availability: ...` */
async function wrong(): Promise<string[]> {
  const findings = await examined();
  return findings.flatMap(({ light, name, sentence }) => (light === 'green' ? [] : `${light} ${name}: ${sentence}`));
}

describe("a fleet's stack", () => {
  it('that is well has one line for what all businesses have alike', async () => {
    deploy();
    const chats = { protocol: 'lambda', endpoint: 'arn:aws:lambda:x:1:function:channel', arn: 'arn:aws:sns:x:2' };
    bench.world.subscriptions[topicArns.alerts]?.push(chats);
    const findings = await examined();
    expect(findings.filter(({ light }) => light !== 'green')).toEqual([]);
    const sentences = Object.fromEntries(findings.map(({ name, sentence }) => [name, sentence]));
    expect(sentences).toMatchObject({
      configuration: `Deployed from ${folder} as it is on this machine.`,
      businesses: 'Can be deployed: 2 businesses.',
      checks: 'Ran on time: 6 checks of 2 businesses.',
      secrets: 'All are there: 2 secrets of 2 businesses.',
      mail: 'SES sends 3 weekly mails as 3 senders.',
      'schedule digest': "Enabled: 2 schedules, for the mails of 2 businesses and the agency's own.",
      'topic alerts': 'Subscribed: 2 addresses in all, and the function that posts to chats.',
    });
  });

  it('that was deployed from another state of the folder says so, and how to deploy this one', async () => {
    deploy();
    write('bakery.yaml', aBusiness('bakery').replace('every: 5m', 'every: 10m'));
    const finding = (await examined()).find(({ name }) => name === 'configuration');
    expect(finding).toMatchObject({ light: 'yellow', sentence: `Another state of ${folder} is deployed.` });
    expect(finding?.remedy).toContain(`npx cdk deploy -c fleet=${folder} -c stack=${stackName} -c agency=<as before>.`);
  });

  it('names the business whose checks are late, whose secret is missing and who is not subscribed', async () => {
    deploy();
    const { world } = bench;
    world.statuses = world.statuses.filter(({ checkId }) => checkId !== 'bakery.website/availability');
    delete world.secrets[secretName('coffee-lab/token')];
    world.subscriptions[topicArns.alerts] = [reader('owner@bakery.example', 'PendingConfirmation')];
    expect(await wrong()).toEqual([
      'red checks bakery: website/availability: Has never run, although due every 5 minutes.',
      'red reader owner@bakery.example: Has not confirmed the subscription, and gets no alerts: reads bakery.',
      'red reader owner@coffee-lab.example: Is not subscribed, and gets no alerts: reads coffee-lab.',
      `red secret coffee-lab/token: touchlight/${stackName}/coffee-lab/token does not exist, so its touchpoint stays grey.`,
    ]);
  });

  it('in which nobody but the agency reads alerts says that it has not confirmed', async () => {
    for (const id of ['bakery', 'coffee-lab']) write(`${id}.yaml`, aBusiness(id).replace(/^alerts: .*\n/m, ''));
    deploy();
    bench.world.subscriptions[topicArns.alerts] = [reader('ops@north.example', 'PendingConfirmation')];
    expect(await wrong()).toEqual([
      'red reader ops@north.example: Has not confirmed the subscription, and gets no alerts: named by no business of this folder.',
    ]);
  });

  it('names the businesses whose mails are not sent, because a schedule is off, missing or its sender unknown', async () => {
    deploy();
    const { world } = bench;
    world.schedules['weekly'] = 'DISABLED';
    delete world.schedules['agency'];
    world.mail.verified = ['bakery.example', 'north.example'];
    expect(await wrong()).toEqual([
      expect.stringMatching(/^red mail touchlight@coffee-lab\.example: SES does not know .*instead: coffee-lab\.$/),
      expect.stringMatching(
        /^red schedule digest Europe\/Kyiv mon 08:00: The schedule is off .*: bakery, coffee-lab\.$/,
      ),
      expect.stringMatching(/^red schedule digest Europe\/Kyiv mon 08:00: .*missing.*: the agency's own\.$/),
    ]);
    world.mail.sandbox = true;
    world.mail.verified.push('touchlight@coffee-lab.example');
    expect(await wrong()).toContainEqual(
      expect.stringMatching(
        /^red mail owner@coffee-lab\.example: SES is in its sandbox .*weekly mail of coffee-lab\.$/,
      ),
    );
  });

  it('says which business is paused, and that the agency gets no mail', async () => {
    write('florist.yaml', 'business: 1\n');
    write('barber.yaml', aBusiness('barber').replace('Europe/Kyiv', 'Europe/Kiyv'));
    deploy();
    write('agency.yaml', 'agency: North Studio\n');
    const findings = await wrong();
    expect(findings).toContainEqual(
      expect.stringMatching(
        /^red business florist: Nothing of it is .* its file has \d faults, the first: florist\.yaml:1:/,
      ),
    );
    expect(findings).toContainEqual(
      expect.stringMatching(/^red business barber: Nothing of it is measured when .* is deployed: barber\.yaml:2:/),
    );
    expect(findings).toContainEqual(
      expect.stringMatching(/^red agency: agency\.yaml has 1 fault, so the agency gets no/),
    );
  });

  it('is grey, and never green, where AWS does not answer', async () => {
    deploy();
    for (const action of ['ses:ListEmailIdentities', 'scheduler:GetSchedule', 'sns:ListSubscriptionsByTopic'])
      bench.account.fail(action, 'denied');
    const findings = await examined();
    const light = (name: string) => findings.filter((each) => each.name === name).map((each) => each.light);
    for (const name of ['mail', 'schedule digest', 'topic alerts', 'topic operations'])
      expect(light(name), name).toEqual(['unknown']);
  });

  it('without an address for a page that a business asks for, or a function for its chats, names the business', async () => {
    write('bakery.yaml', aBusiness('bakery', 'page: {}\n'));
    const chats = 'alerts: { email: [owner@coffee-lab.example], telegram: { chat: "-1001234567890", secret: bot } }';
    write('coffee-lab.yaml', aBusiness('coffee-lab').replace(/^alerts: .*$/m, chats));
    deploy();
    const findings = await wrong();
    expect(findings).toContainEqual('red pages: The stack has no live page, and these ask for one: bakery.');
    expect(findings).toContainEqual(
      expect.stringMatching(/^red channels: The stack has no function for chats, .*: coffee-lab\.$/),
    );
  });

  it('names the business in dead letters', async () => {
    deploy();
    const body = JSON.stringify({ checks: [{ id: 'bakery.website/availability' }] });
    bench.world.queues[queueUrl('work')] = { visible: 1, hidden: 0, messages: [{ body }] };
    expect(await wrong()).toEqual([
      'red dead letters work: 1 failed message: 1 from probe-availability (bakery.website/availability).',
    ]);
  });
});

describe('many businesses', () => {
  it('are shown by the first twenty faults alike, and SES is asked once for all senders', async () => {
    const ids = Array.from({ length: 22 }, (_, n) => `shop-${n}`);
    for (const id of ids) write(`${id}.yaml`, aBusiness(id));
    deploy();
    bench.world.statuses = [];
    const findings = await examined();
    const late = findings.filter(({ name }) => name.startsWith('checks '));
    expect(late).toHaveLength(24);
    const shown = shortened(findings);
    expect(shown.filter(({ name }) => name.startsWith('checks '))).toHaveLength(20);
    expect(shown).toContainEqual(expect.objectContaining({ name: 'checks', sentence: '4 more like these.' }));
    expect(shown.length).toBeLessThan(60);
    const asked = Map.groupBy(bench.account.asked, ({ action }) => action);
    expect(asked.get('ses:ListEmailIdentities')).toHaveLength(2);
    expect(asked.has('ses:GetEmailIdentity')).toBe(false);
  });
});

describe('commands with --stack and the file of one business', () => {
  it('see what this business has in the table, and ask about no other', async () => {
    const workplace = await aWorkplace();
    try {
      deploy();
      bench.world.statuses = [];
      const ofBakery = ['--stack', stackName, '--config', path.join(folder, 'bakery.yaml'), '--json'];
      const ended = await workplace.inTurn(
        bench.account.environment,
        ['incidents', ...ofBakery],
        ['plan', 'list', ...ofBakery],
        ['maintenance', 'list', ...ofBakery],
      );
      expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(ended.map(() => ({ code: 0, stderr: '' })));
      const partitions = bench.account.asked
        .filter(({ action }) => action.startsWith('dynamodb:'))
        .map(({ input }) => JSON.stringify(input['ExpressionAttributeValues'] ?? input['Key']));
      expect(partitions.length).toBeGreaterThan(2);
      for (const partition of partitions) expect(partition).toContain('bakery');
    } finally {
      await workplace.remove();
    }
  });
});

describe('touchlight doctor --stack --fleet', () => {
  it('compares the folder with the stack, for people and machines', async () => {
    const workplace = await aWorkplace();
    try {
      deploy(Date.now() - minuteMs);
      const doctor = ['doctor', '--stack', stackName, '--fleet', folder];
      const [people, machines, nowhere, alone] = await workplace.inTurn(
        bench.account.environment,
        doctor,
        [...doctor, '--json'],
        ['doctor', '--stack', stackName, '--fleet', 'nowhere'],
        ['doctor', '--fleet', folder],
      );
      expect(people).toMatchObject({ code: 0, stdout: expect.stringMatching(/green +configuration +Deployed from/) });
      expect(JSON.parse(machines?.stdout ?? '')).toMatchObject({ version: 1, stack: stackName });
      expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('--fleet nowhere does not exist') });
      expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('add --stack <name>') });
    } finally {
      await workplace.remove();
    }
  });
});
