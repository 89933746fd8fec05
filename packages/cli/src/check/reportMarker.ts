/** By which a comment with a report is found again; the first line of every Markdown report. */
export const reportMarker = '<!-- continuity:change-report -->';
