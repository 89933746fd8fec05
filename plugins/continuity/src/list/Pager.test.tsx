import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { aCoverageItem, aCoverageList } from '../../dev/fixtures/aCoverage';
import { Pager } from './Pager';

const nothing = () => {};

describe('Pager', () => {
  it.each([
    ['the first page', { pagesBefore: 0 }, '1–2 of 4,180'],
    ['a later page', { pagesBefore: 3 }, '151–152 of 4,180'],
    ['a page of a copied link', { pagesBefore: undefined }, '2 of 4,180'],
  ])('says which rows %s shows', async (_, { pagesBefore }, text) => {
    const list = aCoverageList([aCoverageItem('a'), aCoverageItem('b')], {
      totalItems: 4180,
    });
    renderInTestApp(
      <Pager
        list={list}
        paging={{
          limit: 50,
          pagesBefore,
          onNext: nothing,
          onPrevious: nothing,
          onFirst: nothing,
          onLimit: nothing,
        }}
      />,
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
