import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  writePolicyText,
  type ContinuityApi,
} from 'backstage-plugin-continuity-common';
import { aDryRun, aDryRunSummary } from '../../../dev/fixtures/aDryRun';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { FakeAuditApi } from '../../../dev/fixtures/FakeAuditApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { continuityApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { DryRunPage } from './DryRunPage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

function renderPage(audit: Partial<FakeAuditApi> = {}) {
  const api = Object.assign(new FakeAuditApi(), audit);
  renderInTestApp(<DryRunPage />, {
    apis: [
      [
        continuityApiRef,
        {
          audit: api,
          getPolicy: async () => aPolicyResponse,
        } as unknown as ContinuityApi,
      ],
    ],
    mountedRoutes: {
      '/continuity': rootRouteRef as never,
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
    },
  });
  return { user: userEvent.setup(), api };
}

const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

describe('DryRunPage', () => {
  it('begins with the policy in force, tries what was written, and says in a sentence what changes', async () => {
    const { user, api } = renderPage();
    const start = jest.spyOn(api, 'startDryRun');
    const text = await screen.findByRole('textbox', { name: /YAML or JSON/ });
    expect(text).toHaveValue(writePolicyText(aPolicyResponse.policy));
    expect(screen.getByText('Nothing tried yet')).toBeVisible();
    await user.clear(text);
    await user.type(text, 'dueSoon: P14D');
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(start).toHaveBeenCalledWith('dueSoon: P14D');
    expect(
      await screen.findByText(
        '412 of 4,180 services change status: 380 worse, 32 better; 14 become exposed.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/98 more keep their status/)).toBeVisible();
    expect(screen.getByText(/differs .* in tiers\./)).toBeVisible();
  });

  it('shows numbers for all tiers or one, tiers that go, gaps, and services with links', async () => {
    const { user } = renderPage({ latestDryRun: async () => aDryRun() });
    await rowsOf('Status now and then');
    expect(
      screen.getByLabelText('14 services: Met now, Exposed then'),
    ).toHaveTextContent('14');
    await user.click(screen.getByLabelText('Tier'));
    await user.click(screen.getByRole('option', { name: 'Important' }));
    expect(await rowsOf('Status now and then')).toHaveLength(1);
    const [, , gone] = await rowsOf('Tiers');
    expect(gone).toHaveTextContent('Business critical · gone1480');
    expect(
      screen.getByText(
        '148 services go from Business critical to Mission critical.',
      ),
    ).toBeVisible();
    const [never] = await rowsOf('Gaps');
    expect(never).toHaveTextContent(/203940$/);

    const [checkout, cart] = await rowsOf('Services');
    expect(within(checkout).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/continuity',
    );
    expect(checkout).toHaveTextContent(/due Aug 2\d/);
    expect(cart).toHaveTextContent('Met');
    expect(screen.getByText('3 more that you may not see.')).toBeVisible();
    await user.click(screen.getByLabelText('Show'));
    await user.click(screen.getByRole('option', { name: 'Better (32)' }));
    await waitFor(async () => expect(await rowsOf('Services')).toHaveLength(1));
  });

  it('takes a file, and refuses one that is too large', async () => {
    const { user } = renderPage();
    const text = await screen.findByRole('textbox', { name: /YAML or JSON/ });
    const [input] = screen
      .getAllByLabelText('Upload a file')
      .filter(element => element.tagName === 'INPUT');
    await user.upload(
      input,
      new File(['tiers: []'], 'policy.yaml', { type: 'text/yaml' }),
    );
    await waitFor(() => expect(text).toHaveValue('tiers: []'));
    await user.upload(
      input,
      new File(['x'.repeat(200_001)], 'large.yaml', { type: 'text/yaml' }),
    );
    expect(await screen.findByText(/too large/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /policy in force/ }));
    expect(text).toHaveValue(writePolicyText(aPolicyResponse.policy));
  });

  it('lists the mistakes of a policy with their paths', async () => {
    const { user } = renderPage({
      startDryRun: async () => {
        throw Object.assign(new Error('wrong'), {
          body: {
            error: {
              issues: [
                {
                  path: 'continuity.teirs',
                  message: 'Line 2: This key is not known here.',
                },
              ],
            },
          },
        });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Try it' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('would not start with this: 1 mistake');
    expect(alert).toHaveTextContent(
      'continuity.teirs: Line 2: This key is not known here.',
    );
  });

  it('says how far it is, and what went wrong', async () => {
    renderPage({
      latestDryRun: async () =>
        aDryRun({ state: 'running', summary: null, progress: 1200 }),
    });
    expect(
      await screen.findByText('1,200 of 5,210 entities assessed under both policies'),
    ).toBeVisible();
  });

  it.each([
    [
      'that nothing changes',
      aDryRun({
        summary: aDryRunSummary({ changes: {}, sections: [], gaps: [] }),
      }),
      /nothing changes/,
    ],
    [
      'what could not be examined',
      aDryRun({
        summary: aDryRunSummary({
          notExamined: [
            { reason: 'fields', fields: ['spec.tier'], entities: 5210 },
          ],
        }),
      }),
      /5,210 entities: spec\.tier could not be read/,
    ],
    [
      'that it failed, and why',
      aDryRun({ state: 'failed', summary: null, problem: 'The log says why.' }),
      /The log says why/,
    ],
  ])('says %s', async (_name, run, said) => {
    renderPage({ latestDryRun: async () => run });
    expect(await screen.findByText(said)).toBeVisible();
  });

  it('tells who may not, and whom to ask', async () => {
    renderPage({
      latestDryRun: async () => {
        throw aResponseError(403, {});
      },
    });
    expect(
      await screen.findByText('You may not try a policy'),
    ).toBeVisible();
    expect(screen.getByText(/continuity\.audit\.read/)).toBeVisible();
  });
});
