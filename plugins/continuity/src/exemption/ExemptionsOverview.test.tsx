import { screen, waitFor, within } from '@testing-library/react';
import { anAskedExemption, anExemption } from '../../dev/fixtures/anExemption';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { FakeExemptionApi } from '../../dev/fixtures/FakeExemptionApi';
import { renderExemptions } from '../../dev/fixtures/renderExemptions';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00Z');

function open(
  items = [anExemption({ renewal: 1 }), anAskedExemption()],
  path = '',
) {
  const api = new FakeExemptionApi(items);
  return { api, user: renderExemptions(api, path) };
}

const address = () => screen.getByTestId('address').textContent;
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Exemptions' }))
    .getAllByRole('row')
    .slice(1);

describe('the exemptions', () => {
  it('are listed with what waits for the reader first, from what, until when, who asked and who decided', async () => {
    open();
    const [first, second] = await rows();
    expect(within(first).getByText('Asked for')).toBeVisible();
    expect(within(first).getByRole('link', { name: 'plan' })).toHaveAttribute(
      'href',
      '/continuity/exemptions/exemption-2',
    );
    expect(
      within(first).getByRole('button', { name: 'Approve' }),
    ).toBeVisible();
    expect(within(second).getByText('In force')).toBeVisible();
    expect(within(second).getByText('until Sep 30')).toBeVisible();
    expect(within(second).getByText('renewal 1 of 2')).toBeVisible();
    expect(within(second).getByText(/Asked for by Mira Özdemir/)).toBeVisible();
    expect(within(second).getByText(/Approved by Claudia Vogt/)).toBeVisible();
    expect(
      screen.getByText(
        '2 exemptions · 1 in force · one waits for your decision',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/lasts at most 1 year and is renewed at most 2 times/),
    ).toBeVisible();
  });

  it('are approved after a question that says what it means', async () => {
    const { api, user } = open();
    const approve = jest.spyOn(api, 'approve');
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = screen.getByRole('dialog');
    expect(
      within(dialog).getByText(/^Checkout is exempt from plan until Sep 30/),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(approve).toHaveBeenCalledWith('exemption-2', ''),
    );
    expect(await screen.findByText('2 exemptions · 2 in force')).toBeVisible();
  });

  it('are refused only with a reason', async () => {
    const { api, user } = open();
    const refuse = jest.spyOn(api, 'refuse');
    await user.click(await screen.findByRole('button', { name: 'Refuse' }));
    const dialog = screen.getByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Refuse' });
    await user.click(send);
    expect(refuse).not.toHaveBeenCalled();
    await user.type(within(dialog).getByRole('textbox'), 'Write the plan');
    await user.click(send);
    await waitFor(() =>
      expect(refuse).toHaveBeenCalledWith('exemption-2', 'Write the plan'),
    );
  });

  it('are renewed with a new end and reason, and count as a renewal', async () => {
    const { api, user } = open([anExemption()]);
    const ask = jest.spyOn(api, 'ask');
    await user.click(await screen.findByRole('button', { name: 'Renew' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(/renewal 1 of 2/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(await within(dialog).findByText('Say until when.')).toBeVisible();
    await user.type(
      within(dialog).getByLabelText('Until the end of'),
      '2027-12-31',
    );
    expect(
      within(dialog).getByText(/The policy allows Jun 10, 2027/),
    ).toBeVisible();
    await user.clear(within(dialog).getByLabelText('Until the end of'));
    await user.type(
      within(dialog).getByLabelText('Until the end of'),
      '2026-12-31',
    );
    await user.type(within(dialog).getByLabelText(/^Why it can’t/), 'Late');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith({
        entityRef: 'component:default/checkout',
        requirement: 'test:restore',
        until: '2026-12-31',
        reason: 'Late',
        renews: 'exemption-1',
      }),
    );
  });

  it('keep their filters in the address', async () => {
    const { user } = open();
    await user.click(
      await screen.findByRole('checkbox', { name: 'Waits for me' }),
    );
    await waitFor(() => expect(address()).toContain('waiting=true'));
    await waitFor(async () => expect(await rows()).toHaveLength(1));
  });

  it('say that there are none, and how one is asked for', async () => {
    open([]);
    expect(await screen.findByText('No exemptions')).toBeVisible();
    expect(screen.getByText(/asked for at the gap/)).toBeVisible();
  });

  it('say that the filters leave none, and clear them', async () => {
    const { user } = open(undefined, '?state=withdrawn');
    expect(await screen.findByText('No such exemption')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear all' })[0]);
    expect(await rows()).toHaveLength(2);
  });

  it('have an address each, and say where there is no such one', async () => {
    open(undefined, '/exemption-1');
    expect(await screen.findByText('test: Restore')).toBeVisible();
    expect(screen.getByText(/backup tool is replaced/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All exemptions' }),
    ).toHaveAttribute('href', '/continuity/exemptions');
  });

  it('say so where one is gone', async () => {
    open([], '/nothing');
    expect(await screen.findByText('There is no such exemption')).toBeVisible();
  });

  it('say whom to ask where they may not be read', async () => {
    const api = new FakeExemptionApi([]);
    jest.spyOn(api, 'list').mockRejectedValue(
      aResponseError(403, {
        error: { name: 'NotAllowedError', message: '' },
      }),
    );
    renderExemptions(api);
    expect(await screen.findByText('You may not see exemptions')).toBeVisible();
  });

  it('can be tried again where they could not be loaded', async () => {
    const api = new FakeExemptionApi([anExemption()]);
    jest
      .spyOn(api, 'list')
      .mockRejectedValueOnce(
        aResponseError(500, { error: { name: 'Error', message: 'away' } }),
      );
    const user = renderExemptions(api);
    await user.click(await screen.findByRole('button', { name: /try again/i }));
    expect(await rows()).toHaveLength(1);
  });
});
