import { biaContent } from './aBia';
import { deriveBia } from './deriveBia';
import { fallingImpacts } from './fallingImpacts';

describe('deriveBia', () => {
  it.each<
    [string, Record<string, string>, string | null, string | null, object?]
  >([
    [
      'the earliest point at the threshold is the MTPD',
      { financial: 'nmsss' },
      'P1D',
      null,
      { financial: ['P1D', null] },
    ],
    [
      'a rating above the threshold counts like one at it',
      { financial: 'nmccc' },
      'P1D',
      null,
    ],
    [
      'the least MTPD of the categories is that of all',
      { financial: 'nnnss', legal: 'nsccc', operations: 'nnnns' },
      'PT4H',
      null,
      {
        financial: ['P3D', null],
        legal: ['PT4H', null],
        operations: ['P7D', null],
      },
    ],
    [
      'a category with a threshold of its own is intolerable earlier',
      { financial: 'nmooo', safety: 'nmooo' },
      'P1D',
      null,
      { financial: [null, 'P7D'], safety: ['P1D', null] },
    ],
    [
      'a category that is never intolerable is beyond the last point',
      { financial: 'nnnnm', legal: 'nnssc' },
      'P1D',
      null,
      { financial: [null, 'P7D'], legal: ['P1D', null] },
    ],
    [
      'where nothing is intolerable the MTPD is unset, beyond 1 week',
      { financial: 'nnnnm', legal: 'nmmoo' },
      null,
      'P7D',
    ],
    [
      'all intolerable at once: the first point',
      { financial: 'ccccc', legal: 'sssss', safety: 'ooooo' },
      'PT1H',
      null,
    ],
    [
      'points that were not rated are skipped',
      { financial: '-n-s-' },
      'P3D',
      null,
    ],
    [
      'a point after a gap is not guessed to be earlier',
      { financial: 'n---c' },
      'P7D',
      null,
    ],
    [
      'beyond is what is known: the last rated point, the least of the categories',
      { financial: 'nnm--', legal: 'nnnnn' },
      null,
      'P1D',
    ],
    [
      'categories without a rating are skipped',
      { financial: '-----', legal: 'nnsss' },
      'P1D',
      null,
    ],
    ['nothing rated says nothing', { financial: '-----' }, null, null],
    ['no category says nothing', {}, null, null],
  ])('%s', (...[, rated, mtpd, beyond, categories]) => {
    const result = deriveBia(biaContent(rated));
    expect(result).toMatchObject({ mtpd, beyond });
    const found = Object.fromEntries(
      result.categories.map(each => [each.id, [each.mtpd, each.beyond]]),
    );
    expect(found).toEqual(categories ?? found);
  });

  it('lets a rating that the scale doesn’t know make nothing intolerable', () => {
    const content = biaContent({ financial: 'nn---' });
    content.categories[0].impacts.P1D = 'gone';
    expect(deriveBia(content).mtpd).toBeNull();
  });
});

describe('fallingImpacts', () => {
  it.each<[string, string, string[]]>([
    ['rises', 'nmosc', []],
    ['stays', 'sssss', []],
    ['falls once', 'nsmsc', ['P1D']],
    ['falls across points that were not rated', 'c-n--', ['P1D']],
    ['stays below its worst', 'cmocc', ['PT4H', 'P1D']],
    ['is rated once', '--c--', []],
    ['is not rated', '-----', []],
  ])('of one that %s', (_, rated, points) => {
    expect(
      fallingImpacts(biaContent({ financial: rated })).map(f => f.point),
    ).toEqual(points);
  });

  it('says where, from what and to what', () => {
    expect(
      fallingImpacts(biaContent({ legal: 'nnnnn', financial: 'nsm--' })),
    ).toEqual([
      {
        index: 1,
        categoryId: 'financial',
        title: 'Financial',
        point: 'P1D',
        rating: 'Minor',
        earlierPoint: 'PT4H',
        earlierRating: 'Serious',
      },
    ]);
  });
});
