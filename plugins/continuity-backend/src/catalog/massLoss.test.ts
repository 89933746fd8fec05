import { describeMassLoss } from './massLoss';

const limits = { owners: 0.05, entities: 0.2 };

describe('describeMassLoss', () => {
  it.each([
    { owners: [0, 100], entities: [0, 100], is: null },
    { owners: [5, 100], entities: [20, 100], is: null },
    { owners: [6, 100], entities: [0, 100], is: '6 of 100 users and groups' },
    { owners: [0, 100], entities: [21, 100], is: '21 of 100 entities' },
    {
      owners: [6, 100],
      entities: [21, 100],
      is: '6 of 100 users and groups and 21 of 100 entities',
    },
    // one is never much at once, all there was always is
    { owners: [1, 4], entities: [1, 3], is: null },
    { owners: [2, 4], entities: [0, 3], is: '2 of 4 users and groups' },
    { owners: [0, 4], entities: [1, 1], is: '1 of 1 entities' },
    { owners: [0, 0], entities: [0, 0], is: null },
  ])(
    'says $is of $owners owners and $entities entities',
    ({ owners, entities, is }) => {
      expect(
        describeMassLoss(
          {
            ownersGone: owners[0],
            ownersBefore: owners[1],
            entitiesGone: entities[0],
            entitiesBefore: entities[1],
          },
          limits,
        ),
      ).toBe(is && `${is} were gone in one read of the catalog`);
    },
  );
});
