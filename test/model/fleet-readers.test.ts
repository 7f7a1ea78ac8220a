import { expect, test } from 'vitest';
import { fleetReaders, type NamesReaders } from '../../shared/model/fleet-readers.ts';

const reads = (id: string, ...email: string[]): NamesReaders => ({
  id,
  configuration: { alerts: { email, escalateTo: [] }, touchpoints: [] },
});

test('an address keeps its spelling when the file that comes first is paused: its subscription is not replaced', () => {
  const [bakery, cafe] = [reads('bakery', 'Anna@x.example'), reads('cafe', 'anna@x.example')];
  const deployed = fleetReaders([bakery, cafe]);
  expect(deployed).toMatchObject([{ email: 'Anna@x.example', policy: { business: ['bakery', 'cafe'] } }]);
  // What is paused stands behind what is watched.
  expect(fleetReaders([cafe, bakery]).map(({ email }) => email)).toEqual(['Anna@x.example']);
});

test('an address that is spelled in one way keeps this spelling', () => {
  expect(fleetReaders([reads('bakery', 'Anna@X.example')]).map(({ email }) => email)).toEqual(['Anna@X.example']);
});
