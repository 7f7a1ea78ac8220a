import type { LookupFunction } from 'node:net';
import type { Request, Route } from 'playwright-core';
import { refusalOf } from '../../../shared/browser/public-addresses.ts';
import { quoted } from '../../../shared/model/finding.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import type { Failure, Outgoing } from './outgoing.ts';

/** Polite: says who we are in a header that a server can filter, beside the user agent. */
export async function deliver(route: Route, record: Outgoing, lookup: LookupFunction | undefined): Promise<void> {
  const request = route.request();
  const headers = { ...request.headers(), 'x-touchlight': 'test' };
  try {
    // A native submission keeps its redirects: the browser follows them, we read how they end.
    if (request.isNavigationRequest()) {
      await route.continue({ headers });
      return await followRedirects(request, record, lookup);
    }
    const response = await route.fetch({ headers, maxRedirects: 0, timeout: 15_000 });
    await route.fulfill({ response });
    if (isRedirect(response.status())) return await followRedirects(request, record, lookup);
    record.status = response.status();
  } catch (error) {
    // Its name may lead elsewhere by now.
    record.refusal = await refusalOf(request.url(), lookup);
    record.failure ??= failureOf(error instanceof Error ? error.message : String(error));
    await route.abort().catch(() => {});
  }
}

async function followRedirects(from: Request, record: Outgoing, lookup: LookupFunction | undefined): Promise<void> {
  let request = from;
  let response = await request.response();
  for (let next = request.redirectedTo(); next !== null; next = request.redirectedTo()) {
    request = next;
    record.ledTo = next.url();
    response = await request.response();
  }
  if (response === null) {
    record.refusal = await refusalOf(request.url(), lookup);
    record.failure ??= failureOf(request.failure()?.errorText ?? '');
  } else record.status = response.status();
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

export const noAnswer = sayForm('form/no-answer', {});

/** Playwright's own words, without its name for the call. Of what fails behind the address guard, only that is known. */
function failureOf(message: string): Failure {
  const [line = ''] = message.split('\n');
  const words = line.replace(/^route\.fetch: /, '');
  if (words === '') return { timedOut: false, says: noAnswer };
  if (/proxy/i.test(words)) return { timedOut: false, says: sayForm('form/connection-broke', {}) };
  return { timedOut: /timeout|timed out/i.test(words), says: quoted(words) };
}
