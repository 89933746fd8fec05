import {
  hasLoss,
  lossParams,
  readLossParams,
  whatIfAddress,
  type LossQuestion,
} from './whatIfAddress';

describe('the address of a what-if', () => {
  it.each<[string, LossQuestion]>([
    ['one entity', { entities: ['resource:default/ledger-db'] }],
    [
      'several, for a time',
      { entities: ['component:a/b', 'api:default/x'], outage: '4h' },
    ],
    [
      'a filter over everything',
      {
        filter: {
          kind: ['resource'],
          owner: ['group:default/platform', 'group:default/dba'],
          tags: ['postgres'],
          labels: { region: ['eu-west-1', 'eu=odd'], backup: [] },
          annotations: { 'cloud.example/provider': ['a'] },
        },
      },
    ],
    ['nothing', {}],
  ])('brings back the question: %s', (_, question) => {
    const params = new URLSearchParams(lossParams(question).toString());
    expect(readLossParams(params)).toEqual(question);
  });

  it('keeps question and page apart', () => {
    expect(whatIfAddress('/continuity/dependencies', {})).toBe(
      '/continuity/dependencies?view=what-if',
    );
    expect(hasLoss({})).toBe(false);
    expect(hasLoss({ filter: { tags: ['x'] } })).toBe(true);
  });
});
