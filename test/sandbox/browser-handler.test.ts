import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoBusiness, type DemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { bundleStep, repository } from '../../infra/packaging/bundle-step.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { aCheck } from '../support/a-check.ts';
import { anSqsEvent } from '../support/an-event.ts';
import { type AwsStub, anAwsStub } from './aws-stub.ts';
import { sandboxArguments, whyNoSandbox } from './bubblewrap.ts';

const task = '/mnt/task';
const node = '/mnt/node';

const missing = whyNoSandbox();
if (missing !== null) console.warn(`SKIPPED: the bundled browser handler in a sandbox like Lambda's: ${missing}.`);

describe.skipIf(missing !== null)('the bundled probe-page in a sandbox like Lambda’s', () => {
  let folder: string;
  let bundle: string;
  let demo: DemoBusiness;
  let aws: AwsStub;

  beforeAll(async () => {
    const cache = path.join(repository, '.cache');
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(path.join(cache, 'sandbox-'));
    const reading = parseConfiguration(
      'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
      'a.yaml',
      '2026-11-22',
    );
    if (!reading.ok) throw new Error('The test has no valid configuration.');
    bundle = bundleStep('probe-page', reading.configuration, folder);
    [demo, aws] = await Promise.all([createDemoBusiness(), anAwsStub()]);
  });
  afterAll(async () => {
    await demo?.close();
    aws?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('visits the demo business, puts evidence and sends results', async () => {
    const checks = [
      aCheck({ id: 'website/page-load@desktop', url: demo.url }),
      aCheck({ id: 'website/contacts@desktop', url: demo.url }),
    ];
    const { answer, said } = await invoke({ scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks });
    expect(answer, said).toEqual({ batchItemFailures: [] });
    expect(aws.results).toMatchObject([
      { checkId: 'website/page-load@desktop', outcome: 'measured', measurements: { lcpMs: expect.any(Number) } },
      { checkId: 'website/contacts@desktop', outcome: 'measured', measurements: { contactsFound: expect.any(Number) } },
    ]);
    for (const key of aws.objects) expect(key).toMatch(/^\/evidence-bucket\/evidence\/website\//);
    expect(aws.objects.length).toBeGreaterThan(0);
  });

  async function invoke(visit: unknown): Promise<{ answer: unknown; said: string }> {
    const handler = pathToFileURL(path.join(task, 'handler.mjs')).href;
    // At places of their own: the project may lie under /tmp, which in the sandbox is another one.
    const mounts = ['--tmpfs', '/mnt', '--ro-bind', bundle, task, '--ro-bind', process.execPath, node];
    const script = `const { handler } = await import(${JSON.stringify(handler)});
      process.stdout.write('ANSWER' + JSON.stringify(await handler(JSON.parse(process.env.EVENT))) + '\\n');`;
    const child = spawn(
      'bwrap',
      [...sandboxArguments, ...mounts, '--chdir', task, node, '--input-type=module', '-e', script],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: '/usr/bin:/bin',
          HOME: '/home/sbx_user1051', // as there; it does not exist here, so nothing can be written to it
          EVENT: JSON.stringify(anSqsEvent(visit)),
          AWS_LAMBDA_FUNCTION_NAME: 'Touchlight-probe-page',
          LAMBDA_TASK_ROOT: task,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'test',
          AWS_SECRET_ACCESS_KEY: 'test',
          AWS_ENDPOINT_URL: aws.url,
          [variables.visitQueue]: `${aws.url}/queue/visits`,
          [variables.resultQueue]: `${aws.url}/queue/results`,
          [variables.evidenceBucket]: 'evidence-bucket',
          [variables.network]: 'any',
        },
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    await new Promise((ended) => child.once('close', ended));
    const answer = /^ANSWER(.*)$/m.exec(said)?.[1];
    if (answer === undefined) throw new Error(`The handler gave no answer:\n${said}`);
    return { answer: JSON.parse(answer), said };
  }
});
