import { agencyScope } from '../../../../shared/config/fleet/agency-mail.ts';
import { digestSlots } from '../../../../shared/config/fleet/as-one.ts';
import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import { outputs } from '../../../../shared/model/stack-names.ts';
import { stepOfResource } from '../../../../shared/model/stack-resources.ts';
import type { Answer, ScheduleState } from '../../../../shared/ports/stack-inspector.ts';
import { counted } from '../../../counted.ts';
import { broken, type Finding, notYet, works } from '../../finding.ts';
import { eachAtOnce } from '../each-at-once.ts';
import { cannotTell, type Examination, putBack, resourcesOf } from '../examination.ts';
import { judgeSchedule } from '../starters.ts';
import { businessesNamed, countedBusinesses } from './businesses-named.ts';

const atOnce = 10;

/** A time of the week at which mails are due. */
interface Due {
  /** As the stack's schedule names it. */
  readonly slot: string;
  /** `Europe/Kyiv mon 08:00` */
  readonly when: string;
  readonly whose: readonly string[];
}

interface Found {
  readonly schedule: string;
  readonly answer: Answer<ScheduleState | null>;
}

/** Does a schedule send the weekly mail of each business, and the agency's? */
export async function examineDigestSchedules(examination: Examination, fleet: FleetToDeploy): Promise<Finding[]> {
  const due = dueIn(fleet);
  if (due.length === 0 || examination.resources.length === 0) return [];
  const schedules = resourcesOf(examination, 'AWS::Scheduler::Schedule').filter(
    ({ logicalId }) => stepOfResource(logicalId) === 'digest',
  );
  const found = await eachAtOnce(atOnce, schedules, async ({ physicalId: schedule }): Promise<Found> => {
    return { schedule, answer: await examination.inspector.schedule(schedule) };
  });
  const unanswered = found.flatMap(({ answer }) => (answer.known ? [] : answer.unanswered)).slice(0, 1);
  const judgedAll = due.map((each) => judgeDue(each, found, examination));
  const faults = judgedAll.flatMap((finding) => (finding === null || finding.light === 'green' ? [] : finding));
  const well = due.filter((_, index) => judgedAll[index]?.light === 'green');
  return [
    ...unanswered.map((why) => cannotTell('schedule digest', why)),
    ...faults,
    ...(well.length === 0 ? [] : [works('schedule digest', `Enabled: ${inWords(well)}.`)]),
  ];
}

function dueIn({ businesses, own }: FleetToDeploy): Due[] {
  const slots = digestSlots(businesses).map(({ id, timeZone, digest, businesses: some }): Due => {
    return { slot: id, when: whenIs(timeZone, digest), whose: some.map((each) => each.id ?? '') };
  });
  if (own === null) return slots;
  const { timeZone, digest } = own.mail;
  return [...slots, { slot: agencyScope, when: whenIs(timeZone, digest), whose: [agencysOwn] }];
}

const agencysOwn = "the agency's own";

function whenIs(
  timeZone: string,
  { weekday, atMinute }: { readonly weekday: string; readonly atMinute: number },
): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${timeZone} ${weekday} ${two(Math.floor(atMinute / 60))}:${two(atMinute % 60)}`;
}

/** @returns null when it is not known */
function judgeDue({ slot, when, whose }: Due, found: readonly Found[], { state, local }: Examination): Finding | null {
  const name = `schedule digest ${when}`;
  const mails = `The weekly mails that wait for it: ${businessesNamed(whose)}.`;
  for (const { schedule, answer } of found) {
    if (!answer.known || answer.value?.slot !== slot) continue;
    const finding = judgeSchedule(name, answer.value, schedule);
    return finding.light === 'green' ? finding : { ...finding, sentence: `${finding.sentence} ${mails}` };
  }
  if (found.some(({ answer }) => !answer.known)) return null;
  if (state !== null && state.outputs[outputs.configuration] !== local.fingerprint)
    return notYet(name, `The stack has no such schedule yet. ${mails}`, 'Deploy this folder: npx cdk deploy');
  return broken(name, `The schedule is missing: someone deleted it by hand. ${mails}`, putBack);
}

function inWords(well: readonly Due[]): string {
  const businesses = well.flatMap(({ whose }) => whose.filter((each) => each !== agencysOwn)).length;
  const agency = well.some(({ slot }) => slot === agencyScope) ? [agencysOwn] : [];
  const mails = [...(businesses === 0 ? [] : [`the mails of ${countedBusinesses(businesses)}`]), ...agency];
  return `${counted(well.length, 'schedule')}, for ${mails.join(' and ')}`;
}
