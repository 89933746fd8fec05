import {
  refusalTexts,
  type RefusalCode,
} from 'backstage-plugin-continuity-common';

/** The server says in English why it refuses something; other languages say it by code and params, and by `about`, what the column is for. */
const asSaid = Object.fromEntries(
  Object.keys(refusalTexts).map(code => [code, '{{message}}']),
) as Record<RefusalCode, string>;

export const refusedMessages = {
  ...asSaid,
  // the file is a link beside it
  'locked-by-catalog':
    'It is set in its catalog file ({{key}}), and to be changed there.',
};
