import type { BrowserContextOptions } from 'playwright-core';
import type { Device } from '../model/device.ts';

export interface DeviceProfile {
  readonly context: BrowserContextOptions;
  /** Applied throttling; sources: Lighthouse's `mobileSlow4G` (DevTools figures) and `desktopDense4G` constants. */
  readonly throttling: {
    readonly latencyMs: number;
    readonly downloadKbps: number;
    readonly uploadKbps: number;
    readonly cpuSlowdown: number;
  };
}

/** Named so that a site's owner can recognise, allow-list or filter our visits. */
export const userAgentSuffix = 'Touchlight/1';

/** The major version of the pinned browser, so that sites see the browser that they really get. */
export const chromeVersion = '153';

export function deviceProfile(device: Device): DeviceProfile {
  switch (device) {
    case 'mobile':
      return {
        context: {
          viewport: { width: 390, height: 844 },
          deviceScaleFactor: 2,
          isMobile: true,
          hasTouch: true,
          userAgent: `Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chromeVersion}.0.0.0 Mobile Safari/537.36 ${userAgentSuffix}`,
        },
        throttling: { latencyMs: 562.5, downloadKbps: 1474.56, uploadKbps: 675, cpuSlowdown: 4 },
      };
    case 'desktop':
      return {
        context: {
          viewport: { width: 1366, height: 768 },
          deviceScaleFactor: 1,
          userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${chromeVersion}.0.0.0 Safari/537.36 ${userAgentSuffix}`,
        },
        throttling: { latencyMs: 40, downloadKbps: 10_240, uploadKbps: 10_240, cpuSlowdown: 1 },
      };
  }
}
