import { setTimeout as sleep } from 'node:timers/promises';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { say } from '../../shared/model/general-statements.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { ConversationStore } from '../../shared/ports/conversation-store.ts';
import type { ImportFolders } from '../../shared/ports/import-files.ts';
import type { Inboxes } from '../../shared/ports/received-mails.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { unknown } from '../../shared/runtime/probe.ts';
import { measureCheck, type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { socialProbes } from './probes.ts';
import type { SocialProbe, SocialTarget } from './social-probe.ts';
import { modelReaders, type PollModels } from './themes/model-readers.ts';

export interface PollDeps extends RunDeps {
  readonly secrets: SecretReader;
  readonly conversations: ConversationStore;
  readonly importFolders?: ImportFolders;
  readonly inboxes?: Inboxes;
  readonly submissions?: SocialTarget['submissions'];
  readonly enquiries?: SocialTarget['enquiries'];
  readonly formVisits?: SocialTarget['formVisits'];
  readonly maintenance?: SocialTarget['maintenance'];
  /** Language models, and what they may cost; without them, the lexicon reads everything. */
  readonly models?: PollModels;
  /** By probe id; tests put their own here. */
  readonly probes?: Readonly<Record<string, SocialProbe>>;
  /** Waits between requests; tests let their clock jump instead. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Hard deadline of one attempt: an API that hangs or pages without end. */
const deadlineMs = 60_000;

/** Asks the platforms of one touchpoint who waits for an answer; always yields a result for each check. */
export function runPoll(request: VisitRequest, deps: PollDeps): Promise<Result[]> {
  const probes: Readonly<Record<string, SocialProbe>> = deps.probes ?? socialProbes;
  return runChecks(request, deps, deadlineMs, (checks, signal) =>
    Promise.all(
      checks.map((check) => {
        const probe = probes[check.probe];
        if (probe === undefined) {
          return unknown('no-probe', say('general/no-probe', { probe: check.probe }));
        }
        const target: SocialTarget = {
          check,
          secrets: deps.secrets,
          conversations: deps.conversations,
          ...(deps.importFolders && { importFolders: deps.importFolders }),
          ...(deps.inboxes && { inboxes: deps.inboxes }),
          ...(deps.submissions && { submissions: deps.submissions }),
          ...(deps.enquiries && { enquiries: deps.enquiries }),
          ...(deps.formVisits && { formVisits: deps.formVisits }),
          ...(deps.maintenance && { maintenance: deps.maintenance }),
          ...(deps.models && { readByModel: modelReaders(check, deps.models, deps) }),
          ...(deps.network === 'public' && { lookup: guardedLookup() }),
          now: deps.now,
          sleep: deps.sleep ?? ((ms) => sleep(ms, undefined, { signal })),
        };
        return measureCheck(probe, check, async () => target, signal, deps);
      }),
    ),
  );
}
