import { type Wording, wordFinding } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import { wordsOf } from '../../shared/probes/words.ts';

const nothing: Wording = { sentence: '', clause: '', brief: '', expected: null, actual: null };

/**
 * What a notice is about; empty where it is about no finding.
 * @param now when it is read, for "today at 13:00"
 */
export function wordNotice(notice: Notice, language: Language, now: Instant): Wording {
  const { checkId, incident, blindness, says, reason } = notice;
  const word = (finding: Finding): Wording => wordFinding(finding, parseCheckId(checkId).probe, language, now);
  if (says !== undefined) return word({ kind: 'cause', cause: null, says });
  if (reason === 'blind') {
    const finding = blindness?.finding ?? null;
    return finding === null ? nothing : { ...word(finding), expected: null, actual: null };
  }
  return reason === 'sighted' || reason === 'flapping' || incident === null ? nothing : word(incident.finding);
}

/** An incident's finding as other systems get it, beside the finding itself. */
export function incidentInWords({ finding, checkId }: Incident, language: Language, now: Instant) {
  const { probe } = parseCheckId(checkId);
  const { sentence, expected, actual } = wordFinding(finding, probe, language, now);
  return {
    reason: sentence,
    expected: expected ?? wordsOf(probe, language)?.good ?? '',
    actual: actual ?? sentence,
    ...(finding.kind === 'measurement'
      ? { measurement: finding.id, comparison: { value: finding.value, bound: finding.bound, side: finding.side } }
      : { measurement: null, comparison: null }),
  };
}
