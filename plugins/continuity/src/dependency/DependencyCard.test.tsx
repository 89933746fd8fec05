import { screen, waitFor, within } from '@testing-library/react';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { aContinuity, NOW } from '../../dev/fixtures/aContinuity';
import {
  HOUR,
  aNeed,
  aSide,
  anEdge,
  anEntityDependencies,
} from '../../dev/fixtures/aDependency';
import { aRunSheet } from '../../dev/fixtures/aLoss';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { DependencyCard } from './DependencyCard';

stopTheClock(NOW);

function open(
  answer = anEntityDependencies(),
  others: Partial<jest.Mocked<ContinuityApi>> = {},
) {
  const api = {
    getDependencies: jest.fn().mockResolvedValue(answer),
    ...others,
  };
  const onChanged = jest.fn();
  const user = renderAtEntity(
    <DependencyCard continuity={aContinuity()} onChanged={onChanged} />,
    api,
  );
  return { api, user, onChanged };
}

const needs = () => screen.findByRole('button', { name: 'Needs 7' });
const rowOf = async (name: string) =>
  within((await screen.findAllByRole('link', { name }))[0].closest('li')!);

describe('DependencyCard', () => {
  it('has its numbers from the tab’s answer and asks for the list only when it is opened, once', async () => {
    const { api, user } = open();
    expect(await needs()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Needed by 23' })).toBeVisible();
    expect(api.getDependencies).not.toHaveBeenCalled();

    await user.click(await needs());
    await screen.findByRole('link', { name: 'payments' });
    await user.click(screen.getByRole('button', { name: 'Needed by 23' }));
    expect(await screen.findByRole('link', { name: 'web-shop' })).toBeVisible();
    expect(api.getDependencies).toHaveBeenCalledTimes(1);
  });

  it('shows targets that don’t fit first, in words', async () => {
    const { user } = open();
    await user.click(await needs());
    const headings = (await screen.findAllByRole('heading', { level: 4 })).map(
      heading => heading.textContent,
    );
    expect(headings.slice(0, 2)).toEqual(['Targets that don’t fit', 'Direct']);
    const ledger = await rowOf('ledger-db');
    expect(ledger.getByText('may take 24 h, needed in 4 h')).toBeVisible();
    expect(ledger.getByText('Exposed')).toBeVisible();
  });

  it('shows the path as breadcrumbs when it is asked for', async () => {
    const { user } = open();
    await user.click(await needs());
    await user.click(
      await screen.findByRole('button', { name: 'Path to ledger-db' }),
    );
    const path = screen.getByRole('list', { name: 'Path to ledger-db' });
    expect(
      within(path)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Checkout', 'payments', 'ledger-db']);
  });

  it.each([
    ['telemetry', 'soft'],
    ['search', 'not classified'],
    ['gone', 'not in the catalog'],
  ])('marks %s as %s', async (name, words) => {
    const { user } = open();
    await user.click(await needs());
    expect((await rowOf(name)).getByText(words)).toBeVisible();
  });

  it('folds what is further away, and loads the next page on demand', async () => {
    const far = aNeed('far', {
      path: [
        'component:default/checkout',
        'component:default/payments',
        'component:default/far',
      ],
    });
    const first = anEntityDependencies({
      needs: aSide([aNeed('payments'), far], {
        totalItems: 3,
        pageInfo: { nextCursor: 'next' },
      }),
    });
    const { api, user } = open(first);
    await user.click(await needs());
    await screen.findByRole('link', { name: 'payments' });
    expect(screen.queryByRole('link', { name: 'far' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'and 2 further' }));
    expect(screen.getByRole('link', { name: 'far' })).toBeVisible();

    api.getDependencies.mockResolvedValue(
      anEntityDependencies({
        needs: aSide(
          [
            aNeed('farther', {
              path: [...far.path, 'component:default/farther'],
            }),
          ],
          {
            totalItems: 3,
          },
        ),
      }),
    );
    await user.click(screen.getByRole('button', { name: /^Show more/ }));
    expect(await screen.findByRole('link', { name: 'farther' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'far' })).toBeVisible();
    expect(api.getDependencies).toHaveBeenLastCalledWith(
      'component:default/checkout',
      { direction: 'needs', cursor: 'next' },
    );
  });

  it('names a conflict that is not on the loaded page', async () => {
    const compared = {
      entityRef: 'resource:default/tape',
      title: 'tape',
      seconds: 72 * HOUR,
      path: ['component:default/checkout', 'resource:default/tape'],
    };
    const none = { total: 0, items: [] };
    const { user } = open(
      anEntityDependencies({
        needs: aSide([aNeed('payments')]),
        entity: {
          targets: {
            rto: {
              demanded: null,
              neededFasterBy: none,
              waitsFor: { total: 1, items: [compared] },
            },
            rpo: { demanded: null, neededFasterBy: none, waitsFor: none },
          },
        },
      }),
    );
    await user.click(await needs());
    expect(
      await screen.findByText('may take 3 d, needed in 4 h'),
    ).toBeVisible();
  });

  it('says what is hidden as a number, and that nothing is there where nothing is', async () => {
    const { user } = open(
      anEntityDependencies({
        needs: aSide([aNeed('payments')], { counts: { redacted: 3 } }),
        neededBy: aSide([]),
      }),
    );
    await user.click(await needs());
    expect(
      await screen.findByText(
        '3 more that you may not see are counted, not named.',
      ),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Needed by 23' }));
    expect(
      screen.getByText('Nothing in the catalog depends on it.'),
    ).toBeVisible();
  });

  it('says when it is expected back, "at least" where times are unknown, and what takes longest', async () => {
    const { user } = open();
    await user.click(await needs());
    expect(
      await screen.findByText(
        'Expected back in at least 5 h, at least 1 h over the RTO of 4 h.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /expected at least 5 h/ }),
    ).toBeVisible();
    expect(screen.getByText('4 h own time, back after 4 h')).toBeVisible();
    expect(
      screen.getByText('The recovery time of one entity is unknown: payments.'),
    ).toBeVisible();
  });

  it.each([
    [403, /You may not see the dependencies/],
    [404, /does not know this entity/],
    [503, /not ready yet/],
    [500, /could not be loaded/],
  ])('answers a %s with what it means', async (statusCode, text) => {
    const { user } = open(undefined, {
      getDependencies: jest
        .fn()
        .mockRejectedValue(
          aResponseError(statusCode, { error: { message: 'broken' } }),
        ),
    });
    await user.click(await needs());
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('tries again after a failure', async () => {
    const getDependencies = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue(anEntityDependencies());
    const { user } = open(undefined, { getDependencies });
    await user.click(await needs());
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'payments' })).toBeVisible();
  });

  it('classifies a dependency as soft, with reason and endurable time', async () => {
    const classifyDependencies = jest.fn().mockResolvedValue({
      items: [
        {
          from: 'component:default/checkout',
          to: 'component:default/search',
          result: 'changed',
          refusal: null,
          message: null,
          edge: null,
        },
      ],
    });
    const { api, user, onChanged } = open(undefined, { classifyDependencies });
    await user.click(await needs());
    await user.click(
      await screen.findByRole('button', {
        name: /dependency of Checkout on search is hard or soft/,
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText(/Say why/)).toBeVisible();
    expect(classifyDependencies).not.toHaveBeenCalled();

    await user.click(dialog.getByRole('radio', { name: /^Soft/ }));
    await user.type(
      dialog.getByRole('textbox', { name: /can be endured for/ }),
      '4 weeks',
    );
    expect(dialog.getByText(/Write a duration/)).toBeVisible();
    await user.clear(
      dialog.getByRole('textbox', { name: /can be endured for/ }),
    );
    await user.type(
      dialog.getByRole('textbox', { name: /can be endured for/ }),
      '4h',
    );
    await user.type(
      dialog.getByRole('textbox', { name: /Why/ }),
      'Orders can be found by hand',
    );
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(classifyDependencies).toHaveBeenCalledWith({
      items: [
        {
          from: 'component:default/checkout',
          to: 'component:default/search',
          strength: 'soft',
          endurable: '4h',
          revision: 0,
        },
      ],
      reason: 'Orders can be found by hand',
    });
    await waitFor(() => expect(api.getDependencies).toHaveBeenCalledTimes(2));
  });

  it('leads to the file where the file classifies a dependency, and offers no dialog', async () => {
    const locked = aNeed('payments', {
      edge: anEdge('component:default/checkout', 'component:default/payments', {
        locked: true,
        mayClassify: false,
      }),
    });
    const { user } = open(anEntityDependencies({ needs: aSide([locked]) }));
    await user.click(await needs());
    const row = await rowOf('payments');
    expect(
      row.getByRole('link', { name: /Classified in the catalog file/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example/checkout/edit/catalog-info.yaml',
    );
    expect(row.queryByRole('button', { name: /hard or soft/ })).toBeNull();
  });

  it('says that something is in a circle or depends on itself', async () => {
    const { user } = open(
      anEntityDependencies({
        entity: {
          cycle: {
            total: 2,
            refs: ['component:default/checkout', 'component:default/payments'],
          },
          dependsOnItself: true,
          idleClassifications: ['component:default/typo'],
        },
      }),
    );
    await user.click(await needs());
    expect(
      await screen.findByText('It recovers together with one other: payments'),
    ).toBeVisible();
    expect(screen.getByText(/depend on itself/)).toBeVisible();
    expect(screen.getByText(/component:default\/typo/)).toBeVisible();
  });

  it('opens the recovery run sheet of the entity', async () => {
    const makeRunSheet = jest
      .fn()
      .mockResolvedValue(aRunSheet({ mode: 'recovery' }));
    const { user } = open(undefined, { makeRunSheet });
    await user.click(
      await screen.findByRole('button', { name: 'Recovery run sheet' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Recovery run sheet: Checkout',
      }),
    );
    expect(await dialog.findByRole('table')).toBeVisible();
    expect(makeRunSheet).toHaveBeenCalledWith({
      mode: 'recovery',
      entities: ['component:default/checkout'],
      title: 'Recovery run sheet: Checkout',
    });
  });

  it('draws the neighbourhood on demand, with boxes that are links', async () => {
    const { user } = open();
    await user.click(
      await screen.findByRole('button', { name: 'Show as a picture' }),
    );
    const region = await screen.findByRole('region', {
      name: 'Picture of the dependencies of Checkout',
    });
    expect(
      within(region).getByRole('link', { name: /ledger-db, Resource/ }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Zoom in' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
