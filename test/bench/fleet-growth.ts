import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { aFleetOfSites, type DispatchFigures, measureDispatch, memoryMb } from './dispatch.ts';
import { verdict } from './verdict.ts';

const usualSizes = [10, 1000, 10_000];
const stepsProcess = fileURLToPath(new URL('fleet-steps-process.ts', import.meta.url));

interface PerSite {
  /** Of how many sites it was measured. */
  readonly count: number;
  /** Of one processor. */
  readonly ms: number;
  readonly readUnits: number;
}

/** What the process under measurement reports (fleet-steps-process.ts). */
export interface StepFigures {
  readonly sites: number;
  readonly evaluate: PerSite;
  readonly notify: PerSite;
  readonly digest: PerSite;
  readonly peakMb: number;
}

const steps = ['evaluate', 'notify', 'digest'] as const;

/**
 * Fleets of several sizes through dispatch, evaluate, notify and digest, each in a process of its own. What one site takes must not
 * grow with the number of the others.
 * @param argument the sizes, such as `10 1000`; 10, 1,000 and 10,000 unless given
 */
export function benchFleet(...argument: string[]): boolean {
  const sizes = argument.length === 0 ? usualSizes : argument.map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    console.error(`The sizes of fleets are whole numbers above 0, such as "10 1000", not "${argument.join(' ')}".`);
    return false;
  }
  const all = sizes.map((sites) => measured(sites));
  const [few, many] = [all.find(({ sites }) => sites >= smallestCompared) ?? all[0], all.at(-1)];
  if (few === undefined || many === undefined) return false;
  const { dispatch } = many;
  return [
    verdict(`a tick of ${many.sites} sites, at most`, dispatch.tickMs, 500, 'ms'),
    verdict('peak memory of dispatch', dispatch.peakMb, memoryMb, 'MB'),
    ...(few === many ? [] : steps.map((step) => growth(step, few.steps, many.steps))),
  ].every(Boolean);
}

interface Measured {
  readonly sites: number;
  readonly dispatch: DispatchFigures;
  readonly steps: StepFigures;
}

/** In smaller fleets, what is done once weighs more than the sites. */
const smallestCompared = 1000;

function measured(sites: number): Measured {
  const dispatch = measureDispatch(aFleetOfSites(sites));
  const { checks, visitsPerMinute, readMs, medianTickMs, tickMs, heapMb, peakMb } = dispatch;
  console.log(`${sites} sites`);
  console.log(
    `     dispatch: ${checks} checks, ${visitsPerMinute} visits a minute; a tick ${medianTickMs} ms (p50), ${tickMs} ms (max); ` +
      `the configuration is read in ${readMs} ms; heap ${heapMb} MB, peak ${peakMb} MB`,
  );
  const output = execFileSync(process.execPath, ['--max-old-space-size=4096', stepsProcess, String(sites)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const figures = JSON.parse(output) as StepFigures;
  for (const step of steps) {
    const { count, ms, readUnits } = figures[step];
    const of = count === sites ? '' : ` (of ${count} sites)`;
    console.log(`     ${step}: ${ms} ms of one processor and ${readUnits} read units a site${of}`);
  }
  return { sites, dispatch, steps: figures };
}

/** Twice the time a site at ten times the sites would be more than linear; less than that, garbage collection and caches explain. */
function growth(step: (typeof steps)[number], few: StepFigures, many: StepFigures): boolean {
  const times = Math.round((many[step].ms / few[step].ms) * 100) / 100;
  return verdict(`${step}, a site of ${many.sites} beside one of ${few.sites}`, times, 2, 'times');
}
