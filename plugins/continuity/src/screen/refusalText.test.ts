import { decidePlanTransition } from 'backstage-plugin-continuity-common';
import de from '../translation/de';
import type { Translate } from '../translation/Translate';
import { refusalText } from './refusalText';

const t = ((key: string) =>
  (de as Record<string, string>)[key]) as unknown as Translate;
const refused = (message: string) => ({ body: { error: { message } } });
const german = (message: string) =>
  refusalText(t, refused(message), { locale: 'de' });

describe('refusalText', () => {
  it.each([
    [
      'user:default/a wrote the version in force. Another person has to confirm that it still holds.',
      /kann sie nicht bestätigen/,
    ],
    [
      'This kind of change was confirmed 2 times in a row for component:default/a. Write the next version of the plan.',
      /zweimal nacheinander/,
    ],
    [
      'This plan names 2 entities that you may not see in the catalog. Only who sees all of it can write or approve it.',
      /Entitäten, die Sie im Katalog nicht sehen/,
    ],
    [
      'You may not write this plan: it needs the permission continuity.plan.update, which usually the plan’s owner has.',
      /^Das dürfen Sie mit diesem Plan nicht/,
    ],
    [
      'This plan changed after you opened it. Read it again before you approve it.',
      /wurde geändert, nachdem/,
    ],
    ['There is no such plan that you may see.', /gibt es nicht/],
  ])('says "%s" in German', (message, text) => {
    expect(german(message)).toMatch(text);
  });

  it.each([
    [['user:default/a'], undefined, /selbst bearbeitet/],
    [['user:default/b'], 'user:default/b', /die Sie vertreten/],
  ])('knows how the rules refuse an approval', (editedBy, onBehalfOf, text) => {
    const decision = decidePlanTransition(
      'approve',
      { state: 'in-review', editedBy },
      { by: 'user:default/a', onBehalfOf },
    );
    if (decision.ok) throw new Error('It was not refused');
    expect(german(decision.message)).toMatch(text);
  });

  it('leaves in the words of the server what it has none for, and all in English', () => {
    expect(german('Something else.')).toBe('Something else.');
    const said = 'There is no such plan that you may see.';
    expect(refusalText(t, refused(said), { locale: 'en-GB' })).toBe(said);
  });
});
