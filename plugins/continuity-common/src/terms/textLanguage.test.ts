import { languageQuerySchema, textLanguage } from './textLanguage';

describe('textLanguage', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['fr', 'en'],
    // no German: a tag of its own
    ['den', 'en'],
  ])('takes %s as %s', (tag, language) => {
    expect(textLanguage(tag)).toBe(language);
  });
});

describe('languageQuerySchema', () => {
  it('means English where nothing is said, and refuses what is no tag', () => {
    expect(languageQuerySchema.parse({})).toEqual({ language: 'en' });
    expect(languageQuerySchema.safeParse({ language: 'de_AT' }).success).toBe(
      false,
    );
  });
});
