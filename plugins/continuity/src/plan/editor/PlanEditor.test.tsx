import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import {
  aPlanDetail,
  aPlanDraft,
  aPlanText,
} from '../../../dev/fixtures/aPlan';
import { FakePlanApi } from '../../../dev/fixtures/FakePlanApi';
import { renderPlans } from '../../../dev/fixtures/renderPlans';

const aDraft = (said: Parameters<typeof aPlanText>[0] = {}) =>
  aPlanDetail({
    version: aPlanDraft({ version: 1, contents: aPlanText(said) }),
  });

function edit(plan = aDraft()) {
  const api = new FakePlanApi([plan]);
  return {
    api,
    save: jest.spyOn(api, 'saveDraft'),
    user: renderPlans(api, `/${plan.id}?edit=1`),
  };
}

const field = (name: string) => screen.findByRole('textbox', { name });
const titles = () =>
  within(screen.getByRole('list', { name: 'Recovery steps' }))
    .getAllByRole('textbox', { name: /^Title of step/ })
    .map(each => (each as HTMLInputElement).value);

afterEach(() => window.localStorage.clear());

describe('the editor of a plan', () => {
  it('saves what was written after a pause, on the revision that it began with', async () => {
    const { save } = edit();
    fireEvent.change(await field('Procedures for loss of service'), {
      target: { value: 'Orders by mail.' },
    });
    expect(screen.getByText('Not saved yet…')).toBeInTheDocument();
    expect(
      window.localStorage.getItem('continuity.plan-draft.plan-checkout'),
    ).toContain('Orders by mail.');
    expect(await screen.findByText(/^Saved /)).toBeInTheDocument();
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0][1].contents.lossOfService).toBe(
      'Orders by mail.',
    );
    expect(save.mock.calls[0][2]).toEqual({ revision: 7 });
    expect(
      window.localStorage.getItem('continuity.plan-draft.plan-checkout'),
    ).toBeNull();
  });

  it('shows what another saved meanwhile, and keeps both', async () => {
    const { api, save } = edit();
    const purpose = await field('Purpose');
    // somebody else, from the same revision
    const theirs = { ...aPlanText(), purpose: 'Theirs', returnToNormal: 'T2' };
    await api.saveDraft('plan-checkout', { contents: theirs }, { revision: 7 });
    save.mockClear();

    fireEvent.change(purpose, { target: { value: 'Mine' } });
    expect(
      await screen.findByText(
        /Changed by them and taken over: Return to normal/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('Changed by both of you:')).toBeInTheDocument();
    fireEvent.click(
      screen.getByRole('button', { name: 'Go on with this and save' }),
    );
    await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(save.mock.calls[1][1].contents).toMatchObject({
      purpose: 'Mine',
      returnToNormal: 'T2',
    });
    expect(save.mock.calls[1][2]).toEqual({ revision: 8 });
    expect(await screen.findByText(/^Saved /)).toBeInTheDocument();
  });

  it('offers words that an earlier visit could not save', async () => {
    window.localStorage.setItem(
      'continuity.plan-draft.plan-checkout',
      JSON.stringify({
        contents: aPlanText({ purpose: 'From the train' }),
        revision: 6,
        at: new Date().toISOString(),
      }),
    );
    const { user } = edit();
    await user.click(
      await screen.findByRole('button', { name: 'Take them over' }),
    );
    expect(await field('Purpose')).toHaveValue('From the train');
  });

  it('lists what is missing, and takes “not applicable” with a reason for it', async () => {
    const { user } = edit(aDraft({ lossOfService: '' }));
    const submit = await screen.findByRole('button', {
      name: 'Submit for review',
    });
    expect(submit).toBeDisabled();
    expect(
      screen.getByRole('link', { name: 'Procedures for loss of service' }),
    ).toHaveAttribute('href', '#plan-lossOfService');
    await user.click(screen.getByRole('checkbox', { name: 'Not applicable' }));
    expect(submit).toBeDisabled();
    fireEvent.change(await field('Why it does not apply'), {
      target: { value: 'Nobody notices.' },
    });
    await waitFor(() => expect(submit).toBeEnabled());
  });

  it('puts steps in order by buttons, and takes them away and back', async () => {
    const { user } = edit();
    await field('Purpose');
    await user.click(
      screen.getByRole('button', { name: 'Move Restore the database up' }),
    );
    expect(titles().slice(0, 2)).toEqual([
      'Restore the database',
      'Stop what does harm',
    ]);
    expect(
      screen.getByText('Restore the database is now step 1'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Remove Stop what does harm' }),
    );
    expect(titles()).not.toContain('Stop what does harm');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(titles()[1]).toBe('Stop what does harm');
  });

  it('refuses steps that would wait for each other, with their names', async () => {
    const { user } = edit();
    await field('Purpose');
    const first = within(
      screen.getByRole('list', { name: 'Recovery steps' }),
    ).getAllByRole('listitem')[0];
    await user.click(within(first).getByRole('button', { name: /^After/ }));
    await user.click(
      screen.getByRole('option', { name: '2. Restore the database' }),
    );
    await user.keyboard('{Escape}');
    expect(
      await within(first).findByText(/These steps would wait for each other/),
    ).toHaveTextContent('Restore the database');
  });

  it('says what is wrong with a duration, and keeps the last good one', async () => {
    const { save } = edit();
    const [duration] = await screen.findAllByRole('textbox', {
      name: 'Expected duration',
    });
    fireEvent.change(duration, { target: { value: '4' } });
    expect(duration).toHaveAttribute('aria-invalid', 'true');
    expect(save).not.toHaveBeenCalled();
    fireEvent.change(duration, { target: { value: '10 min' } });
    expect(duration).toHaveAttribute('aria-invalid', 'false');
    await waitFor(() => expect(save).toHaveBeenCalled());
    expect(save.mock.calls[0][1].contents.steps![0].expectedDuration).toBe(
      'PT10M',
    );
  });

  it('says who else has the draft open', async () => {
    edit({
      ...aDraft(),
      editors: [
        { by: 'user:default/jonas', lastSeenAt: new Date().toISOString() },
      ],
    });
    expect(
      await screen.findByText(/jonas has this draft open, too/),
    ).toBeInTheDocument();
    await act(async () => {});
  });
});
