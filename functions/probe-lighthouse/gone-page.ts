import { TargetManager } from 'lighthouse/core/gather/driver/target-manager.js';

const follow = TargetManager.prototype._onFrameNavigated;

/**
 * Lighthouse follows the page's frames in a handler that nobody waits for. Where the browser dies just then (of a page that
 * takes too much memory, for example), the handler's error would end the whole process as an unhandled rejection. The run
 * itself fails as well, and says so. Seen with Lighthouse 13.5.
 */
TargetManager.prototype._onFrameNavigated = async function followWhileItIsThere(event) {
  try {
    await follow.call(this, event);
  } catch (error) {
    if (!/closed|detached/i.test(String(error))) throw error;
  }
};
