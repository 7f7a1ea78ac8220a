import { type Told, tellFinding } from '../../shared/i18n/tell.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Notice } from '../../shared/model/notification.ts';
import { wordsOf } from '../../shared/probes/words.ts';

const nothing: Told = { sentence: '', clause: '', brief: '', expected: null, actual: null };

/** What a notice is about; empty where it is about no finding. */
export function tellNotice(notice: Notice, language: Language): Told {
  const { checkId, incident, blindness, says, reason } = notice;
  const tell = (finding: Finding): Told => tellFinding(finding, parseCheckId(checkId).probe, language);
  if (says !== undefined) return tell({ kind: 'cause', cause: null, says });
  if (reason === 'blind') {
    const finding = blindness?.finding ?? null;
    return finding === null ? nothing : { ...tell(finding), expected: null, actual: null };
  }
  return reason === 'sighted' || reason === 'flapping' || incident === null ? nothing : tell(incident.finding);
}

/** An incident's finding as other systems get it, beside the finding itself. */
export function incidentInWords({ finding, checkId }: Incident, language: Language) {
  const { probe } = parseCheckId(checkId);
  const { sentence, expected, actual } = tellFinding(finding, probe, language);
  return {
    reason: sentence,
    expected: expected ?? wordsOf(probe, language)?.good ?? '',
    actual: actual ?? sentence,
    ...(finding.kind === 'measurement'
      ? { measurement: finding.id, comparison: { value: finding.value, bound: finding.bound, side: finding.side } }
      : { measurement: null, comparison: null }),
  };
}
