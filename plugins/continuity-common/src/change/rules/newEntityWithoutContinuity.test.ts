import { aDocument } from '../__testUtils__/aCatalogOf';
import { tier, company as catalog } from '../__testUtils__/aCompany';
import { judge, type Scene } from '../__testUtils__/aScene';

describe('new-entity-without-continuity', () => {
  const lacks = (scene: Partial<Scene>) =>
    judge({ catalog, ...scene })
      .findings.filter(({ rule }) => rule === 'new-entity-without-continuity')
      .map(({ severity, params }) => `${severity}: ${params.lacks}`);

  it.each<[string, Partial<Scene>, string[]]>([
    [
      'a service without a tier',
      { proposed: [aDocument('new', { owner: 'a' })] },
      ['warning: tier'],
    ],
    [
      'a service of a tier that requires much',
      { proposed: [aDocument('new', { owner: 'a' }, tier('tier-1'))] },
      ['warning: plan,bia,risk,agreement'],
    ],
    [
      'one without an owner',
      { proposed: [aDocument('new', {}, tier('tier-3'))] },
      ['warning: owner,plan,bia,risk'],
    ],
    [
      'one whose owner can’t be reached',
      {
        proposed: [aDocument('new', { owner: 'gone' }, tier('tier-3'))],
        people: { known: true, stateOf: () => 'missing' },
      },
      ['warning: owner,plan,bia,risk'],
    ],
    [
      'a tier that requires nothing',
      { proposed: [aDocument('new', { owner: 'a' }, tier('tier-4'))] },
      [],
    ],
    [
      'a tier that it takes over',
      { proposed: [aDocument('new', { owner: 'a', system: 'money' })] },
      ['warning: plan,bia,risk,agreement'],
    ],
    ['a library', { proposed: [aDocument('new', { type: 'library' })] }, []],
    [
      'what is there already',
      { proposed: [aDocument('mailer', { owner: 'a' })] },
      [],
    ],
    [
      'what is said to be added, without a document',
      { touched: { new: 'add' } },
      ['information: '],
    ],
    [
      'what the catalog doesn’t have, and is said to be modified',
      { touched: { new: 'modify' } },
      ['information: '],
    ],
  ])('of %s', (_, scene, expected) => {
    expect(lacks(scene)).toEqual(expected);
  });
});
