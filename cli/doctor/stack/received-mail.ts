import { type Configuration, inboundAddress, isReceived } from '../../../shared/model/business.ts';
import { receiptRuleSetName } from '../../../shared/model/stack-names.ts';
import type { ReceivingRule, ReceivingRules } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, putBack, resourcesOf, weigh } from './examination.ts';

type Inbound = NonNullable<Configuration['inbound']>;

const name = 'received mail';

/** Does SES put copies of mail into the bucket? Not asked where the file says nothing of it. */
export async function examineReceivedMail(examination: Examination): Promise<Finding[]> {
  const { inspector, configuration } = examination;
  const inbound = configuration?.inbound ?? null;
  const [mailbox] = configuration?.touchpoints.filter(isReceived) ?? [];
  if (inbound === null || mailbox === undefined) return [];
  const address = inboundAddress(mailbox.id, inbound);
  const [active, verified] = await Promise.all([inspector.receivingRules(), inspector.isVerified(address)]);
  const looks = [
    verified.known && !verified.value ? unverified(inbound) : null,
    active.known ? judgeActive(active.value, inbound, examination) : null,
  ];
  const unanswered = firstUnanswered(active, verified);
  return [weigh(looks, unanswered === null ? null : cannotTell(name, unanswered))];
}

function unverified({ domain }: Inbound): Finding {
  const remedy = `aws sesv2 create-email-identity --email-identity ${domain}`;
  return broken(name, `${domain} is not verified in SES, which therefore receives no mail for it.`, remedy);
}

function judgeActive(active: ReceivingRules | null, inbound: Inbound, examination: Examination): Finding {
  const wanted = inbound.ruleSet ?? receiptRuleSetName(examination.stack);
  if (active === null) {
    const remedy = `aws ses set-active-receipt-rule-set --rule-set-name ${wanted}`;
    return broken(name, 'No receipt rule set is active in this region, so SES receives no mail.', remedy);
  }
  if (active.name === wanted) return judgeRules(active, inbound, examination);
  const last = active.rules.findLast((rule) => !isOurs(rule, inbound));
  const after = last === undefined ? '' : `, after: ${last.name}`;
  return broken(
    name,
    `The receipt rule set "${active.name}" is active in this region, not "${wanted}". Activating that one would stop the mail that ${active.name} receives.`,
    `Let Touchlight add its rules to it. In touchpoints.yaml: inbound: { domain: ${inbound.domain}, ruleSet: ${active.name}${after} }; then deploy.`,
  );
}

function judgeRules({ name: set, rules }: ReceivingRules, inbound: Inbound, examination: Examination): Finding {
  const ours = resourcesOf(examination, 'AWS::SES::ReceiptRule').map(({ physicalId }) => physicalId);
  const lost = ours.filter((each) => !rules.some((rule) => rule.name === each && rule.isEnabled));
  if (ours.length === 0 || lost.length > 0)
    return broken(name, `Of ${set}, Touchlight's rules are missing or disabled.`, putBack);
  const first = rules.findIndex((rule) => ours.includes(rule.name));
  const end = rules.slice(0, first).find((rule) => rule.isEnabled && rule.isEnd && mayTake(rule, inbound));
  if (end !== undefined) {
    return impaired(
      name,
      `The rule "${end.name}" stands before Touchlight's and ends the processing of mails that it takes.`,
      `Limit its recipients, so that mail to ${inbound.domain} passes it.`,
    );
  }
  return works(name, `SES receives mail for ${inbound.domain} by the rule set ${set}.`);
}

function isOurs({ recipients }: ReceivingRule, { domain }: Inbound): boolean {
  return recipients.length > 0 && recipients.every((each) => each.endsWith(`@${domain}`));
}

/** A rule without recipients takes everything; one with a dot in front, a domain's parts. */
function mayTake({ recipients }: ReceivingRule, { domain }: Inbound): boolean {
  return (
    recipients.length === 0 ||
    recipients.some(
      (each) => each.endsWith(`@${domain}`) || each === domain || (each.startsWith('.') && domain.endsWith(each)),
    )
  );
}
