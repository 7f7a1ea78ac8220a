import { spawnSync } from 'node:child_process';

/** Why there is no sandbox on this machine, or null when there is one. */
export function whyNoSandbox(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on x64, as the Lambda runs';
  const { error, status } = spawnSync('bwrap', [...sandboxArguments, 'true']);
  if (error !== undefined) return 'bubblewrap is not installed (apt install bubblewrap)';
  return status === 0 ? null : 'bubblewrap may not create namespaces here';
}

/**
 * A Lambda's world as far as a browser notices: everything read-only, no /dev/shm, an unprivileged user, and one gigabyte of
 * /tmp. The network is shared, for the servers of the test.
 */
export const sandboxArguments: readonly string[] = [
  ...['--unshare-user', '--uid', '993', '--gid', '990', '--unshare-pid', '--unshare-ipc', '--die-with-parent'],
  ...['--ro-bind', '/', '/', '--proc', '/proc', '--size', String(1024 ** 3), '--tmpfs', '/tmp', '--tmpfs', '/dev'],
  ...['null', 'zero', 'random', 'urandom'].flatMap((device) => ['--dev-bind', `/dev/${device}`, `/dev/${device}`]),
  ...['--remount-ro', '/dev'],
];
