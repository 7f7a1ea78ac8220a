import { expect, test } from 'vitest';
import { readEnvironment, readNetwork } from '../../shared/runtime/environment.ts';

test('every missing variable is named at once, with where they come from', () => {
  expect(() => readEnvironment(['TABLE_NAME', 'NETWORK', 'HOME'], { HOME: '/root', NETWORK: '' })).toThrow(
    'The environment variables TABLE_NAME, NETWORK must be set. The stack sets them (infra/touchlight-stack.ts)',
  );
});

test('a network is public or, for tests, any; nothing else passes', () => {
  expect(readNetwork('public')).toBe('public');
  expect(readNetwork('any')).toBe('any');
  expect(() => readNetwork('yes')).toThrow('NETWORK is "yes"; it must be "public", or "any" for tests on one machine.');
});
