import { describeCatalogError } from './describeCatalogError';

describe('describeCatalogError', () => {
  it.each([
    [new Error('Request failed with 500'), 'Request failed with 500'],
    [
      new Error('request to http://u:p@host:7007/x?token=1 failed, reason: no'),
      'request to (address) failed, reason: no',
    ],
    [
      new Error('header Authorization: Bearer abc.def rejected'),
      'header Authorization: Bearer (hidden) rejected',
    ],
    [new Error('eyJhbGciOi.eyJzdWIi.sig is old'), '(hidden) is old'],
    [new Error('first line\n    at secret.ts:1'), 'first line'],
    [new Error(''), 'The catalog could not be read'],
    ['text', 'text'],
    [new Error('x'.repeat(400)), `${'x'.repeat(300)}…`],
  ])('says of %s: %s', (error, words) => {
    expect(describeCatalogError(error)).toBe(words);
  });
});
