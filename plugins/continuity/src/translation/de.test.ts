import de from './de';
import { continuityMessages } from './messages';

type Nested = { readonly [key: string]: string | Nested };

function flat(messages: Nested, prefix = ''): Array<[string, string]> {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(match => match[1]).sort();

describe('the German texts', () => {
  const english = flat(continuityMessages);
  const german = de as Record<string, string>;

  it('are complete, and nothing more', () => {
    expect(Object.keys(german).sort()).toEqual(
      english.map(([key]) => key).sort(),
    );
  });

  it('say the same things: every value that English mentions', () => {
    const lost = english
      // Gaps, refusals and what a check finds come in the server's English words; German has their params instead.
      .filter(
        ([key]) =>
          !/^(assessment\.gap|change\.said|coverage\.refused)\./.test(key),
      )
      // "One" needs no number.
      .filter(([key]) => !key.endsWith('_one'))
      .filter(
        ([key, text]) =>
          placeholders(text).join() !== placeholders(german[key]).join(),
      );
    expect(lost).toEqual([]);
  });

  it('have no exclamation marks in either language', () => {
    const loud = [...english, ...Object.entries(german)].filter(([, text]) =>
      text.includes('!'),
    );
    expect(loud).toEqual([]);
  });
});
