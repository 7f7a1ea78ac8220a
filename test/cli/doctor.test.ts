import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finding, within, works } from '../../cli/doctor/finding.ts';
import { examineDisk, examineNode, examineTable } from '../../cli/doctor/machine.ts';
import {
  type AwsQuestions,
  examineAws,
  examineConfiguration,
  examineMail,
  examineNetwork,
  examineSecrets,
} from '../../cli/doctor/surroundings.ts';
import { examineThemeModel } from '../../cli/doctor/theme-model.ts';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import type { AwsCredentials } from '../../shared/aws/account-check.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { closedPort, serve } from '../support/serve.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
beforeAll(async () => {
  // No machine that this runs on shall ask a cloud for its credentials.
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  workplace = await aWorkplace();
});
afterAll(() => workplace.remove());

function configured(text: string): Configuration {
  const reading = parseConfiguration(`business: B\ntimeZone: UTC\n${text}`, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

describe('touchlight doctor', () => {
  it('finds a machine without network, account or configuration fit to work, and says what is not set up yet', async () => {
    const { code, stdout } = await workplace.touchlight('doctor', '--json');
    const report: { findings: Finding[] } = JSON.parse(stdout);
    const lights = Object.fromEntries(report.findings.map(({ name, light }) => [name, light]));
    expect(lights).toMatchObject({ node: 'green', browser: 'green', disk: 'green', table: 'green', secrets: 'green' });
    expect(lights).toMatchObject({ configuration: 'yellow', network: 'unknown' });
    expect(report.findings.find(({ name }) => name === 'configuration')?.remedy).toContain('npx touchlight init');
    for (const { light, remedy, name } of report.findings) expect(remedy === null, name).toBe(light === 'green');
    expect(code).toBe(0);
  }, 180_000);
});

describe('Node', () => {
  it('must be one of those that the package allows, as for the command itself', () => {
    expect(examineNode('24.21.0').light).toBe('green');
    expect(examineNode('24.0.0').light).toBe('green');
    expect(examineNode('22.19.0').light).toBe('green');
    expect(examineNode('22.18.0').light).toBe('red');
    expect(examineNode('22.17.1').light).toBe('red');
    expect(examineNode('23.11.1')).toMatchObject({
      light: 'red',
      sentence: 'Node 23.11.1 is not supported; Touchlight needs 22.19 or newer within 22, or 24 or newer.',
    });
    expect(examineNode('20.19.0')).toMatchObject({ light: 'red', remedy: expect.stringContaining('npm ci') });
  });
});

describe('the disk', () => {
  it('must be writable', async () => {
    await writeFile(path.join(workplace.folder, 'a-file'), '');
    const finding = await examineDisk(path.join(workplace.folder, 'a-file', 'folder'));
    expect(finding).toMatchObject({ light: 'red', sentence: expect.stringMatching(/^Touchlight cannot write to/) });
  });

  it('may have its table in use by a watch', async () => {
    const folder = path.join(workplace.folder, 'table-in-use');
    await mkdir(folder);
    const table = await openEmbeddedTable(folder);
    try {
      expect((await examineTable(folder)).light).not.toBe('green');
    } finally {
      await table.close();
    }
  });
});

describe('the configuration', () => {
  it('is named with its touchpoints, or with the number of its faults', async () => {
    const file = path.join(workplace.folder, 'one.yaml');
    const site = '{ id: a, kind: website, url: "https://a.example" }';
    const sentence = async (touchpoints: string): Promise<string> => {
      await writeFile(file, `business: B\ntimeZone: UTC\ntouchpoints: [${touchpoints}]\n`);
      return examineConfiguration(file, '2026-11-22').finding.sentence.replace(file, 'one.yaml');
    };
    expect(await sentence(site)).toBe('one.yaml is valid: B, 1 touchpoint.');
    expect(await sentence(`${site}, ${site.replace('id: a', 'id: b')}`)).toBe('one.yaml is valid: B, 2 touchpoints.');
    expect(await sentence(site.replace('website', 'web'))).toBe('one.yaml has 1 fault.');
  });
});

describe('the configured sites', () => {
  it('answer or do not, and whatever they answer is an answer', async () => {
    const site = await serve({ '/': (_, response) => response.writeHead(500).end() });
    const dead = `http://127.0.0.1:${await closedPort()}/`;
    const both = configured(
      `touchpoints: [{ id: a, kind: website, url: "${site.url}" }, { id: b, kind: website, url: "${dead}" }]`,
    );
    const finding = await examineNetwork(both, new AbortController().signal);
    await site.close();
    expect(finding).toMatchObject({ light: 'yellow', sentence: `Not reachable from here: ${dead} (ECONNREFUSED).` });
  });
});

describe('secrets', () => {
  const facebook = configured('touchpoints: [{ id: f, kind: facebook, page: "1", secret: facebook-page-token }]');

  it('are named when they are not here, and never shown when they are', async () => {
    const nobody = { read: () => Promise.reject(new Error('none')) };
    expect(await examineSecrets(facebook, nobody)).toMatchObject({
      light: 'yellow',
      remedy: expect.stringContaining('TOUCHLIGHT_SECRET_FACEBOOK_PAGE_TOKEN'),
    });
    const there = await examineSecrets(facebook, { read: () => Promise.resolve('EAAB-very-secret') });
    expect(there.light).toBe('green');
    expect(JSON.stringify(there)).not.toContain('EAAB');
  });

  it('with which a mystery shopper sends are among them', async () => {
    const shopper = configured(
      'touchpoints: [{ id: s, kind: shopper, to: a@x.example, address: b@y.example, server: "imap.y.example:993", smtp: "smtp.y.example:587", secret: reads, smtpSecret: sends }]',
    );
    const onlyReads = {
      read: (name: string) => (name === 'reads' ? Promise.resolve('x') : Promise.reject(new Error('none'))),
    };
    expect(await examineSecrets(shopper, onlyReads)).toMatchObject({
      light: 'yellow',
      sentence: expect.stringContaining('sends'),
    });
  });
});

describe('AWS', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const asked = (overrides: Partial<AwsQuestions> = {}): AwsQuestions => ({
    findAccess: () => Promise.resolve({ region: 'eu-central-1', keyEnding: 'WXYZ', expiresAt: null }),
    readMail: () => Promise.resolve({ sandbox: false, sendingEnabled: true, senderVerified: true }),
    ...overrides,
  });
  const access = works('aws', 'There is access.');
  const digest = configured(
    'digest: { to: [o@x.example], from: t@x.example }\ntouchpoints: [{ id: a, kind: website, url: "https://x.example" }]',
  );

  it('is needed to deploy only', async () => {
    const none = asked({ findAccess: () => Promise.reject(new Error('Region is missing')) });
    expect(await examineAws(none, now)).toMatchObject({
      light: 'yellow',
      sentence: 'There is no access to an AWS account (Region is missing).',
      remedy: expect.stringMatching(/^Only needed to deploy/),
    });
    expect((await examineAws(asked(), now)).sentence).toBe('Credentials ...WXYZ for eu-central-1.');
  });

  it('tells of a session that has ended', async () => {
    const expiresAt = new Date(now - 1);
    const ended = asked({ findAccess: () => Promise.resolve({ region: 'r', keyEnding: 'WXYZ', expiresAt }) });
    expect(await examineAws(ended, now)).toMatchObject({ light: 'yellow', remedy: 'Sign in again: aws sso login.' });
  });

  it.each([
    ['may not send', { sendingEnabled: false }, 'SES may not send in this region.'],
    ['does not know the sender', { senderVerified: false }, 'SES does not know t@x.example as a verified sender.'],
    ['is in its sandbox', { sandbox: true }, /sandbox: the weekly mail reaches verified addresses only/],
  ])('tells that SES %s', async (_, state, sentence) => {
    const mail = { sandbox: false, sendingEnabled: true, senderVerified: true, ...state };
    const finding = await examineMail(access, digest, asked({ readMail: () => Promise.resolve(mail) }));
    expect(finding.light).toBe('yellow');
    expect(finding.sentence).toMatch(sentence);
  });

  it('says that SES sends, or could not be asked', async () => {
    expect((await examineMail(access, digest, asked())).sentence).toBe('SES sends as t@x.example.');
    const denied = asked({ readMail: () => Promise.reject(new Error('AccessDenied')) });
    expect((await examineMail(access, digest, denied)).light).toBe('unknown');
  });
});

describe('the model that reads for themes', () => {
  const now = Date.parse('2026-11-22T12:00:00.000Z');
  const google = 'touchpoints: [{ id: g, kind: google-reviews, page: accounts/1/locations/2, secret: g }]';
  const themes =
    'themes: { model: "bedrock/amazon.nova-lite-v1:0", region: eu-north-1, pricePerMillion: { input: 0.06, output: 0.24 } }';
  const found = async (keyEnding: string, expiresAt: Date | null = null) => ({ keyEnding, expiresAt });
  const examine = (findCredentials: () => Promise<AwsCredentials>) =>
    examineThemeModel(configured(`${google}\n${themes}`), findCredentials, now);

  it('is no matter where the lexicon reads', async () => {
    expect(await examineThemeModel(configured(google), () => found('WXYZ'), now)).toEqual([]);
    expect(await examineThemeModel(null, () => found('WXYZ'), now)).toEqual([]);
  });

  it('is not asked, because that is paid, and so is never green', async () => {
    expect(await examine(() => found('WXYZ'))).toEqual([
      {
        ...{ name: 'model', light: 'unknown' },
        sentence:
          'Credentials ...WXYZ are here for amazon.nova-lite-v1:0 in eu-north-1. It was not asked, because each question is paid.',
        remedy: 'After the next poll, "npx touchlight themes" says how much the lexicon read instead, and why.',
      },
    ]);
  });

  it('needs credentials that have not ended', async () => {
    expect(await examine(() => found('WXYZ', new Date(now - 1)))).toMatchObject([
      { light: 'yellow', remedy: 'Sign in again: aws sso login.' },
    ]);
    expect(await examine(() => Promise.reject(new Error('Could not load credentials')))).toMatchObject([
      {
        light: 'yellow',
        sentence:
          'There are no AWS credentials (Could not load credentials), so the lexicon reads what amazon.nova-lite-v1:0 is to read.',
        remedy: expect.stringContaining('AWS_PROFILE'),
      },
    ]);
  });
});

describe('an examination that never ends', () => {
  it('is left', async () => {
    const finding = await within('network', 20, new Promise(() => {}));
    expect(finding).toMatchObject({ light: 'unknown', sentence: 'No response within 0.02 seconds.' });
  });
});
