import type { Stated } from '../../../shared/business-facts/facts.ts';
import type { PlatformCause } from '../../../shared/model/cause.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { SecretReader } from '../../../shared/ports/secret-reader.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Profile } from '../../../shared/probes/same-facts/spec.ts';
import { DeadlineError } from '../../../shared/runtime/deadline.ts';
import { Budget, createApi, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { type PlatformAccess, readCredential } from '../platform.ts';
import { readFacebook } from './read-facebook.ts';
import { readGoogle } from './read-google.ts';
import { sayRefused } from './report.ts';

/** Of one profile, each repeated twice at most: the profile itself, and at Google a token for each time. */
const requestsAtMost = 12;
/** For all requests to one profile together, so that one that hangs leaves time for the others. */
const usualPatienceMs = 20_000;

interface ReadProfile {
  readonly facts: readonly Stated[];
  /** Why nothing could be read. */
  readonly fault: { readonly cause: PlatformCause; readonly says: Statement } | null;
}

interface Reading {
  readonly kind: 'google' | 'facebook';
  /** Null where there is none to compare with. */
  readonly profile: Profile | null;
  readonly secrets: SecretReader;
  readonly io: Io;
  /** Of phone numbers without a country's code. */
  readonly country: string | null;
  readonly patienceMs?: number;
}

const readers = { google: readGoogle, facebook: readFacebook };

export async function readProfile({ kind, profile, ...reading }: Reading): Promise<ReadProfile> {
  if (profile === null) return { facts: [], fault: null };
  const { secrets, io, country, patienceMs = usualPatienceMs } = reading;
  const patient: Io = { ...io, signal: AbortSignal.any([io.signal, AbortSignal.timeout(patienceMs)]) };
  try {
    return { facts: [await readers[kind](await accessTo(profile, secrets, patient), country)], fault: null };
  } catch (error) {
    io.signal.throwIfAborted();
    const isSilent = error instanceof DeadlineError;
    const fault = isSilent ? new ApiFault('transient', sayResponses('responses/no-answer', { patienceMs })) : error;
    if (!(fault instanceof ApiFault)) throw error;
    return { facts: [], fault: { cause: fault.kind, says: sayRefused(fault, kind, profile.secret) } };
  }
}

async function accessTo({ account, secret, api }: Profile, secrets: SecretReader, io: Io): Promise<PlatformAccess> {
  const budget = new Budget(requestsAtMost);
  return {
    account,
    phone: null,
    callFiles: null,
    credential: await readCredential(secrets, secret),
    // The poll of that touchpoint keeps its token alive.
    keep: null,
    base: api,
    server: null,
    ours: [],
    now: io.now(),
    budget,
    io,
    open: (options) => createApi(options, budget, io),
  };
}
