import { createElement as h, type ReactElement } from 'react';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import type { CheckId } from '../../../shared/model/check-id.ts';
import type { PageFrame } from '../page-frame.ts';
import { runForm } from '../views/forms.ts';
import { checkName } from './check-facts.ts';

/** Many of these stand below each other: each is read aloud with the check that it runs. */
export function runNowPart(checkId: CheckId, frame: PageFrame): ReactElement | null {
  if (frame.session.role !== 'operator') return null;
  const label = detailWords[frame.language].runNowOf(checkName(checkId, frame));
  return h('div', { key: 'run', role: 'group', 'aria-label': label }, runForm(checkId, frame));
}
