import type { CDPSession } from 'playwright-core';

/** Figures of Chrome's DevTools: kilobits are 1024 bits there, and 0 switches a limit off (-1 on the wire). */
export async function throttle(
  session: CDPSession,
  limits: { latencyMs: number; downloadKbps: number; uploadKbps: number; cpuSlowdown: number },
): Promise<void> {
  const bytesPerSecond = (kbps: number): number => (kbps === 0 ? -1 : (kbps * 1024) / 8);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: limits.latencyMs,
    downloadThroughput: bytesPerSecond(limits.downloadKbps),
    uploadThroughput: bytesPerSecond(limits.uploadKbps),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: limits.cpuSlowdown });
}
