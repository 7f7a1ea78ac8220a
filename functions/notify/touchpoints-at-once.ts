/** Touchpoints looked at side by side: a thousand take seconds, a publish waits for few others, and a turn stays short. */
export const touchpointsAtOnce = 8;
