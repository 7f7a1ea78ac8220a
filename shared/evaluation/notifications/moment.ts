import type { Acknowledgement } from '../../model/acknowledgement.ts';
import type { Calendar, Maintenance } from '../../model/business.ts';
import type { Instant } from '../../model/instant.ts';

/** What the planner needs of an acknowledgement; one that was withdrawn holds no longer. */
export type Acknowledged = Pick<Acknowledgement, 'checkId' | 'subjectAt' | 'acknowledgedAt'> &
  Partial<Pick<Acknowledgement, 'withdrawnAt'>>;

/** What every decision depends on beside the check itself. */
export interface Moment {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly acknowledgements: readonly Acknowledged[];
  /** The touchpoint's windows, past ones included. */
  readonly maintenance: readonly Maintenance[];
  /** When the touchpoint's last pause ended, as far as that is known. */
  readonly pausedUntil?: Instant | undefined;
}
