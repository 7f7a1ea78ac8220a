import type { Statement } from '../../../shared/model/finding.ts';
import type { FieldSpeedOptions } from '../../../shared/probes/field-speed/spec.ts';
import { sayFieldSpeed } from '../../../shared/probes/field-speed/statements.ts';
import { type Measured, unknown } from '../../../shared/runtime/probe.ts';
import type { ApiFault } from '../api-fault.ts';

/** Google could not be asked: that says nothing about the site. */
export function sayNotAsked(fault: ApiFault, options: FieldSpeedOptions): Measured {
  return unknown(fault.kind, sayWhy(fault, options));
}

export function sayWhy({ kind, clue }: ApiFault, { secret }: FieldSpeedOptions): Statement {
  switch (kind) {
    case 'auth':
      return sayFieldSpeed('field-speed/key-refused', { secret: secret ?? '', clue });
    case 'permission':
      return sayFieldSpeed('field-speed/key-restricted', { secret: secret ?? '', clue });
    case 'throttled':
    case 'quota':
      return sayFieldSpeed('field-speed/throttled', { clue });
    case 'setup':
      return sayFieldSpeed('field-speed/setup', { why: clue });
    case 'gone':
    case 'transient':
    case 'wrong-answer':
    case 'endless':
    case 'refused':
      return sayFieldSpeed('field-speed/not-asked', { why: clue });
  }
}
