import path from 'node:path';
import { createPage } from '../../functions/page/page.ts';
import type { PageDeps } from '../../functions/page/page-deps.ts';
import { paths } from '../../functions/page/paths.ts';
import { createKeepVisit } from '../../functions/page/scoring/keep-visit.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { targetParameter } from '../../shared/model/page-paths.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';
import { createImportWriter } from '../local/import-folders.ts';
import { thisPerson } from '../local/this-person.ts';
import { openLocalEvidence } from './local-evidence.ts';
import { createLocalGate } from './local-gate.ts';
import type { Fetch } from './local-server.ts';
import { createLocalWeeks } from './local-weeks.ts';

export interface LocalSources extends Pick<PageDeps, 'runNow' | 'refresh'> {
  /** Hears what failed while the page was answered. */
  readonly onFailure: (error: unknown) => void;
  readonly configuration: Configuration;
  readonly stores: Stores;
  /** Where the evidence lies, such as `.touchlight`. */
  readonly folder: string;
  readonly key: string;
}

/** The live page over what this machine has stored. */
export function createLocalPage({
  configuration,
  stores,
  folder,
  key,
  runNow,
  refresh,
  onFailure,
}: LocalSources): Fetch {
  const now = Date.now;
  const evidence = createEvidenceReader(null, path.resolve(folder));
  const page = createPage({
    ...{ configuration, stores, runNow, refresh, now, onFailure },
    isLocal: true,
    keepVisit: createKeepVisit(createImportWriter(path.resolve(folder)), runNow),
    gate: createLocalGate(key, thisPerson(), { language: configuration.language, now }),
    openEvidence: openLocalEvidence(folder),
    weeks: createLocalWeeks({ configuration, stores, evidence, now }),
  });
  return (request) => page.fetch(request);
}

/** The address that lets its reader in, to the overview or to a path of the page. */
export function addressOf(origin: string, key: string, path?: string): string {
  const to = path === undefined ? '' : `?${new URLSearchParams({ [targetParameter]: path })}`;
  return `${origin}${paths.signIn}/${key}${to}`;
}
