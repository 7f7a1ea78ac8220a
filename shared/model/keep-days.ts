/** Days after which a screenshot or a Lighthouse report is deleted. */
export const keepEvidenceDays = 90;

/**
 * Days after which call records and received mails in the bucket are deleted. They name people, and say what they wrote. What was read
 * of them is in the table, in short; all that they are still needed for is a stack that was broken over the holidays.
 */
export const keepIncomingDays = 14;

/** Days after which the mystery shopper's enquiries are deleted: until then, what is left of them can be found and removed. */
export const keepEnquiriesDays = 90;

/** Days after which results, alerts, the list of what forms really sent, and the weeks' reports are deleted: the same month of last year is still there to compare with. */
export const keepLongDays = 400;
