import { STATUS_CODES } from 'node:http';
import { userAgentSuffix as userAgent } from '../browser/device-profiles.ts';
import { type StatusMeaning, saySite } from '../model/site-statements.ts';
import { failed, type Measured, unknown } from '../runtime/probe.ts';
import { botWall } from './bot-wall.ts';
import type { PageAnswer } from './page-answer.ts';
import { isBlank, readPageText } from './page-text.ts';
import { placeholderPage } from './placeholder-page.ts';
import { asksWhetherRobot } from './robot-check.ts';

/** Why what the server sent is not the business's page, and what to do; null when it may well be. */
export function answerFault(
  answer: PageAnswer,
  rest: Partial<Omit<Measured, 'outcome' | 'reason' | 'cause'>> = {},
): Measured | null {
  const { status, url } = answer;
  const answered = { url, status, statusText: STATUS_CODES[status] ?? '' };
  const vendor = botWall(answer);
  if (vendor !== null) return unknown('bot-wall', saySite('site/bot-wall', { ...answered, vendor, userAgent }), rest);
  const instead = placeholderPage(answer);
  if (instead !== null) {
    const cause = status >= 400 ? 'http-error' : 'placeholder';
    return failed(cause, saySite('site/placeholder', { ...answered, ...instead }), rest);
  }
  if (status === 403 || status === 429) {
    const why = status === 429 ? 'too-many-requests' : 'forbidden';
    return unknown('bot-wall', saySite('site/turned-away', { ...answered, why, userAgent }), rest);
  }
  if (asksWhetherRobot(answer)) {
    return unknown('bot-wall', saySite('site/turned-away', { ...answered, why: 'robot-check', userAgent }), rest);
  }
  if (status >= 400 && asksForScript(answer)) {
    return unknown('bot-wall', saySite('site/turned-away', { ...answered, why: 'script-first', userAgent }), rest);
  }
  if (status === 451) return unknown('bot-wall', saySite('site/legal-reasons', answered), rest);
  if (isEmptyAnswer(answer)) return failed('http-error', saySite('site/empty-answer', answered), rest);
  if (status < 400) return null;
  return failed('http-error', saySite('site/http-error', { ...answered, meaning: meaningOf(status) }), rest);
}

function isEmptyAnswer(answer: PageAnswer): boolean {
  return answer.status === 204 || answer.status === 205 || isBlank(answer);
}

const longestScript = 20_000;
const longestWords = 300;

/** A script that sets a cookie and asks again: what comes then, a browser gets, whatever the first status was. */
function asksForScript({ body, url }: PageAnswer): boolean {
  if (body.length > longestScript || !/document\.cookie\s*=/.test(body)) return false;
  const asksAgain = /location(\.reload|\.replace|\.href\s*=|\s*=)|http-equiv=["']?refresh|\.submit\(\)/i.test(body);
  return asksAgain && readPageText(body, url).text.length < longestWords;
}

/** From 520 on Cloudflare's own; developers.cloudflare.com/support, "Cloudflare 5xx errors". */
const meanings: Readonly<Record<number, StatusMeaning>> = {
  401: 'password',
  404: 'missing',
  410: 'removed',
  500: 'program-broken',
  502: 'program-silent',
  503: 'overloaded',
  504: 'program-slow',
  508: 'plan-used-up',
  509: 'traffic-used-up',
  520: 'cloudflare-no-sense',
  521: 'cloudflare-refused',
  522: 'cloudflare-no-connection',
  523: 'cloudflare-unreachable',
  524: 'cloudflare-too-slow',
  525: 'cloudflare-no-encryption',
  526: 'cloudflare-bad-certificate',
  530: 'cloudflare-no-server',
};

function meaningOf(status: number): StatusMeaning {
  return meanings[status] ?? (status >= 500 ? 'server-broken' : 'refused');
}
