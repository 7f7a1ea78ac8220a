import type { OwnAction } from '../model/plan.ts';
import type { FileConfiguration } from './file-schema.ts';
import { ownActionId } from './own-action-id.ts';

export function ownActionsOf({ plan = [] }: FileConfiguration): OwnAction[] {
  return plan.map(({ what, who = null, by = null, touchpoint = null }) => ({
    ...{ id: ownActionId(what), what, who, by, touchpointId: touchpoint },
  }));
}
