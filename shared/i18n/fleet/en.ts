import { formatFor } from '../format.ts';
import { countIn } from './count-in.ts';
import type { FleetWords } from './words.ts';

const { counted, locale } = formatFor('en');
const count = countIn(locale);
const faults = { one: 'fault', other: 'faults' };

export const en: FleetWords = {
  need: (needing, all) => `${count(needing)} of ${count(all)} ${needing === 1 ? 'needs' : 'need'} your attention`,
  allWell: (all) => (all === 1 ? 'Everything is green' : `All ${count(all)} are green`),
  noneKnown: (unmeasured, all) => `No problems found, but ${count(unmeasured)} of ${count(all)} could not be measured`,
  unmeasured: (others) => `${count(others)} more could not be measured and may need your attention, too.`,
  heading: {
    need: 'Needs your attention, worst first',
    broken: 'Not watched: the file has faults',
    unmeasured: 'Not measured',
    well: 'All green',
  },
  broken: (file, n) =>
    `${file} has ${counted(n, faults)}. Correct the file: until then, nothing is measured for this business.`,
  leftOut: (file, n, first) =>
    `${file} has ${counted(n, faults)}. Correct the file and deploy again: until then, nothing is measured for this business. First fault: ${first}`,
  failed: 'The results of this week could not be read. Ask the person who runs Touchlight.',
  nothingMeasured: {
    watch: 'Nothing was measured all week. Check that "touchlight watch" is running.',
    stack: 'Nothing was measured all week. Ask the person who runs Touchlight.',
  },
  more: (others) => `and ${count(others)} more`,
  small: 'A business needs your attention when anything it has is red or yellow. Its own email says what to do.',
};
