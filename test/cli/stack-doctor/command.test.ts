import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../cli/doctor/finding.ts';
import { fingerprintOf } from '../../../shared/config/fingerprint.ts';
import { touchlightVersion } from '../../../shared/config/touchlight-version.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import { stackName } from '../../support/deployed-account.ts';
import { aHealthyWorld, deployedYaml } from '../../support/healthy-account.ts';
import { aWorkplace, type Ended } from '../../support/touchlight.ts';
import { aBench, configured } from './examined.ts';

describe('touchlight doctor --stack', () => {
  const bench = aBench();
  const doctor = ['doctor', '--stack', stackName];

  async function run(...commands: string[][]): Promise<Ended[]> {
    const workplace = await aWorkplace();
    try {
      const file = path.join(workplace.folder, 'touchpoints.yaml');
      await writeFile(file, deployedYaml);
      await writeFile(path.join(workplace.folder, 'broken.yaml'), 'business: 1\n');
      const { schedules } = bench.world;
      Object.assign(bench.world, aHealthyWorld(configured(), Date.now()), { schedules });
      const made = { [outputs.version]: touchlightVersion(), [outputs.configuration]: fingerprintOf(file) };
      Object.assign(bench.world.stack?.outputs ?? {}, made);
      return await workplace.inTurn(bench.account.environment, ...commands);
    } finally {
      await workplace.remove();
    }
  }

  it('says for people and machines that all is well, and what it could not compare', async () => {
    const [people, machines, nowhere, broken, missing, onMachine] = await run(
      doctor,
      [...doctor, '--json'],
      ['doctor', '--stack', 'Nowhere'],
      [...doctor, '--config', 'broken.yaml'],
      [...doctor, '--config', 'none.yaml'],
      ['doctor', '--alarm'],
    );
    expect(people).toMatchObject({ code: 0 });
    expect(people?.stdout).toMatch(/● green {3}stack +Deployed 30 days ago \(UPDATE_COMPLETE\)\./);
    expect(people?.stderr).not.toContain('QueueUrl');
    expect(machines).toMatchObject({ code: 0 });
    const report: { findings: Finding[] } = JSON.parse(machines?.stdout ?? '');
    expect(report).toMatchObject({ version: 1, stack: stackName });
    for (const each of report.findings) expect(Object.keys(each)).toEqual(['name', 'light', 'sentence', 'remedy']);
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no stack "Nowhere"') });
    expect(broken).toMatchObject({ code: 2, stdout: expect.stringMatching(/RED +configuration +broken\.yaml has/) });
    expect(missing).toMatchObject({ code: 3, stdout: expect.stringContaining('There is no valid none.yaml here') });
    expect(onMachine).toMatchObject({ code: 2, stderr: expect.stringContaining('add --stack <name>') });
  });

  it('ends with 3 when something could not be found out, and with 1 when something is broken', async () => {
    bench.account.fail('sns:ListSubscriptionsByTopic', 'denied');
    expect((await run(doctor))[0]).toMatchObject({ code: 3 });
    bench.world.schedules['minute'] = 'DISABLED';
    expect((await run(doctor))[0]).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^■ RED +schedule dispatch/),
    });
  });
});
