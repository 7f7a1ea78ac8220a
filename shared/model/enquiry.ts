/** How a customer reached the business, in the order of the mail. A form's messages are those that arrive in a mailbox. */
export const enquiryChannels = ['form', 'mail', 'phone', 'message', 'comment', 'review'] as const;
export type EnquiryChannel = (typeof enquiryChannels)[number];

/**
 * How a customer fared, worst first:
 * - `red`: waits beyond the promise, or gave a bad review that nobody has replied to;
 * - `yellow`: was answered late;
 * - `unknown`: nobody can tell whether and when they were answered;
 * - `waiting`: waits, and the promise can still be kept;
 * - `green`: was answered in time.
 */
export const zonesWorstFirst = ['red', 'yellow', 'unknown', 'waiting', 'green'] as const;
export type Zone = (typeof zonesWorstFirst)[number];
