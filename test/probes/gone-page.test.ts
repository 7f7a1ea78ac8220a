import { TargetManager } from 'lighthouse/core/gather/driver/target-manager.js';
import { describe, expect, test } from 'vitest';
import '../../functions/probe-lighthouse/gone-page.ts';

/** What Lighthouse hears of its page while the answer to what it asks fails. */
function following(error: Error): Promise<unknown> {
  const session = { send: () => Promise.reject(error), on: () => {}, off: () => {} };
  const manager: TargetManager = Reflect.construct(TargetManager, [session]);
  manager._enabled = true;
  return Reflect.apply(manager._onFrameNavigated, manager, [{ frame: {} }]);
}

describe('Lighthouse, following the frames of its page', () => {
  test.each([
    'Protocol error (Target.setAutoAttach): Target closed',
    'Protocol error: Connection closed.',
    'Session closed. Most likely the page has been closed.',
    'Attempted to use detached Frame',
  ])('keeps quiet when the page is gone (%s): the run itself says so', async (message) => {
    await expect(following(new Error(message))).resolves.toBeUndefined();
  });

  test('keeps no other fault to itself', async () => {
    await expect(following(new Error('No such method'))).rejects.toThrow('No such method');
  });
});
