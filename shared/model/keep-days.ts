/** Days after which a screenshot or a Lighthouse report is deleted. */
export const keepEvidenceDays = 90;

/**
 * Days after which call records in the bucket are deleted. They name people. What was read of them is kept in the table without their
 * numbers, so all that they are still needed for is a stack that was broken for two weeks.
 */
export const keepIncomingDays = 14;

/** Days after which results, alerts, the list of what forms really sent, and the weeks' reports are deleted: the same month of last year is still there to compare with. */
export const keepLongDays = 400;
