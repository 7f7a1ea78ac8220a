/**
 * What asks a process to stop. Windows has no SIGTERM: there it is Ctrl-Break, and the closing of the window, after which it
 * leaves ten seconds. Elsewhere a closed terminal is none: `nohup` keeps a watch running on purpose.
 */
export function stopSignals(platform: NodeJS.Platform): readonly NodeJS.Signals[] {
  return platform === 'win32' ? ['SIGINT', 'SIGBREAK', 'SIGHUP'] : ['SIGINT', 'SIGTERM'];
}
