export interface MailParts {
  readonly from: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly id?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers?: readonly string[];
}

/** A mail as it travels. */
export function aMail({
  from,
  to = 'info@coffeelab.example',
  subject,
  text = '',
  id,
  inReplyTo,
  references,
  headers = [],
}: MailParts): string {
  return [
    `From: ${from}`,
    `To: ${to}`,
    ...(subject === undefined ? [] : [`Subject: ${subject}`]),
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: <${inReplyTo}>`]),
    ...(references === undefined ? [] : [`References: ${references.map((each) => `<${each}>`).join(' ')}`]),
    'MIME-Version: 1.0',
    ...(headers.some((each) => /^content-type/i.test(each))
      ? []
      : ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']),
    ...headers,
    '',
    text,
  ].join('\r\n');
}
