import { describe, expect, it } from 'vitest';
import { escalationTimelines } from './escalation.ts';
import { heldEscalationTimelines } from './escalation-held.ts';
import { flappingTimelines } from './flapping.ts';
import { flappingInTimeTimelines } from './flapping-in-time.ts';
import { incidentTimelines } from './incidents.ts';
import { measurabilityTimelines } from './measurability.ts';
import { play } from './play.ts';
import { touchpointTimelines } from './touchpoint.ts';
import { troubleTimelines } from './trouble.ts';

const chapters = {
  'an incident': incidentTimelines,
  'a light that comes and goes': flappingTimelines,
  'outages and restlessness': flappingInTimeTimelines,
  'what cannot be measured': measurabilityTimelines,
  'a touchpoint and its hours': touchpointTimelines,
  'nobody acknowledges': escalationTimelines,
  'nobody acknowledges, and something else happens': heldEscalationTimelines,
  'trouble on the way': troubleTimelines,
};

describe.each(Object.entries(chapters))('%s', (_, timelines) => {
  it.each(timelines)('$name', (timeline) => {
    expect(play(timeline).sent).toEqual(timeline.sent);
  });
});
