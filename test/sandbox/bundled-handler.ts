import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createDemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { repository } from '../../infra/packaging/assemble-step.ts';
import { bundleStep } from '../../infra/packaging/bundle-code.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { functionName, type ProbeStep, variables, visitRoute } from '../../shared/model/stack-names.ts';
import { anSqsEvent } from '../support/an-event.ts';
import { type AwsStub, anAwsStub } from './aws-stub.ts';
import { sandboxArguments } from './bubblewrap.ts';

// Places of their own inside: the project may lie under /tmp, which in the sandbox is another one.
const task = '/mnt/task';
const node = '/mnt/node';

export interface BundledHandler {
  readonly aws: AwsStub;
  /** The demo business's address. */
  readonly url: string;
  /** Hands a visit to the handler as Lambda would. @returns its answer and everything it printed */
  invoke(visit: unknown): Promise<{ readonly answer: unknown; readonly said: string }>;
  remove(): Promise<void>;
}

/** A probe as it is deployed, in a sandbox like Lambda's, with the demo business to visit and a stub of AWS. */
export async function aBundledHandler(step: ProbeStep): Promise<BundledHandler> {
  const cache = path.join(repository, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'sandbox-'));
  const reading = parseConfiguration(
    'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    'a.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error('The test has no valid configuration.');
  const bundle = bundleStep(step, reading.configuration, folder);
  const [demo, aws] = await Promise.all([createDemoBusiness(), anAwsStub()]);
  return {
    aws,
    url: demo.url,
    invoke: (visit) => invoke(step, bundle, aws, visit),
    async remove() {
      await demo.close();
      aws.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function invoke(
  step: ProbeStep,
  bundle: string,
  aws: AwsStub,
  visit: unknown,
): Promise<{ answer: unknown; said: string }> {
  const mounts = ['--tmpfs', '/mnt', '--ro-bind', bundle, task, '--ro-bind', process.execPath, node];
  const script = `const { handler } = await import('file://${task}/handler.mjs');
    process.stdout.write('ANSWER' + JSON.stringify((await handler(JSON.parse(process.env.EVENT))) ?? null) + '\\n');`;
  const inside = [...sandboxArguments, ...mounts, '--chdir', task, node, '--input-type=module', '-e', script];
  const child = spawn('bwrap', inside, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      HOME: '/home/sbx_user1051', // as there; it does not exist here, so nothing can be written to it
      EVENT: JSON.stringify(visitRoute[step].by === 'queue' ? anSqsEvent(visit) : visit),
      AWS_LAMBDA_FUNCTION_NAME: functionName('Touchlight', step),
      LAMBDA_TASK_ROOT: task,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: aws.url,
      [variables.evaluateFunction]: 'evaluate',
      [variables.visitQueue]: `${aws.url}/queue/visits`,
      [variables.resultQueue]: `${aws.url}/queue/results`,
      [variables.evidenceBucket]: 'evidence-bucket',
      [variables.network]: 'any',
    },
  });
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
