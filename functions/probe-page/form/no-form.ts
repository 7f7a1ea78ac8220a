import { saySite } from '../../../shared/model/site-statements.ts';
import type { UnfinishedWalk } from '../../../shared/model/unfinished-walk.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { failed, type Measured, notApplicable, unknown } from '../../../shared/runtime/probe.ts';
import { unfinished } from '../walking/unfinished.ts';
import type { FormSearch } from './find-forms.ts';
import { detailsOf } from './found-forms.ts';
import { purposeOf } from './purpose.ts';

/** No form is claimed only where one could have been seen. */
export function noForm({ found, walk, wall, ...search }: FormSearch, page: string | undefined): Measured {
  const details = { ...detailsOf(found), walk };
  if (wall !== null) return failed('page-covered', saySite('site/covered', wall), { details });
  const gap = gapOf({ walk, ...search });
  if (gap !== null) return unknown('walk-unfinished', sayForm('form/unfinished', gap), { details });
  if (page !== undefined) return failed('form-missing', sayForm('form/missing', { page }), { details });
  const purposes = [...new Set(found.filter((f) => f.form.seen).map((f) => purposeOf(f.form)))];
  return notApplicable(sayForm('form/none', { purposes }), { details });
}

function gapOf({
  walk,
  traces,
  isGateShut,
}: Pick<FormSearch, 'walk' | 'traces' | 'isGateShut'>): UnfinishedWalk | null {
  if (isGateShut) return unfinished(walk, 'gate');
  const { service, consent, closedElement, silentFrame, announced } = traces;
  if (service !== null) return unfinished(walk, 'service', service);
  if (consent !== null) return unfinished(walk, 'consent', consent);
  if (closedElement !== null) return unfinished(walk, 'element', closedElement);
  if (silentFrame !== null) return unfinished(walk, 'frame', silentFrame);
  if (announced !== null) return unfinished(walk, 'announced', announced === '' ? null : announced);
  return walk.endedByBudget ? unfinished(walk, 'budget') : null;
}
