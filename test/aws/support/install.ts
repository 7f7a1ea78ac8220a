import { installMiniStack } from './ministack.ts';

/** Once, before the stories: installed by two of them at the same time, the emulator would be in each other's way. */
export default function setup(): void {
  installMiniStack();
}
