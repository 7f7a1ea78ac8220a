import { benchDispatch } from './dispatch.ts';
import { benchSize } from './size.ts';
import { benchVisits } from './visits.ts';

const benches: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  dispatch: benchDispatch,
  size: benchSize,
  visits: benchVisits,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else if (!(await bench())) {
  process.exitCode = 1;
}
