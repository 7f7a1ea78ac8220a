import { asSentence } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import type { Light } from '../../../shared/model/light.ts';
import { wordsOf } from '../../../shared/probes/words.ts';
import type { PageFrame } from '../page-frame.ts';
import { wordFound } from '../views/wording.ts';
import { mayQuoteCustomers } from './customers-words.ts';

/** What a run with that light found, whole for operators; of what may quote a customer, readers hear how it is and no more. */
export function foundInWords(light: Light, finding: Finding, check: Check, frame: PageFrame): string {
  const { session, language, digest } = frame;
  const isWithheld = session.role !== 'operator' && mayQuoteCustomers(check) && finding.kind === 'cause';
  if (isWithheld && light === 'unknown') return asSentence(digest.notMeasured);
  if (isWithheld && light === 'green') return asSentence(wordsOf(check.probe, language)?.good ?? '');
  return wordFound(finding, check.id, frame).sentence;
}
