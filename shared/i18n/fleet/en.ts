import { formatFor } from '../format.ts';
import type { FleetWords } from './words.ts';

const { counted } = formatFor('en');
const faults = { one: 'fault', other: 'faults' };

export const en: FleetWords = {
  need: (needing, all) => `${needing} of ${all} ${needing === 1 ? 'needs' : 'need'} your attention`,
  allWell: (all) => (all === 1 ? 'Everything is green' : `All ${all} are green`),
  noneKnown: (unmeasured, all) => `No problems found, but ${unmeasured} of ${all} could not be measured`,
  unmeasured: (count) => `${count} more could not be measured and may need your attention, too.`,
  heading: {
    need: 'Needs your attention, worst first',
    broken: 'Not watched: the file has faults',
    unmeasured: 'Not measured',
    well: 'All green',
  },
  broken: (file, count) =>
    `${file} has ${counted(count, faults)}. Correct the file: until then, nothing is measured for this business.`,
  failed: 'The results of this week could not be read. Ask the person who runs Touchlight.',
  nothingMeasured: 'Nothing was measured all week. Check that "touchlight watch" is running.',
  more: (count) => `and ${count} more`,
  small: 'A business needs your attention when anything it has is red or yellow. Its own email says what to do.',
};
