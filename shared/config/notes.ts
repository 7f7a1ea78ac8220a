import { spelledOut } from '../model/foreign-text.ts';
import { pageKinds } from '../model/social-platform.ts';
import { modelBehindProfile } from '../model/theme-model.ts';
import { doubtSentence, questionableDisguises, turnedComments } from './disguise-findings.ts';
import { escalationNotes } from './escalation-notes.ts';
import { listedHolidays } from './expand.ts';
import { formatPath } from './faults.ts';
import type { FileConfiguration, FileTouchpoint } from './file-schema.ts';
import { takenOutInVain } from './holidays.ts';
import { promiseNotes } from './promise-notes.ts';
import { shopperNotes } from './shopper-notes.ts';
import { bedrockModelId, isElsewhere } from './theme-model-problems.ts';
import type { YamlDocument } from './yaml-document.ts';

/** The text that a file was read from. */
interface Source {
  readonly yaml: YamlDocument;
  readonly text: string;
  readonly fileName: string;
}

/** Sentences about a file without faults: what it asks for and does not get, and what it hardly means. */
export function notesOf(file: FileConfiguration, source: Source): readonly string[] {
  return [
    ...disguiseNotes(source),
    ...secretNotes(file),
    ...senderNotes(file),
    ...shopperNotes(file),
    ...promiseNotes(file),
    ...escalationNotes(file),
    ...holidayNotes(file),
    ...regionNotes(file),
    ...themeNotes(file),
  ];
}

function themeNotes({ themes, touchpoints }: FileConfiguration): string[] {
  const isRead = touchpoints.some(({ kind }) => pageKinds.some((each) => each === kind));
  if (themes === undefined) return [];
  const profile = modelBehindProfile(bedrockModelId(themes.model));
  if (profile !== null && isElsewhere(profile.geography, themes.region))
    return [
      `themes: the inference profile ${bedrockModelId(themes.model)} is for regions of "${profile.geography}", and ${themes.region} is not one of them, so Bedrock would refuse to answer. Copy the id from Bedrock's list in ${themes.region}, or name another region.`,
    ];
  if (isRead) return [];
  return [
    'themes: no touchpoint of this file is a place where customers write in public, so the model reads nothing. Add a social page or a review site, or remove themes.',
  ];
}

function disguiseNotes({ yaml, text, fileName }: Source): string[] {
  return [...questionableDisguises(yaml), ...turnedComments(text, yaml)].map((each) => {
    const { scalar, disguise } = each;
    const { line, column } = yaml.placeOfSign(disguise.sign, scalar.offset, scalar.end);
    const subject = scalar.path.length === 0 ? 'a comment' : formatPath(scalar.path);
    return spelledOut(`${fileName}:${line}:${column} ${subject}: ${doubtSentence(each)}`);
  });
}

function holidayNotes({ hours }: FileConfiguration): string[] {
  const listed = listedHolidays(hours?.holidays);
  const calendars = listed.filter((entry) => /^[A-Z]/.test(entry));
  const nothing = calendars.length === 0 ? 'the list names no calendar' : `no holiday of ${calendars.join(' or ')}`;
  return takenOutInVain(listed).map(
    (entry) =>
      `hours.holidays: "${entry}" removes a day that is not a holiday: ${nothing}. Correct the date or delete it.`,
  );
}

/** Needs no secret: people, or other systems, put files there. */
function isReadFromFolder({ kind }: FileTouchpoint): boolean {
  return kind === 'scorecard' || kind === 'survey' || kind === 'orders';
}

function secretNotes({ touchpoints }: FileConfiguration): string[] {
  return touchpoints
    .filter((touchpoint) => !isReadFromFolder(touchpoint) && touchpoint.kind !== 'website')
    .filter((touchpoint) => !('secret' in touchpoint) || touchpoint.secret === undefined)
    .filter((touchpoint) => touchpoint.kind !== 'phone' || touchpoint.source !== 'csv')
    .filter((each) => (each.kind !== 'mailbox' && each.kind !== 'shopper') || each.source !== 'inbound')
    .map(({ id, kind }) =>
      kind === 'shopper'
        ? `Touchpoint ${id} names no secret, so the shopper cannot read its mailbox: write secret: <name>, and store the password of its mailbox under that name (docs/platforms/shopper.md).`
        : `Touchpoint ${id} names no secret, so nobody can be seen there: write secret: <name>, and store the token of ${kind} under that name (docs/platforms).`,
    );
}

/** A shopper whose mail SES receives reads without a secret, but does not send without one. */
function senderNotes({ touchpoints }: FileConfiguration): string[] {
  return touchpoints.flatMap((each) =>
    each.kind === 'shopper' && each.source === 'inbound' && each.smtp !== undefined && each.smtpSecret === undefined
      ? `Touchpoint ${each.id} names no secret for ${each.smtp}, so the shopper cannot write: write smtpSecret: <name>, and store what that server asks for under that name (docs/platforms/shopper.md).`
      : [],
  );
}

function regionNotes({ regions = [], touchpoints }: FileConfiguration): string[] {
  if (regions.length === 0) return [];
  if (!touchpoints.some(({ kind }) => kind === 'website'))
    return ['regions: only websites are checked from other regions, and the file has none. Leave it out.'];
  return [
    `regions: what fails is checked again from ${regions.join(', ')} in AWS only. On this machine, it is checked from here alone.`,
  ];
}
