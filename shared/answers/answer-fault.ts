import { STATUS_CODES } from 'node:http';
import { userAgentSuffix } from '../browser/device-profiles.ts';
import { failed, type Measured, unknown } from '../runtime/probe.ts';
import { botWall } from './bot-wall.ts';
import type { PageAnswer } from './page-answer.ts';
import { placeholderPage } from './placeholder-page.ts';

/** Why what the server sent is not the business's page, and what to do; null when it may well be. */
export function answerFault(
  answer: PageAnswer,
  rest: Partial<Omit<Measured, 'outcome' | 'reason' | 'cause'>> = {},
): Measured | null {
  const { status, url } = answer;
  const says = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  const wall = botWall(answer);
  if (wall !== null) {
    return unknown(
      'bot-wall',
      `The bot protection of ${wall.vendor} keeps Touchlight out of ${url} (${says}); customers may well get in. To have the site measured: ${lowerFirst(wall.recipe)}`,
      rest,
    );
  }
  const instead = placeholderPage(answer);
  if (instead !== null) {
    const cause = status >= 400 ? 'http-error' : 'placeholder';
    return failed(cause, `${url} shows ${instead.shows} instead of your site (${says}). ${instead.advice}`, rest);
  }
  if (status === 403 || status === 429) return unknown('bot-wall', refusal(url, says, status), rest);
  if (status === 451) {
    return unknown(
      'bot-wall',
      `${url} is not shown to visitors from where Touchlight runs, for legal reasons (${says}). Run Touchlight in the country of your customers.`,
      rest,
    );
  }
  if (status === 204 || status === 205) {
    return failed(
      'http-error',
      `${url} answers ${says}, which means an empty page. Whoever looks after the site has to find out why.`,
      rest,
    );
  }
  if (status < 400) return null;
  return failed('http-error', `${url} answers ${says} instead of a page: ${meaning(status)}`, rest);
}

/** Nobody signed it: a firewall against bots and a site that refuses everybody look the same from here. */
function refusal(url: string, says: string, status: number): string {
  const why = status === 429 ? 'counts too many requests and holds Touchlight off' : 'refuses Touchlight';
  return `${url} ${why} (${says}). Open it in your own browser: if it opens, ask whoever runs its firewall to allow the user agent "${userAgentSuffix}"; if it does not, nobody gets in, and your hosting company has to look at the site's permissions.`;
}

/** Cloudflare's own statuses; developers.cloudflare.com/support, "Cloudflare 5xx errors". */
const meanings: Readonly<Record<number, string>> = {
  401: 'it asks for a user name and a password before it shows anything. Take the password off the public page.',
  404: 'there is nothing at this address any more. Restore the page, or redirect the address to the new one.',
  410: 'the page was removed for good. Restore it, or redirect the address to the new one.',
  500: 'the program behind the site broke down. Whoever looks after the site finds the cause in its error log.',
  502: 'the web server works, but the program behind it does not answer. Have it restarted.',
  503: 'the site is overloaded or in maintenance. If nobody is working on it, ask your hosting company.',
  504: 'the web server works, but the program behind it is too slow to answer. Have it looked at.',
  508: 'the site has used up what your hosting plan allows. Ask your hosting company.',
  509: 'the site has used up the traffic of your hosting plan. Ask your hosting company.',
  520: 'Cloudflare gets no sensible answer from your server. Have the server looked at.',
  521: 'your server refuses the connection from Cloudflare. Is it running, and does its firewall allow Cloudflare?',
  522: 'Cloudflare gets no connection to your server. Is it running, and does its firewall allow Cloudflare?',
  523: 'Cloudflare cannot reach your server. Check the address of the server in the DNS settings there.',
  524: 'your server takes too long to answer Cloudflare. Have it looked at.',
  525: 'Cloudflare and your server cannot agree on encryption. Check the certificate on the server.',
  526: 'Cloudflare does not accept the certificate of your server. Renew it.',
  530: 'Cloudflare does not find your server. Check the DNS settings there.',
};

function meaning(status: number): string {
  const known = meanings[status];
  if (known !== undefined) return known;
  return status >= 500
    ? 'the server broke down. Whoever looks after the site finds the cause in its error log.'
    : 'the server refuses such a visit. Ask whoever looks after the site.';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
