import { type Told, tellFinding } from '../../shared/i18n/tell.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Notice } from '../../shared/model/notification.ts';

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
