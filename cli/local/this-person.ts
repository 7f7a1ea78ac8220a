import { userInfo } from 'node:os';

/** Who acts on this machine: the account's name. A container may run as a number that has none. */
export function thisPerson(): string {
  try {
    return userInfo().username;
  } catch {
    return 'this machine';
  }
}
