/** What a page's head says, so that a phone shows it in its own width. */
export const viewportLine = '<meta name="viewport" content="width=device-width, initial-scale=1">';
