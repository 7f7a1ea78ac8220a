import type { z } from 'zod';
import type { Device } from '../../../shared/model/device.ts';
import { type Budget, createApi, type Io } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus } from '../api-fault.ts';
import { googleReason } from '../platforms/google-access.ts';
import { type CruxHistory, type CruxRecord, cruxMetrics, historySchema, recordSchema } from './answers.ts';

/** A whole site, as Google knows it, or one page of it. */
export type CruxSubject = { readonly origin: string } | { readonly url: string };

/**
 * Google's Chrome UX Report: how fast sites were for Chrome users. It answers for any public site, not only for one's own.
 * Null where Google has too few visitors to tell. Every question may throw an ApiFault.
 */
export interface Crux {
  record(subject: CruxSubject, device: Device): Promise<CruxRecord | null>;
  history(subject: CruxSubject, device: Device): Promise<CruxHistory | null>;
}

interface CruxAccess {
  /** An API key of Google Cloud. It travels in a header, since addresses end up in logs. */
  readonly key: string;
  /** Where the API stands, when not in its usual place. */
  readonly base: string | null;
  readonly budget: Budget;
  readonly io: Io;
  /** For one answer; Google takes less than a second. */
  readonly patienceMs?: number;
}

const formFactors: Readonly<Record<Device, string>> = { mobile: 'PHONE', desktop: 'DESKTOP' };
/** Three tries are over before a poll's minute is. */
const usualPatienceMs = 12_000;
const largestAnswerMb = 1;

export function openCrux({ key, base, budget, io, patienceMs = usualPatienceMs }: CruxAccess): Crux {
  const root = base ?? 'https://chromeuxreport.googleapis.com/';
  const api = createApi(
    {
      base: root.endsWith('/') ? root : `${root}/`,
      classify,
      headers: async () => ({ 'x-goog-api-key': key }),
      patienceMs,
      largestAnswerMb,
    },
    budget,
    io,
  );
  const ask = async <T>(method: string, question: object, schema: z.ZodType<T>): Promise<T | null> => {
    try {
      return await api.call({ path: `v1/records:${method}`, json: question, schema });
    } catch (error) {
      if (error instanceof ApiFault && error.kind === 'gone') return null;
      throw error;
    }
  };
  return {
    record: (subject, device) => ask('queryRecord', { ...subject, formFactor: formFactors[device] }, recordSchema),
    history: (subject, device) => {
      const metrics = [cruxMetrics.lcpMs, cruxMetrics.inpMs];
      return ask('queryHistoryRecord', { ...subject, formFactor: formFactors[device], metrics }, historySchema);
    },
  };
}

/** As https://cloud.google.com/apis/design/errors says it; `gone` only where it is Google who knows nothing of the site. */
function classify(answer: Answer, now: number): ApiFault | null {
  const { status } = answer;
  if (status < 400) return faultByStatus(answer, now);
  const reason = googleReason(answer);
  if (reason === null) return unlikeGoogle(answer, now);
  const clue = errorWord(reason);
  if (status === 404) return new ApiFault(reason === 'NOT_FOUND' ? 'gone' : 'wrong-answer', clue);
  if (status === 400) return new ApiFault(reason === 'API_KEY_INVALID' ? 'auth' : 'refused', clue);
  if (status === 401) return new ApiFault('auth', clue);
  if (status === 403) return new ApiFault('permission', clue);
  return faultByStatus(answer, now);
}

/** A gateway's own word, or an address where no such API stands: it says nothing about the key or the site. */
function unlikeGoogle(answer: Answer, now: number): ApiFault | null {
  const fault = faultByStatus(answer, now);
  if (fault === null || fault.kind === 'throttled' || fault.kind === 'transient') return fault;
  return new ApiFault('wrong-answer', fault.clue);
}
