import { screen } from '@testing-library/react';
import { aCoverageItem, aCoverageList } from '../../dev/fixtures/aCoverage';
import {
  address,
  anApi,
  renderCoveragePage,
} from '../../dev/fixtures/renderCoveragePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(30_000);

describe('paging', () => {
  const pages = () => {
    const api = anApi();
    api.listCoverage.mockImplementation(async query => {
      const page = Number(query?.cursor ?? 1);
      return aCoverageList([aCoverageItem(`service-${page}`)], {
        totalItems: 150,
        pageInfo: page < 3 ? { nextCursor: String(page + 1) } : {},
      });
    });
    return api;
  };
  const shown = (name: string) => screen.findByRole('link', { name });
  const next = () => screen.getByRole('button', { name: 'Next page' });
  const previous = () => screen.getByRole('button', { name: 'Previous page' });

  it('goes on by the cursor and back the way it came', async () => {
    const user = renderCoveragePage(pages());
    expect(await shown('service-1')).toBeInTheDocument();
    expect(previous()).toBeDisabled();
    await user.click(next());
    expect(await shown('service-2')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage?cursor=2');
    await user.click(next());
    expect(await shown('service-3')).toBeInTheDocument();
    expect(next()).toBeDisabled();
    await user.click(previous());
    expect(await shown('service-2')).toBeInTheDocument();
    await user.click(previous());
    expect(await shown('service-1')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage');
  });

  it('begins with the first page again when the order changes', async () => {
    const user = renderCoveragePage(pages());
    await shown('service-1');
    await user.click(next());
    await shown('service-2');
    await user.click(screen.getByRole('button', { name: 'Tier' }));
    expect(await shown('service-1')).toBeInTheDocument();
    expect(address()).toBe('/continuity/coverage?sort=tier');
  });

  it('does not pretend to know which page a copied link shows', async () => {
    const user = renderCoveragePage(pages(), '?cursor=2');
    expect(await screen.findByText('1 of 150')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Back to the first page' }),
    );
    expect(await shown('service-1')).toBeInTheDocument();
  });
});
