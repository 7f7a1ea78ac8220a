import { benchBusinessTime } from './business-time.ts';
import { benchDigest } from './digest.ts';
import { benchDispatch } from './dispatch.ts';
import { benchEvaluate } from './evaluate.ts';
import { benchFleet } from './fleet-growth.ts';
import { benchGrowth } from './growth.ts';
import { benchHostile } from './hostile.ts';
import { benchInstall } from './install.ts';
import { benchPage } from './page.ts';
import { benchSize } from './size.ts';
import { benchVisits } from './visits.ts';
import { benchWatch } from './watch.ts';
import { benchWebsite } from './website.ts';

const benches: Readonly<Record<string, (...options: string[]) => boolean | Promise<boolean>>> = {
  'business-time': benchBusinessTime,
  digest: benchDigest,
  dispatch: benchDispatch,
  evaluate: benchEvaluate,
  fleet: benchFleet,
  growth: benchGrowth,
  hostile: benchHostile,
  install: benchInstall,
  page: benchPage,
  size: benchSize,
  visits: benchVisits,
  watch: benchWatch,
  website: benchWebsite,
};

const [name = '', ...options] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else if (!(await bench(...options))) {
  process.exitCode = 1;
}
