/** What follows is mostly quotes and attachments. Apart from the client, which is a megabyte of code that is not always needed. */
export const firstTextBytes = 16 * 1024;
