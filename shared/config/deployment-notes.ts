import { type Configuration, inboundAddress, isReceived, type Touchpoint } from '../model/business.ts';
import { importPrefix } from '../model/import-kind.ts';
import { keepIncomingDays, keepLongDays } from '../model/keep-days.ts';
import { phoneSources } from '../model/social-platform.ts';
import { outputs, receiptRuleSetName } from '../model/stack-names.ts';
import { themeModelNotes } from './theme-model-notes.ts';

/**
 * Sentences about what a deployed stack needs from a person, and a laptop does not; and about what leaves either of them.
 * @param stack the stack's name
 * @param inRegions of a fleet, the businesses that name regions; null where there is one business, or all of them do
 */
export function deploymentNotes(
  configuration: Configuration,
  stack = 'Touchlight',
  inRegions: readonly string[] | null = null,
): string[] {
  const { touchpoints, inbound } = configuration;
  const mailboxes = touchpoints.filter(isReceived);
  return [
    ...touchpoints.filter(isReadFromFiles).map(filesNote),
    ...touchpoints.flatMap(loyaltyNote),
    ...touchpoints.filter(({ kind }) => kind === 'scorecard').map(scorecardsNote),
    ...regionsNote(configuration, inRegions),
    ...themeModelNotes(configuration),
    ...(inbound === null || mailboxes.length === 0
      ? []
      : [...mailboxes.map((each) => copiesNote(each, inbound)), rulesNote(inbound, stack)]),
  ];
}

function isReadFromFiles({ checks }: Touchpoint): boolean {
  return checks.some(({ options }) => options['platform'] === phoneSources.csv);
}

function filesNote({ id }: Touchpoint): string {
  return [
    `Touchpoint ${id} reads its calls from CSV files (source: csv). In AWS, put them into the stack's bucket, where they are deleted after ${keepIncomingDays} days:`,
    `  aws s3 cp calls.csv s3://BUCKET/${importPrefix('calls', id)}`,
    `BUCKET is the stack's output ${outputs.evidenceBucket}.`,
  ].join('\n');
}

function scorecardsNote({ id }: Touchpoint): string {
  return [
    `Touchpoint ${id} is assessed by people. In AWS, put their scorecards into the stack's bucket, where each is read as soon as it lands:`,
    `  aws s3 cp visits.csv s3://BUCKET/${importPrefix('scorecards', id)}`,
    `BUCKET is the stack's output ${outputs.evidenceBucket}.`,
  ].join('\n');
}

function loyaltyNote({ id, kind }: Touchpoint): string[] {
  if (kind !== 'survey' && kind !== 'orders') return [];
  const [folder, what] = kind === 'survey' ? (['surveys', 'answers'] as const) : (['orders', 'orders'] as const);
  const note = [
    `Touchpoint ${id} reads its ${what} from CSV files. In AWS, put them into the stack's bucket, where they are deleted after ${keepLongDays} days:`,
    `  aws s3 cp ${what}.csv s3://BUCKET/${importPrefix(folder, id)}`,
    `BUCKET is the stack's output ${outputs.evidenceBucket}.`,
  ];
  return [note.join('\n')];
}

const namedAtMost = 5;

/** "at a, b and c": the first few, and how many more. */
function whoseFailures(businesses: readonly string[]): string {
  const named = businesses.slice(0, namedAtMost);
  const others = businesses.length - named.length;
  return ` at ${new Intl.ListFormat('en-GB').format(others > 0 ? [...named, `${others} more`] : named)}`;
}

function regionsNote({ regions, touchpoints }: Configuration, businesses: readonly string[] | null): string[] {
  if (!touchpoints.some(({ checks }) => checks.some((check) => check.regions !== undefined))) return [];
  return [
    [
      `What fails${businesses === null ? '' : whoseFailures(businesses)} is also checked from ${regions.join(', ')}. Each region needs "cdk bootstrap" once, and each has a stack of its own:`,
      ...regions.map((region) => `  npx cdk bootstrap aws://ACCOUNT/${region}`),
      '  npx cdk deploy --all',
    ].join('\n'),
  ];
}

type Inbound = NonNullable<Configuration['inbound']>;

function copiesNote({ id, kind, account, checks }: Touchpoint, inbound: Inbound): string {
  const received = inboundAddress(id, inbound);
  if (kind === 'shopper') {
    const own = checks[0]?.options['address'];
    const redirected = own === received ? '' : ` Have what comes to ${own} redirected to ${received}.`;
    return `Touchpoint ${id} has SES receive the mystery shopper's mail at ${received} (source: inbound), in AWS only.${redirected}`;
  }
  return `Touchpoint ${id} reads what SES receives (source: inbound), in AWS only. Have copies of what comes to ${account}, and of what is answered from there, redirected to ${received}.`;
}

/** Only one set is active in an account and region: to activate ours where another one is would switch off somebody's mail. */
function rulesNote({ ruleSet, after }: Inbound, stack: string): string {
  if (ruleSet === null) {
    return [
      'SES receives nothing until a receipt rule set is active. Where none is yet, activate the one of this stack once it is deployed:',
      `  aws ses set-active-receipt-rule-set --rule-set-name ${receiptRuleSetName(stack)}`,
      `If another set is active in this region, that would stop the mail that it receives: name it instead (inbound: ruleSet, after). "touchlight doctor --stack ${stack}" shows which one is active.`,
    ].join('\n');
  }
  return after === null
    ? `Touchlight's receipt rules come before the first rule of ${ruleSet}. To have them behind all others, name its last rule (inbound: after).`
    : `Touchlight's receipt rules come into the rule set ${ruleSet} behind ${after}, and take nothing but mail to their own addresses.`;
}
