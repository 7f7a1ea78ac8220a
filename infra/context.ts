import type { Node } from 'constructs';
import { z } from 'zod';

/** Something in the configuration or on the command line is wrong; the message is for the person who wrote it. */
export class ContextError extends Error {
  override readonly name = 'ContextError';
}

export interface Context {
  /** Path of the configuration. */
  readonly config: string;
  /** The stack's name, and with it the beginning of its functions' names. */
  readonly stack: string;
  readonly network: 'public' | 'any';
  readonly confirmationDelaySeconds: number;
  readonly dashboard: boolean;
  /** Somebody knows that SES receives mail in this region. */
  readonly receivesMail: boolean;
  /** Rules for received mail are part of the stack. */
  readonly receiptRules: boolean;
  /** A folder of configurations instead of the one; null for one business. */
  readonly fleet: string | null;
  /** Who hears of all businesses of a fleet, and of Touchlight itself. */
  readonly agency: readonly string[];
}

/** DESIGN: a suspicion is confirmed after five minutes, so that an alert comes within ten of the first failure. */
const confirmationDelaySeconds = 300;

/** For tests on one machine: pages under test may be on loopback, which in AWS they must never reach. */
const anyAddressFlag = 'testsOnlyLetPagesReachPrivateAddresses';
const delayFlag = 'testsOnlyConfirmationDelaySeconds';
/** The emulator's CloudFormation knows no receipt rules. */
const withoutRulesFlag = 'testsOnlyLeaveOutReceiptRules';

/**
 * What `-c name=value` says.
 * @throws ContextError when a value makes no sense: a flag that is not understood must not be passed over
 */
export function readContext(node: Node): Context {
  const text = (name: string, fallback: string): string => {
    const value: unknown = node.tryGetContext(name) ?? fallback;
    if (typeof value === 'string' && value !== '') return value;
    throw new ContextError(`-c ${name}=... must be a text, not ${JSON.stringify(value)}.`);
  };
  const eitherOf = (name: string, yes: string, no: string): boolean => {
    const value = text(name, no);
    if (value === yes || value === no) return value === yes;
    throw new ContextError(`-c ${name}=${value} must be "${yes}" or "${no}".`);
  };
  const delay = text(delayFlag, String(confirmationDelaySeconds));
  if (!/^\d{1,3}$/.test(delay) || Number(delay) > 900) {
    throw new ContextError(`-c ${delayFlag}=${delay} must be a whole number from 0 to 900, SQS's longest delay.`);
  }
  const stack = text('stack', 'Touchlight');
  if (!/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(stack)) {
    throw new ContextError(`-c stack=${stack} must be 1 to 40 letters, digits and hyphens, beginning with a letter.`);
  }
  const fleet = text('fleet', noFleet);
  const agency = text('agency', noFleet);
  if (agency !== noFleet && fleet === noFleet) {
    throw new ContextError(`-c agency=${agency} is for a fleet: name its folder as well, as in -c fleet=businesses.`);
  }
  return {
    config: text('config', 'touchpoints.yaml'),
    stack,
    network: eitherOf(anyAddressFlag, 'yes', 'no') ? 'any' : 'public',
    confirmationDelaySeconds: Number(delay),
    dashboard: eitherOf('dashboard', 'true', 'false'),
    receivesMail: eitherOf('receivesMail', 'true', 'false'),
    receiptRules: !eitherOf(withoutRulesFlag, 'yes', 'no'),
    fleet: fleet === noFleet ? null : fleet,
    agency: agency === noFleet ? [] : addressesIn(agency),
  };
}

/** No folder is called so. */
const noFleet = '\0';

function addressesIn(agency: string): string[] {
  const addresses = agency.split(',').map((each) => each.trim());
  const broken = addresses.find((each) => !z.email().safeParse(each).success);
  if (broken === undefined) return addresses;
  throw new ContextError(
    `-c agency=${agency} must be email addresses with commas between them, and "${broken}" is none.`,
  );
}
