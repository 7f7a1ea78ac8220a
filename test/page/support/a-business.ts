import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Flow, openFlow } from '../../../cli/local/flow.ts';
import { Terminal } from '../../../cli/terminal.ts';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { CheckId } from '../../../shared/model/check-id.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aResult } from '../../support/a-result.ts';
import { onlyChecks } from '../../support/only-checks.ts';

const checks = onlyChecks({ availability: '{}', 'page-load': '{ devices: [mobile] }', form: '{ every: 4h }' });
const file = `
business: Coffee Lab
timeZone: UTC
alerts: { email: [ops@coffeelab.example] }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${checks} }
  - { id: shop, kind: website, url: "https://shop.coffeelab.example", checks: ${checks} }
  - { id: courses, kind: website, url: "https://courses.coffeelab.example", checks: ${checks} }
maintenance:
  - { touchpoint: courses, from: 2026-01-01T00:00, to: 2199-01-01T00:00, why: new courses }
`;

/** The whole flow over a real table in a folder of its own; only the visits are played. */
export interface Business {
  readonly configuration: Configuration;
  readonly folder: string;
  readonly flow: Flow;
  /** Epoch milliseconds, to be moved by the test. */
  readonly clock: { now: number };
  /** Whatever is visited from now on is fine but for these checks. */
  breakDown(...checkIds: CheckId[]): void;
  /** Visits the checks: all of them without names. */
  visit(...checkIds: CheckId[]): Promise<void>;
  /** Two bad runs, five minutes apart. @returns when the incident was opened */
  openIncident(checkId: CheckId): Promise<string>;
  readonly alerts: string[];
  /** From now on alerts link to the page. */
  linkTo(page: (path: string) => string): void;
  close(): Promise<void>;
}

/** @param startMs the true time by default: a page in a browser ages by it */
export async function aBusiness(startMs = Date.now() - 30 * 60_000, text = file): Promise<Business> {
  const configuration = configured(text);
  const all = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-page-'));
  const clock = { now: startMs };
  const alerts: string[] = [];
  let link: ((path: string) => string) | null = null;
  let broken: ReadonlySet<CheckId> = new Set();
  const terminal = new Terminal({ json: true, quiet: true });
  const flow = await openFlow(configuration, folder, terminal, (alert) => void alerts.push(alert), {
    now: () => clock.now,
    pageAt: () => link,
    measure: async ({ checks: some, scheduledAt }) =>
      some.map((check) => found(check, scheduledAt, broken.has(check.id))),
  });
  const { signal } = new AbortController();
  const visit = async (...ids: CheckId[]): Promise<void> => {
    await flow.run(ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id)), signal);
  };
  return {
    ...{ configuration, folder, flow, clock, alerts, visit },
    linkTo: (page) => {
      link = page;
    },
    breakDown: (...ids) => {
      broken = new Set(ids);
    },
    async openIncident(checkId) {
      broken = new Set([...broken, checkId]);
      for (const _ of ['suspected', 'opened']) {
        clock.now += 5 * 60_000;
        await visit(checkId);
      }
      const statuses = await flow.stores.statuses.list(checkId.split('/')[0] ?? '');
      const openedAt = statuses.find((status) => status.checkId === checkId)?.incident?.openedAt;
      if (typeof openedAt !== 'string') throw new Error(`${checkId} has no open incident.`);
      return openedAt;
    },
    async close() {
      await flow.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configured(text: string): Configuration {
  const reading = parseConfiguration(text, 'touchpoints.yaml', toInstant(Date.now()).slice(0, 10));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

function found({ id }: Check, scheduledAt: string, isBroken: boolean) {
  const at = { checkId: id, scheduledAt, startedAt: scheduledAt, finishedAt: scheduledAt };
  if (!isBroken) return aResult(at);
  return aResult({
    ...at,
    outcome: 'failed',
    cause: 'form-error',
    reason: 'The contact form returns HTTP 500.',
    measurements: {},
  });
}
