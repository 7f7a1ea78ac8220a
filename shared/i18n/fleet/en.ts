import { formatFor } from '../format.ts';
import type { FleetWords } from './words.ts';

const { counted } = formatFor('en');
const faults = { one: 'fault', other: 'faults' };

export const en: FleetWords = {
  need: (needing, all) => `${needing} of ${all} ${needing === 1 ? 'needs' : 'need'} you`,
  allWell: (all) => (all === 1 ? 'All is well' : `All ${all} are well`),
  noneKnown: (unmeasured, all) => `No problem found, but ${unmeasured} of ${all} not measured`,
  unmeasured: (count) => `${count} more could not be measured; they may need you, too.`,
  heading: {
    need: 'Who needs you, worst first',
    broken: 'Not watched: the file has faults',
    unmeasured: 'Not measured',
    well: 'Well',
  },
  broken: (file, count) =>
    `${file} has ${counted(count, faults)}. Correct the file: until then, nothing of this business is measured.`,
  failed: 'The week of this business could not be read. Ask the person who runs Touchlight.',
  nothingMeasured: 'Nothing was measured this week. Check that "touchlight watch" is running.',
  more: (count) => `and ${count} more`,
  small: 'A business needs you when something of it is red or yellow. Its own mail says what to do.',
};
