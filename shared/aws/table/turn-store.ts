import { turnKey } from '../../model/table-keys.ts';
import type { TurnStore } from '../../ports/stores.ts';
import { type Condition, deleteItem, putItem, type Table } from './table.ts';

/** Nobody has the turn, or its holder was stopped and never ended it. */
const isFree = (now: string): Condition => ({
  expression: 'attribute_not_exists(PK) OR #until <= :now',
  names: { '#until': 'until' },
  values: { ':now': now },
});

const isOwn = (owner: string): Condition => ({
  expression: '#owner = :owner',
  names: { '#owner': 'owner' },
  values: { ':owner': owner },
});

export function createTurnStore(table: Table): TurnStore {
  return {
    async take(touchpointId, owner, now, until) {
      const written = await putItem(table, {
        type: 'turn',
        key: turnKey(touchpointId),
        attributes: { owner, until },
        condition: isFree(now),
      });
      return written === 'written' ? 'ours' : 'taken';
    },

    async end(touchpointId, owner) {
      await deleteItem(table, turnKey(touchpointId), isOwn(owner));
    },
  };
}
