/** @returns the milliseconds that this process computes while `work` runs: unlike the time that passes, they do not grow while others compute */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
