import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openerOf } from '../../cli/local/open-file.ts';
import { stopSignals } from '../../cli/stop-signals.ts';
import { userCache } from '../../shared/runtime/cache-folder.ts';

describe('a system', () => {
  it('stops a watch by the signals that it has', () => {
    expect(stopSignals('linux')).toEqual(['SIGINT', 'SIGTERM']);
    expect(stopSignals('darwin')).toEqual(['SIGINT', 'SIGTERM']);
    expect(stopSignals('win32')).toEqual(['SIGINT', 'SIGBREAK', 'SIGHUP']);
  });

  it('shows a file by its own program, without a shell that could read the name', () => {
    expect(openerOf('linux')).toBe('xdg-open');
    expect(openerOf('darwin')).toBe('open');
    expect(openerOf('win32')).toBe('explorer.exe');
    expect(openerOf('freebsd')).toBe('xdg-open');
  });

  it('has a place for what may be deleted at any time', () => {
    expect(userCache('linux', {})).toBe(path.join(homedir(), '.cache'));
    expect(userCache('linux', { XDG_CACHE_HOME: '/var/cache/olena' })).toBe('/var/cache/olena');
    expect(userCache('darwin', {})).toBe(path.join(homedir(), 'Library', 'Caches'));
    expect(userCache('win32', { LOCALAPPDATA: 'D:\\local' })).toBe('D:\\local');
  });
});
