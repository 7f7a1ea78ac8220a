import { describe, expect, it } from 'vitest';
import { outputs } from '../../../shared/model/stack-names.ts';
import { aBench, examine, sees } from './examined.ts';

const bench = aBench();
const itSees = sees(bench);

describe('a stack in which nothing is wrong', () => {
  it('is green throughout, and each thing has its finding', async () => {
    const findings = await examine(bench);
    expect(findings.filter(({ light }) => light !== 'green')).toEqual([]);
    const probes = ['probe-availability', 'probe-page', 'probe-lighthouse', 'probe-social'];
    expect(findings.map(({ name }) => name)).toEqual([
      ...['stack', 'version', 'configuration'],
      ...['dispatch', ...probes, 'evaluate', 'notify', 'digest'].map((step) => `function ${step}`),
      ...['runtime nodejs24.x', 'schedule dispatch', 'schedule digest'],
      ...['trigger probe-page', 'trigger probe-social', 'trigger notify'],
      ...['queue probe-availability results', 'queue probe-page results', 'queue probe-page visits'],
      ...['dead letters work', 'dead letters visits'],
      ...['alarm no-results', 'alarm work-lost', 'alarm results-waiting'],
      ...['check website/availability', 'check website/page-load@mobile', 'check website/lighthouse'],
      ...['check facebook/responses', 'topic alerts', 'topic operations', 'mail', 'secret facebook-page-token'],
    ]);
  });

  it('is only read, and no secret is', async () => {
    await examine(bench);
    const actions = new Set(bench.account.asked.map(({ action }) => action));
    expect([...actions].filter((action) => /:(Set|Put|Delete|Update|Publish|GetSecretValue)/.test(action))).toEqual([]);
  });
});

describe('the deployment', () => {
  itSees(
    'that ended badly is broken',
    'stack',
    /^red: The last deployment failed \(UPDATE_ROLLBACK_COMPLETE, .*: no right/,
    ({ stack }) => Object.assign(stack ?? {}, { status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'no right' }),
  );
  itSees('that goes on is waited for', 'stack', /^yellow: .*in progress/, ({ stack }) =>
    Object.assign(stack ?? {}, { status: 'UPDATE_IN_PROGRESS' }),
  );
  itSees('that is being taken down is broken', 'stack', /^red: .*DELETE_IN_PROGRESS/, ({ stack }) =>
    Object.assign(stack ?? {}, { status: 'DELETE_IN_PROGRESS' }),
  );
  itSees(
    'by another version says both',
    'version',
    /^yellow: Deployed by Touchlight 0\.9\.0; this machine has 1\.2\.3/,
    ({ stack }) => Object.assign(stack?.outputs ?? {}, { [outputs.version]: '0.9.0' }),
  );
  itSees('by a version that did not say so is unknown', 'version', /^unknown: .*by an older version/, ({ stack }) => {
    delete stack?.outputs[outputs.version];
  });
  itSees(
    'of another file is told',
    'configuration',
    /^yellow: .* differs from touchpoints\.yaml on this machine/,
    ({ stack }) => Object.assign(stack?.outputs ?? {}, { [outputs.configuration]: 'another' }),
  );
  itSees(
    'whose file is not written down is unknown',
    'configuration',
    /^unknown: .*by an older version/,
    ({ stack }) => delete stack?.outputs[outputs.configuration],
  );

  it('that never came to an end is a finding, not the end of the command', async () => {
    bench.world.stack = { status: 'ROLLBACK_COMPLETE', deployedAt: 0, outputs: {} };
    expect((await examine(bench))[0]).toMatchObject({ name: 'stack', light: 'red' });
  });

  it('cannot be looked up with a session that has ended', async () => {
    bench.account.fail('cloudformation:DescribeStacks', 'expired');
    await expect(examine(bench)).rejects.toThrow(/does not accept these credentials: .* Sign in again\.$/);
  });

  it('of something else is refused', async () => {
    bench.world.stack = { status: 'CREATE_COMPLETE', deployedAt: 0, outputs: {} };
    await expect(examine(bench)).rejects.toThrow('"Bakery" is not a Touchlight stack');
  });

  it('without a file here to compare with leaves open what depends on it', async () => {
    bench.configuration = null;
    const findings = await examine(bench, { fingerprint: null });
    const lights = new Map(findings.map(({ name, light }) => [name, light]));
    expect(lights.get('configuration')).toBe('unknown');
    expect([...lights.keys()].filter((name) => /^(check|secret|mail)/.test(name))).toEqual([]);
    expect(lights.get('topic alerts')).toBe('green');
    expect(lights.get('function probe-lighthouse')).toBe('unknown');
  });
});
