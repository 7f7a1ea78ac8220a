import { valueAt } from './data-path.ts';
import { ownActionId } from './own-action-id.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

/** What is wrong with the business's own actions beside their values: whom they are about, and which say the same. */
export function planFindings(plan: readonly unknown[], ids: readonly string[]): readonly Finding[] {
  return plan.flatMap((entry, index) => [
    ...unknownTouchpoint(valueAt(entry, ['touchpoint']), index, ids),
    ...saidBefore(plan, index),
  ]);
}

function unknownTouchpoint(touchpoint: unknown, index: number, ids: readonly string[]): readonly Finding[] {
  if (typeof touchpoint !== 'string' || touchpoint === '' || ids.includes(touchpoint) || ids.length === 0) return [];
  const meant = nearestWord(touchpoint, ids);
  const remedy = meant === null ? `write ${anyOf(ids)}` : didYouMean(touchpoint, meant);
  const message = `${shown(touchpoint)} is not a touchpoint in this file; ${remedy}`;
  return [{ path: ['plan', index, 'touchpoint'], at: 'value', message }];
}

function saidBefore(plan: readonly unknown[], index: number): readonly Finding[] {
  const id = idAt(plan, index);
  if (id === null) return [];
  const path = ['plan', index, 'what'] as const;
  const what = shown(String(valueAt(plan[index], ['what'])));
  if (id === ownActionId('')) {
    return [{ path, at: 'value', message: `${what} has no letter and no digit; say in words what is to be done` }];
  }
  const first = plan.findIndex((_, n) => idAt(plan, n) === id);
  if (first === index) return [];
  return [
    {
      path,
      at: 'value',
      message: `${what} is in the plan already, as entry ${first + 1}; word one of them differently`,
    },
  ];
}

function idAt(plan: readonly unknown[], index: number): string | null {
  const what = valueAt(plan[index], ['what']);
  return typeof what === 'string' && what.trim() !== '' ? ownActionId(what) : null;
}
