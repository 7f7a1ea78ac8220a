import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createDemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { repository } from '../../infra/packaging/assemble-step.ts';
import { startShop } from './shop.ts';
import { median, range } from './statistics.ts';
import { verdict } from './verdict.ts';
import { type Contenders, prepareContenders, type Run } from './website-contenders.ts';

const usualRuns = 6;
const disturbedShare = 0.03;
const repeats = 3;

/** What is visited, and how many times the wall time of a bare load our visit of it may take. */
const pages = [
  { name: 'the demo home page', start: createDemoBusiness, mostTimesBare: 2.4 },
  { name: 'a heavier page', start: startShop, mostTimesBare: 1.35 },
] as const;

/**
 * Our visit and our Lighthouse check against the Lighthouse command line with its defaults, and our visit against a bare load
 * of the page, in turn on the same local pages. Each runs as a process of its own, from start to exit, with the same browser.
 * @param options how many runs each, 6 unless given; fewer are a quick look, no measurement. With `bare` in front of it, only
 * our visit and the bare load run, which takes two minutes
 */
export async function benchWebsite(...options: string[]): Promise<boolean> {
  const onlyBare = options[0] === 'bare';
  const runs = Number(options[onlyBare ? 1 : 0]) || usualRuns;
  const cache = path.join(repository, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'bench-'));
  try {
    const contenders = await prepareContenders(folder);
    const kept: boolean[] = [];
    for (const { name, start, mostTimesBare } of pages) {
      const site = await start();
      console.log(`\n${name}, ${runs} runs each, in turn; load of this machine before: ${loadavg()[0]?.toFixed(1)}`);
      try {
        kept.push(...(await race(site.url, { runs, onlyBare, mostTimesBare }, contenders)));
      } finally {
        await site.close();
      }
    }
    return kept.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Rules {
  readonly runs: number;
  readonly onlyBare: boolean;
  readonly mostTimesBare: number;
}

async function race(url: string, { runs, onlyBare, mostTimesBare }: Rules, contenders: Contenders): Promise<boolean[]> {
  const [cli, visit, bare, audit]: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
  for (let round = 0; round < runs; round++) {
    if (!onlyBare) cli.push(await undisturbed(() => contenders.cli(url)));
    const ours = await undisturbed(() => contenders.visit(url));
    visit.push(ours);
    bare.push(await undisturbed(() => contenders.bare(url, ours.metrics['cpuSlowdown'] ?? Number.NaN)));
    if (!onlyBare) audit.push(await undisturbed(() => contenders.audit(url)));
  }
  print('our visit', visit);
  print('the bare load', bare);
  const toBare = verdict(
    "our visit's wall time to the bare load's",
    rounded(wall(visit) / wall(bare)),
    mostTimesBare,
    'times',
  );
  const spread = verdict("our visit's LCP spread", rounded(lcpSpread(visit) * 100), 5, '%');
  return onlyBare ? [toBare, spread] : [toBare, spread, ...compareWithLighthouse(cli, visit, audit)];
}

function compareWithLighthouse(cli: readonly Run[], visit: readonly Run[], audit: readonly Run[]): boolean[] {
  print('Lighthouse CLI', cli);
  print('our lighthouse', audit, ' (time per run; the median of three runs each)');
  return [
    verdict("our visit's wall time to the CLI's", rounded(wall(visit) / wall(cli)), 0.75, 'times'),
    verdict("our lighthouse check's wall time to the CLI's", rounded(wall(audit) / wall(cli)), 0.6, 'times'),
    ...compareMetrics(cli, audit),
  ];
}

function wall(runs: readonly Run[]): number {
  return median(runs.map(({ wallMs }) => wallMs));
}

/**
 * A run in which the machine was taken away measures its neighbours, whichever contender's it is: it is made again, and of
 * several such the least disturbed one counts.
 */
async function undisturbed(contender: () => Promise<Run>): Promise<Run> {
  let best = await contender();
  for (let again = 0; best.stolenShare > disturbedShare && again < repeats; again++) {
    const next = await contender();
    if (next.stolenShare < best.stolenShare) best = next;
  }
  return best;
}

/** (max - min) / median */
function lcpSpread(runs: readonly Run[]): number {
  const lcp = runs.map(({ metrics }) => metrics['lcpMs'] ?? Number.NaN);
  return range(lcp) / median(lcp);
}

function print(name: string, runs: readonly Run[], note = ''): void {
  const of = (pick: (run: Run) => number): number => median(runs.map(pick));
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`.padStart(7);
  const share = (part: number, digits = 0): string => `${(part * 100).toFixed(digits)}%`;
  const lcp = runs.flatMap(({ metrics }) => metrics['lcpMs'] ?? []).map(Math.round);
  const paint =
    lcp.length === 0
      ? ''
      : `  LCP ${Math.round(median(lcp))} ms, spread ${share(lcpSpread(runs), 1)} (${lcp.join(', ')})`;
  const stolen = Math.max(...runs.map(({ stolenShare }) => stolenShare));
  const peak = of((run) => run.peakMb)
    .toFixed(0)
    .padStart(5);
  console.log(
    `     ${name.padEnd(15)} wall ${seconds(wall(runs))}  cpu ${seconds(of((run) => run.cpuMs))}  peak ${peak} MB${paint}, of the machine taken by others at most ${share(stolen)}${note}`,
  );
}

/** They agree on a metric when their medians lie no further apart than the runs of one of them do, or by a tenth, or hardly. */
function compareMetrics(cli: readonly Run[], audit: readonly Run[]): boolean[] {
  const hardly: Readonly<Record<string, number>> = {
    score: 0.03,
    fcpMs: 100,
    lcpMs: 100,
    tbtMs: 50,
    speedIndexMs: 100,
    cls: 0.01,
  };
  return Object.entries(hardly).map(([name, least]) => {
    const [theirs, ours] = [cli, audit].map((runs) => runs.map(({ metrics }) => metrics[name] ?? Number.NaN));
    const noise = Math.max(least, median(theirs ?? []) * 0.1, range(theirs ?? []), range(ours ?? []));
    const apart = Math.abs(median(theirs ?? []) - median(ours ?? []));
    return verdict(
      `lighthouse ${name}: ours ${rounded(median(ours ?? []))}, the CLI's ${rounded(median(theirs ?? []))}, apart`,
      rounded(apart),
      rounded(noise),
      'within noise',
    );
  });
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
