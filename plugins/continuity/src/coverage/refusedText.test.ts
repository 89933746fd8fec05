import {
  refusalTexts,
  refused,
  type RefusalCode,
} from 'backstage-plugin-continuity-common';
import de from '../translation/de';
import type { Translate } from '../translation/Translate';
import { problemText } from './import/importText';
import { refusedText } from './refusedText';

const t = ((key: string, values: Record<string, unknown> = {}) =>
  (de as Record<string, string>)[key].replace(/\{\{(\w+)\}\}/g, (_, name) =>
    String(values[name] ?? `{{${name}}}`),
  )) as unknown as Translate;

const namesIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe('refusedText', () => {
  it.each(Object.keys(refusalTexts) as RefusalCode[])(
    'says %s in German, with nothing but the values that the server sends',
    code => {
      const sent = namesIn(refusalTexts[code]).map(name => [name, `<${name}>`]);
      const said = refused(code, Object.fromEntries(sent));
      const text = refusedText(t, said, { about: 'Eine Spalte.' });
      expect(text).not.toMatch(/\{\{/);
      // what has no code of its own has no words of its own either
      expect(text.includes(said.message)).toBe(code === 'other');
    },
  );

  it('takes the server’s words for a reason that is newer than itself', () => {
    const newer = { ...refused('other'), code: 'moon-is-full' as 'other' };
    expect(refusedText(t, { ...newer, message: 'The moon is full.' })).toBe(
      'The moon is full.',
    );
  });

  it('calls outcomes by their names', () => {
    const known = refused('test-known-otherwise', { outcome: 'passed' });
    expect(refusedText(t, known)).toMatch(/mit dem Ergebnis „Bestanden“/);
  });
});

describe('problemText', () => {
  const german = { kind: 'profiles', locale: 'de' } as const;

  it.each([
    [
      'a cell',
      { column: 'rto', ...refused('value-refused', { reason: 'No.' }) },
      /^rto: Dieser Wert passt hier nicht\. Wiederanlaufziel \(RTO\): eine Dauer/,
    ],
    [
      'a column that is missing',
      refused('column-missing', { column: 'entity_ref', about: 'The entity.' }),
      /^Die Spalte entity_ref fehlt\. Die Entität im Katalog/,
    ],
    [
      'a row',
      { column: '', ...refused('test-whole-refused') },
      /^Eine andere Zeile/,
    ],
  ])('says what %s is for, in German', (_, problem, text) => {
    expect(problemText(t, problem, german)).toMatch(text);
  });
});
