import type { StaleReason } from 'backstage-plugin-continuity-common';
import de from '../translation/de';
import { flatMessages } from '../translation/flatMessages';
import { continuityMessages } from '../translation/messages';
import type { Translate } from '../translation/Translate';
import { staleText } from './planStaleText';

const speaking = (messages: Record<string, string>) =>
  ((key: string, values: Record<string, string> = {}) =>
    messages[key].replace(
      /\{\{(\w+)\}\}/g,
      (_, name) => values[name],
    )) as Translate;
const languages = {
  en: speaking(flatMessages(continuityMessages)),
  de: speaking(de as Record<string, string>),
};

const names = {
  'api:default/orders': 'Orders',
  'component:default/old': 'Old warehouse',
  'component:default/new': 'New warehouse',
};
const old = 'component:default/old';
const others = 'component:default/new, component:default/third';
const itself = 'api:default/orders';

describe('staleText, of providers', () => {
  it.each<
    [
      keyof typeof languages,
      before: string | null,
      after: string | null,
      text: string,
    ]
  >([
    [
      'en',
      old,
      others,
      'Orders, which it uses, was provided by Old warehouse and is provided by New warehouse, component:third now.',
    ],
    [
      'en',
      old,
      itself,
      'Orders, which it uses, was provided by Old warehouse and is provided by nobody now.',
    ],
    [
      'en',
      null,
      old,
      'Orders, which it uses, was provided by nobody it depends on and is provided by Old warehouse now.',
    ],
    ['en', old, 'missing', 'Orders, which it uses, has left the catalog.'],
    ['en', 'missing', old, 'Orders, which it uses, has come into the catalog.'],
    [
      'de',
      old,
      itself,
      'Die genutzte API Orders wird jetzt von niemandem bereitgestellt, bisher von Old warehouse.',
    ],
    [
      'de',
      old,
      'missing',
      'Die genutzte API Orders ist nicht mehr im Katalog.',
    ],
  ])('says in %s of %s and %s', (language, before, after, text) => {
    const reason: Pick<StaleReason, 'code' | 'subject' | 'before' | 'after'> = {
      code: 'provider-changed',
      subject: itself,
      before,
      after,
    };
    expect(staleText(languages[language], reason, names)).toBe(text);
  });

  it('names nothing that the reader may not see', () => {
    const reason = {
      code: 'dependency-added' as const,
      subject: 'hidden:default/hidden',
      before: null,
      after: 'hidden:default/hidden',
    };
    expect(staleText(languages.en, reason, names)).not.toContain('hidden:');
  });
});
