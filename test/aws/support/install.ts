import { rmSync } from 'node:fs';
import { installMiniStack, packedAssets } from './ministack.ts';

/** Once, before the stories: installed by two of them at the same time, the emulator would be in each other's way. */
export default function setup(): () => void {
  installMiniStack();
  return () => rmSync(packedAssets, { recursive: true, force: true });
}
