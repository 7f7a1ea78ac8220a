import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { facebookStub, facebookToken } from '../../examples/social-stubs/facebook.ts';
import { type Stub, serveStub } from '../../examples/social-stubs/stub-server.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { aBedrock, type BedrockStub, bedrockFault, converseAnswer, labels } from '../support/a-bedrock.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

/** The command line as a person calls it, with a platform and Bedrock on loopback: the SDK is told where that is as AWS documents it. */
let workplace: Workplace;
let bedrock: BedrockStub;
let platform: Stub;

beforeAll(async () => {
  workplace = await aWorkplace();
  const world = new World(() => Date.now(), { id: '555', name: 'Coffee Lab' });
  const write = (id: string, text: string): void => {
    world.at(Date.now() - 3 * 3_600_000, () =>
      world.write({ by: { id, name: `Ann ${id}` }, text, under: world.addPost() }),
    );
  };
  write('1', 'Their melody of waiting: an hour of it.');
  write('2', 'An hour passed; I could have knitted a sock.');
  write('3', 'We grew old there.');
  write('4', 'Throttle: nobody answers the phone.');
  platform = await serveStub(facebookStub(world));
  bedrock = await aBedrock(({ text }) =>
    text.includes('Throttle')
      ? bedrockFault(429, 'ThrottlingException')
      : converseAnswer(labels(['waiting', 'complaint'])),
  );
  writeFileSync(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "555", secret: facebook, api: "${platform.url}" }
themes: { model: "bedrock/eu.amazon.nova-lite-v1:0", region: eu-central-1, pricePerMillion: { input: 10, output: 10 } }
`,
  );
  const secrets = path.join(workplace.folder, '.touchlight', 'secrets');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(secrets, 'facebook'), facebookToken, { mode: 0o600 });
});
afterAll(async () => {
  await platform.close();
  await bedrock.close();
  await workplace.remove();
});

it('on a laptop, a model reads what the file says, and touchlight tells what it read and what it cost', {
  timeout: 120_000,
}, async () => {
  const environment = {
    ...{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' },
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.url,
  };
  const [asked, themes, json] = await workplace.inTurn(
    environment,
    ['run'],
    ['themes', '--since', '30d'],
    ['themes', '--since', '30d', '--json'],
  );
  expect(asked?.code).not.toBe(3);
  expect(bedrock.asked).toHaveLength(4);
  expect(themes?.stdout).toContain('They have to wait too long: 3 people in 30 days');
  expect(themes?.stdout).toContain(
    '1 of 4 texts was read by the lexicon instead of the model: Bedrock could not be asked in time (1).',
  );
  expect(themes?.stdout).toContain('The model has cost $0.0216 of at most $1 this month, by the prices in your file.');
  expect(JSON.parse(json?.stdout ?? '')).toMatchObject({
    spentOnModel: { usd: 0.0216, atMostUsd: 1 },
    readBy: { texts: 4, lexicon: 1, why: { unanswered: 1 } },
  });
});
