import { lineText } from './lineText';

/** Why something was done; it is kept with it. */
export const reasonText = lineText({ longest: 2_000, hint: 'Say why.' });
