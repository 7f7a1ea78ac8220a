import { beforeEach, describe, expect, it } from 'vitest';
import { examineRegions } from '../../../cli/doctor/stack/regions.ts';
import type { StackInspector } from '../../../shared/ports/stack-inspector.ts';
import { aBench, configured, now } from './examined.ts';

const bench = aBench();
const lambda = { Runtime: 'nodejs24.x', State: 'Active', LastUpdateStatus: 'Successful' };
const [availability, page] = ['Touchlight-eu-north-1-probe-availability', 'Touchlight-eu-north-1-probe-page'] as const;
const yaml = `
business: Bakery
timeZone: UTC
regions: [eu-north-1]
touchpoints:
  - { id: website, kind: website, url: https://bakery.example }
`;
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  bench.configuration = configured(yaml);
  bench.world.functions[availability] = { ...lambda };
  bench.world.functions[page] = { ...lambda };
});

/** The account answers for all regions alike. */
async function regions(): Promise<string[]> {
  const inspectorIn = (region: string): StackInspector => {
    asked.push(region);
    return { ...bench.inspector, close: () => {} };
  };
  const { inspector, configuration } = bench;
  const local = { version: '1.2.3', file: 'touchpoints.yaml', fingerprint: null };
  const found = await examineRegions({
    ...{ stack: 'Touchlight', inspector, inspectorIn, configuration, local, now, state: null, resources: [] },
  });
  return found.map(({ name, light, sentence }) => `${name} ${light}: ${sentence}`);
}

describe('a further region', () => {
  it('is ready where its probes are', async () => {
    expect(await regions()).toEqual([`region eu-north-1 green: Its probes are ready: ${availability}, ${page}.`]);
    expect(asked).toEqual(['eu-north-1']);
  });

  it('that was never deployed cannot be asked', async () => {
    delete bench.world.functions[page];
    expect(await regions()).toEqual([
      `region eu-north-1 red: It has no function ${page}, so it cannot be asked and counts for neither side.`,
    ]);
  });

  it('whose function cannot run is broken', async () => {
    bench.world.functions[availability] = { ...lambda, State: 'Inactive' };
    expect(await regions()).toEqual([expect.stringMatching(/^region eu-north-1 red: Lambda cannot run it/)]);
  });

  it('is nothing to look at where the file names none', async () => {
    bench.configuration = configured();
    expect(await regions()).toEqual([]);
  });
});
