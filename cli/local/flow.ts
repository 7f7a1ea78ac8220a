import path from 'node:path';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import type { RegionDeps } from '../../functions/evaluate/regions.ts';
import type { Reader } from '../../functions/notify/render.ts';
import type { PollModels } from '../../functions/probe-social/themes/model-readers.ts';
import { type LightNow, lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import type { Taken } from '../../shared/evaluation/incidents/take-result.ts';
import { alertReaders } from '../../shared/model/alert-reader.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { ShownLight } from '../../shared/model/light.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import type { Terminal } from '../terminal.ts';
import { createAlertFolder } from './alert-folder.ts';
import { type Alerting, createAlerting } from './alerting.ts';
import { createLocalChannels, type LocalChannels, type LocalChannelsDeps } from './channels.ts';
import { createEvidenceFolder } from './evidence-folder.ts';
import { createImportFolders } from './import-folders.ts';
import { type CheckedResult, type RunVisitsOptions, runVisits } from './run-visits.ts';
import { createLocalSecrets } from './secrets.ts';
import { createSubmissionFolder } from './submission-folder.ts';
import { type EmbeddedTable, openEmbeddedTable } from './table/embedded-table.ts';
import { openOwnTable } from './table/own-table.ts';
import { tidyFolder } from './tidy-folder.ts';

export interface FlowRun extends CheckedResult {
  readonly evaluation: Taken;
  /** The check's light now. */
  readonly seen: LightNow;
  /** What is shown for this run: never a green that it did not bring about itself. */
  readonly shown: ShownLight;
}

export interface FlowOutcome {
  readonly runs: readonly FlowRun[];
  readonly notifications: readonly Notification[];
}

/** The whole flow on one machine: the stack's steps, wired to an embedded table, two folders and a terminal. */
export interface Flow {
  readonly stores: Stores;
  /**
   * Measures, stores and judges the checks, then sends the alerts that are due. Several may go on side by side.
   * @param scheduledAt when the runs were due; now when absent
   */
  run(checks: readonly Check[], signal: AbortSignal, scheduledAt?: Instant): Promise<FlowOutcome>;
  /** Sends what is due without any run: what waited for business hours, was removed, or has gone silent. */
  sweep(): Promise<readonly Notification[]>;
  /** Sends what is due about one touchpoint, and puts it on the board as it is now: somebody has just done something about it. */
  refresh(touchpointId: string): Promise<void>;
  close(): Promise<void>;
}

/** Where the flow meets the world: the clock, and the visits. The real ones when absent. */
export interface FlowBoundary {
  readonly now?: () => number;
  readonly measure?: RunVisitsOptions['measure'];
  /** Makes way for a process that measures. */
  readonly yields?: boolean;
  /** Other regions that are asked about what fails here; a laptop has none. */
  readonly regions?: RegionDeps;
  /** How alerts link to the live page; null while none is served. */
  readonly pageAt?: () => Reader['pageAt'] | null;
}

/**
 * @param folder where table, evidence and alerts are kept, such as `.touchlight`
 * @param onAlert gets each alert's text, as ops would read it
 */
export async function openFlow(
  configuration: Configuration,
  folder: string,
  terminal: Terminal,
  onAlert: (text: string) => void,
  boundary: FlowBoundary = {},
): Promise<Flow> {
  const table = await openTidyTable([configuration], folder, boundary);
  const flow = createFlow(configuration, { table, folder, terminal, onAlert }, boundary);
  return {
    ...flow,
    async close() {
      await flow.close();
      await table.close();
    },
  };
}

/**
 * The table for the process that measures, with what has expired removed.
 * @param configurations whose items are in it
 */
export async function openTidyTable(
  configurations: readonly Configuration[],
  folder: string,
  { now = Date.now, yields = false }: Pick<FlowBoundary, 'now' | 'yields'> = {},
): Promise<EmbeddedTable> {
  const table = await (yields ? openEmbeddedTable(folder, true) : openOwnTable(folder));
  const stored = configurations.flatMap(storedOf);
  await tidyFolder(folder, () => table.removeExpired(stored, now()), now()).catch(async (error) => {
    await table.close();
    throw error;
  });
  return table;
}

export interface FlowPlace {
  readonly table: Pick<EmbeddedTable, 'storesOf'>;
  /** Where table, evidence and alerts are kept, such as `.touchlight`. */
  readonly folder: string;
  readonly terminal: Terminal;
  /** Gets each alert's text, as ops would read it. */
  readonly onAlert: (text: string) => void;
}

/** The flow of one configuration over a table that others may use, too; closing it leaves the table open. */
export function createFlow(
  configuration: Configuration,
  { table, folder, terminal, onAlert }: FlowPlace,
  { now = Date.now, measure, pageAt, regions }: FlowBoundary = {},
): Flow {
  const stores = table.storesOf(businessOfConfiguration(configuration));
  const evidence = createEvidenceFolder(path.join(folder, 'evidence'));
  const submissions = createSubmissionFolder(path.join(folder, 'submissions'));
  const social = pollingOn(folder, stores);
  const outlets = { folder, now, terminal, onAlert, ...(pageAt && { pageAt }) };
  const notifier = openNotifier(configuration, { stores, secrets: social.secrets, ...outlets });

  const evaluate = async ({ check, result }: CheckedResult): Promise<FlowRun> => {
    const { timeZone } = configuration;
    const evaluation = await evaluateResult(result, check, { stores, timeZone, now, ...(regions && { regions }) });
    const seen = lightAt(evaluation.status ?? undefined, check, toInstant(now()));
    return { check, result, evaluation, seen, shown: shownAfter(evaluation, seen) };
  };
  const alerting = createAlerting({ stores, notifier, configuration, now, keepsBoard: true });
  const { sweep, refresh } = withRetries(alerting, notifier.retry);
  return {
    stores,
    async run(checks, signal, scheduledAt = toInstant(now())) {
      const runs: FlowRun[] = [];
      const onResults = async (results: readonly CheckedResult[]): Promise<void> => {
        for (const result of results) runs.push(await evaluate(result));
      };
      const visits = { scheduledAt, evidence, submissions, terminal, signal, onResults, social };
      await runVisits(checks, measure === undefined ? visits : { ...visits, measure });
      return { runs, notifications: await sweep() };
    },
    sweep,
    refresh,
    close: () => notifier.settle(),
  };
}

/** Whatever has results in the table. */
function storedOf({ touchpoints, competitors }: Configuration): Parameters<EmbeddedTable['removeExpired']>[0] {
  const others = competitors.map(({ url, checks }) => ({ id: checks[0]?.touchpointId ?? url, checks }));
  return [...touchpoints, ...others];
}

/** A refused result left the light as it was. A green that stays proves nothing about what this run has found. */
function shownAfter({ refused }: Taken, { shown }: LightNow): ShownLight {
  return refused !== null && shown !== 'red' ? 'unknown' : shown;
}

function withRetries(alerting: Alerting, retry: () => void): Alerting {
  return {
    ...alerting,
    sweep() {
      retry();
      return alerting.sweep();
    },
  };
}

interface NotifierDeps extends Omit<LocalChannelsDeps, 'configuration' | 'onFailure'> {
  readonly terminal: Terminal;
  readonly onAlert: (text: string) => void;
  readonly pageAt?: NonNullable<FlowBoundary['pageAt']>;
}

/**
 * The files first: what is in them is sent, whatever becomes of the rest. Only they link to the page of this machine, whose address
 * is known once it is served: nobody else can open it, and it holds a key.
 */
function openNotifier(
  configuration: Configuration,
  { terminal, onAlert, pageAt, ...deps }: NotifierDeps,
): LocalChannels {
  const onFailure = (sentence: string): void => terminal.warn(sentence);
  const channels = createLocalChannels({ ...deps, configuration, onFailure });
  const alerts = path.join(deps.folder, 'alerts');
  return {
    ...channels,
    async send(notification) {
      const link = pageAt?.() ?? null;
      const reader = link === null ? configuration : { ...configuration, pageAt: link };
      await createAlertFolder(alerts, reader, onAlert, alertReaders(configuration)).send(notification);
      await channels.send(notification);
    },
  };
}

/** What polls need on this machine. */
function pollingOn(folder: string, { conversations, enquiries, maintenance, modelSpending }: Stores) {
  const secrets = createLocalSecrets(path.join(folder, 'secrets'));
  const models: PollModels = {
    spending: modelSpending,
    open: async (settings) =>
      (await import('../../shared/aws/bedrock/converse-model.ts')).createConverseModel(settings),
  };
  return { secrets, conversations, enquiries, maintenance, importFolders: createImportFolders(folder), models };
}
