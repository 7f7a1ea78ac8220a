import type { AlertMessages } from './alert-messages.ts';

export const en: AlertMessages = {
  locale: 'en-GB',
  shout: { red: 'RED', yellow: 'YELLOW', green: 'GREEN', unknown: 'GREY' },
  light: { red: 'red', yellow: 'yellow', green: 'green', unknown: 'grey' },
  lastKnownLight: (light) => `grey, last known ${light}`,
  duration: {
    minute: { one: 'minute', other: 'minutes' },
    hour: { one: 'hour', other: 'hours' },
    day: { one: 'day', other: 'days' },
  },
  line: {
    opened: ({ fact, since }) => `${fact} since ${since}`,
    worsened: ({ fact, since }) => `${fact} since ${since} (got worse)`,
    reminder: ({ fact, since }) => `${fact} since ${since} (reminder)`,
    resolved: ({ fact, lasted }) => `good again after ${lasted}; it was: ${fact}`,
    removed: ({ fact }) => `no longer checked; it was: ${fact}`,
    stable: ({ check }) => `${check} is stable again`,
    blind: ({ check, since, because }) => `${check} cannot be measured since ${since}${because}`,
    sighted: ({ check }) => `${check} can be measured again`,
    'found-ill': ({ check }) => `${check} can be measured again, and it is not well`,
    flapping: ({ check, since }) => `${check} keeps changing since ${since}`,
    nudge: ({ fact }) => fact,
    dropped: ({ check }) => `${check} is no longer checked`,
    silent: ({ check, measured }) => `${check} has not been measured since ${measured}`,
    'never-measured': ({ check }) => `${check} has not been measured yet`,
    'clock-ahead': ({ check }) => `the last run of ${check} is dated in the future`,
    'last-known': ({ fact, since, measured }) => `${fact} since ${since} (last measured ${measured})`,
  },
  happened: {
    worsened: 'It got worse',
    reminder: 'It is still so',
    resolved: 'Good again; it was',
    removed: 'No longer checked; it was',
    'last-known': 'Not measured any more. Last known',
  },
  keepsChanging: () => null,
  alsoAffected: () => null,
  label: {
    check: 'Check',
    since: 'Since',
    lasted: 'Lasted',
    measured: 'Last measured',
    expected: 'Expected',
    actual: 'Actual',
    details: 'Details',
    evidence: 'Evidence',
    todo: 'What to do',
    measuredBy: 'Measured by',
    runbook: 'Runbook',
  },
  severalNotices: { one: 'notice', other: 'notices' },
  worstFirst: 'worst first',
  needsAccess: 'needs access to the AWS account',
  remedyOfUnknown: 'Look at the touchpoint as a customer would, then read the runbook.',
  remedyOf: {
    resolved: 'Nothing.',
    removed: 'Nothing, if it was removed on purpose; nobody looks at it any more.',
    stable: 'Nothing.',
    blind:
      'Nobody knows whether the touchpoint is well. Look at it yourself, then see in the runbook why Touchlight cannot.',
    sighted: 'Nothing.',
    'found-ill': 'Nothing yet: if it lasts, it gets a message of its own, unless it has had one before.',
    flapping:
      'Look for what comes and goes: load at certain hours, one of several servers, a job that runs now and then.',
    dropped: 'Nothing, if the check was removed on purpose.',
    silent:
      'Touchlight is not running this check, so its state is unknown. Check the touchpoint yourself, then find out in the runbook why it is not measured.',
    'never-measured':
      'Touchlight has never run this check, so its state is unknown. Check the touchpoint yourself, then find out in the runbook why it is not measured.',
    'clock-ahead':
      'Set the clock of the machine that measures. Until that time has come, nothing is known; check the touchpoint yourself.',
    'last-known':
      'Check the touchpoint yourself: it may be repaired by now. Then find out in the runbook why it is not measured.',
  },
};
