import type { OutcomeWords } from './outcome-words.ts';

export const en: OutcomeWords = {
  done: {
    acknowledged: 'Acknowledged. No reminders until it gets worse or is resolved.',
    'acknowledged-before': 'You had already acknowledged this. Nothing has changed.',
    'acknowledged-instead':
      'Acknowledged. Someone else had acknowledged it before you; your name and your note are shown now.',
    withdrawn: 'Acknowledgement withdrawn. Reminders resume.',
    'maintenance-started': 'Maintenance has started. Checks go on, and no alerts are sent.',
    'maintenance-ended': 'Maintenance has ended. You will be alerted about anything that is still broken.',
    'run-started': 'The check is running. Its result will appear here in a moment.',
    'run-under-way': 'This check is already running. Its result will appear here in a moment.',
    'plan-taken': 'The plan now says who does it.',
    'plan-done': 'Marked as done. The next weekly email says whether the problem is gone.',
    'plan-dropped': 'Dropped. The light stays as it is, and the plan keeps your reason.',
    'plan-reopened': 'Open again.',
    scored: 'Saved. The new score will appear here in a moment.',
  },
  failed: {
    'incident-over': 'This incident has ended in the meantime, so there is nothing to acknowledge.',
    'not-configured': 'This is no longer in touchpoints.yaml. Nothing has changed.',
    'not-acknowledged': 'This incident is not acknowledged, so there is nothing to withdraw.',
    'acknowledged-later': 'Someone else has acknowledged this a moment after you. Their name and note are shown.',
    'maintenance-there': 'Maintenance is already under way here. End it first to announce another one.',
    'maintenance-in-file': 'This maintenance is set in touchpoints.yaml. Change it there.',
    'maintenance-none': 'There is no maintenance under way here.',
    'maintenance-changed': 'Someone else has just started or ended maintenance here. Nothing has changed.',
    'run-elsewhere': 'Another Touchlight process runs the checks in this folder. Use the page of “touchlight watch”.',
    'word-too-long': 'The note is too long. Use up to 500 characters.',
    'length-out-of-range':
      'Maintenance can last from 5 minutes to 24 hours here; announce a longer one in touchpoints.yaml. Nothing has changed.',
    'form-unreadable': 'The form was incomplete. Nothing has changed; please try again.',
    'not-in-plan': 'This is no longer in the plan. Nothing has changed.',
    'plan-changed': 'Someone else has just changed this action, so your change was not saved. Look at it again.',
    'plan-not-closed': 'This action is not closed, so there is nothing to reopen.',
    'plan-no-day': 'Choose today or a later day. Nothing has changed.',
    'plan-no-reason': 'Say why it is not worth doing. Nothing has changed.',
  },
  refused: {
    reader: {
      title: 'You can read this page',
      sentence: 'Nothing has changed. To act, ask the person who runs Touchlight for an operator’s link.',
    },
    'other-origin': {
      title: 'Nothing has changed',
      sentence: 'The request did not come from this page. Open the page and try again there.',
    },
    'no-key': {
      title: 'Open the address that Touchlight printed',
      sentence:
        'It holds a key. Copy the whole address from the terminal in which “touchlight watch” or “touchlight page” runs.',
    },
  },
};
