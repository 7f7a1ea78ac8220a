import { describe, expect, it } from 'vitest';
import { coreShare, hostBenchmarkIndex, slowdownFor } from '../../shared/browser/host-speed.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';

describe('the slowdown that makes a phone out of this host', () => {
  it.each([
    ['the reference host', 1056, 4],
    ['a host twice as fast', 2112, 4],
    ['a small Lambda', 660, 2.5],
    ['a host no faster than the phone', 264, 1],
    ['a host slower than the phone', 200, 1],
  ])('%s (%d) is slowed down by %d', (_, benchmarkIndex, factor) => {
    expect(slowdownFor(4, benchmarkIndex)).toEqual({ benchmarkIndex, factor, tooSlow: null });
  });

  it('does not follow every breath of the benchmark', () => {
    expect([880, 924, 960].map((index) => slowdownFor(4, index).factor)).toEqual([3.5, 3.5, 3.5]);
  });

  it('leaves a device without a slowdown as it is', () => {
    expect(slowdownFor(1, 3000).factor).toBe(1);
  });

  it('says so when the host is too slow to be any device', () => {
    const { factor, tooSlow } = slowdownFor(4, 90);
    expect(factor).toBe(1);
    expect(tooSlow).toEqual({ benchmarkIndex: 90, leastIndex: 160 });
  });
});

describe('the share of a processor core', () => {
  it.each([
    ['a Lambda of 512 MB', { AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512' }, null, 0.289],
    ['a Lambda of 2048 MB', { AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '2048' }, null, 1],
    ['half a core in a container', {}, '50000 100000\n', 0.5],
    ['four cores in a container', {}, '400000 100000\n', 1],
    ['a container without a limit', {}, 'max 100000\n', 1],
    ['no container', {}, null, 1],
  ])('%s', (_, environment, cpuMax, share) => {
    expect(coreShare(environment, cpuMax)).toBeCloseTo(share, 3);
  });
});

describe('the benchmark of this host', () => {
  it('is made once per process, in the page that will be slowed down', async () => {
    const browser = await launchBrowser();
    try {
      const [page] = browser.context.pages();
      if (page === undefined) throw new Error('The browser opened no page.');
      const index = await hostBenchmarkIndex(page);
      expect(index).toBeGreaterThan(0);
      expect(await hostBenchmarkIndex(page)).toBe(index);
    } finally {
      await browser.close();
    }
  });
});
