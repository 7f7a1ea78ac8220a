import { isGroup, type Path, valueAt } from './data-path.ts';
import { mailboxSchema } from './file-mailbox.ts';
import type { Finding } from './structural-faults.ts';

/** What belongs together when mail is received by SES instead of read from a server. */
export function inboundFindings(data: unknown, touchpoints: readonly unknown[]): readonly Finding[] {
  return [
    ...ruleFindings(data),
    ...touchpoints.flatMap((touchpoint, index) =>
      mailboxFindings(touchpoint, ['touchpoints', index], isGroup(valueAt(data, ['inbound']))),
    ),
  ];
}

function ruleFindings(data: unknown): readonly Finding[] {
  const { after, ruleSet } = asGroup(valueAt(data, ['inbound']));
  if (after === undefined || ruleSet !== undefined) return [];
  const message = 'names a rule of a rule set that is active already; write ruleSet, its name, too, or leave it out';
  return [{ path: ['inbound', 'after'], at: 'key', message }];
}

function mailboxFindings(touchpoint: unknown, path: Path, isReceiving: boolean): readonly Finding[] {
  const mailbox = asGroup(touchpoint);
  const { kind, source } = mailbox;
  if (kind !== 'mailbox' && kind !== 'shopper') return [];
  if (source !== 'inbound') return kind === 'mailbox' ? serverFindings(mailbox, path) : [];
  const foreign = ['server', 'secret'].filter((key) => mailbox[key] !== undefined);
  const why = "because SES receives the mailbox's mail, and no server is logged in to";
  const remedy = kind === 'shopper' ? 'leave it out; what the shopper sends with is smtpSecret' : 'leave it out';
  return [
    ...(isReceiving ? [] : [receivesNothing(path)]),
    ...foreign.map((key): Finding => {
      const message = `does not go with source: inbound, ${why}; ${key === 'secret' ? remedy : 'leave it out'}`;
      return { path: [...path, key], at: 'key', message };
    }),
  ];
}

function receivesNothing(path: Path): Finding {
  const message =
    'needs a domain whose mail SES receives; write at the top of the file, for example: inbound: { domain: inbox.example.com }';
  return { path: [...path, 'source'], at: 'value', message };
}

/** A misspelt key is a fault of its own, and may be the one that is missing. */
function serverFindings(mailbox: Readonly<Record<string, unknown>>, path: Path): readonly Finding[] {
  const { server, source = 'imap' } = mailbox;
  const isMisspelt = Object.keys(mailbox).some((key) => !(key in mailboxSchema.shape));
  if (server !== undefined || source !== 'imap' || isMisspelt) return [];
  const message = 'is missing; for example: server: imap.example.com:993';
  return [{ path: [...path, 'server'], at: 'value', message, missing: true }];
}

function asGroup(value: unknown): Readonly<Record<string, unknown>> {
  return isGroup(value) ? value : {};
}
