import type { EntityListContextProps } from '@backstage/plugin-catalog-react';
import { withContinuityColumns } from './withContinuityColumns';

describe('withContinuityColumns', () => {
  it('keeps words whole in every column, by a style of its own that the table may write into', () => {
    const columnsOf = withContinuityColumns(() => [
      { title: 'Name', highlight: true },
      { title: 'Owner' },
    ]);
    const columns = columnsOf({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout' },
        },
      ],
      filters: {},
    } as unknown as EntityListContextProps);
    const styles = columns.map(({ cellStyle }) => cellStyle);
    expect(styles).toEqual(
      styles.map(() => expect.objectContaining({ wordBreak: 'normal' })),
    );
    expect(new Set(styles).size).toBe(columns.length);
  });
});
