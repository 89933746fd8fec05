import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { discoveryApiRef, IdentityApi } from '@backstage/frontend-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const people = [
  {
    ref: 'user:default/anna',
    name: 'Anna Schmidt',
    role: 'Leads the checkout team',
    shows: 'A service from the side of its owner',
  },
  {
    ref: 'user:default/sam',
    name: 'Sam Walker',
    role: 'Contractor',
    shows: 'Half of the company',
  },
];

function renderPage(options?: { people?: typeof people }) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  const page = renderInTestApp(
    <SignInPage onSignInSuccess={onSignInSuccess} />,
    {
      config: {
        backend: { baseUrl: 'http://localhost:7007' },
        ...(options?.people && { demo: { people: options.people } }),
      },
      apis: [[discoveryApiRef, mockApis.discovery()]],
    },
  );
  return { ...page, onSignInSuccess };
}

function answerOfBackend(body: object, status = 200) {
  return jest.spyOn(window, 'fetch').mockResolvedValue({
    ok: status === 200,
    status,
    statusText: 'answer',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as unknown as Response);
}

function sessionOf(userEntityRef: string) {
  const payload = btoa(JSON.stringify({ exp: 4102444800 }));
  return {
    profile: { displayName: 'Somebody' },
    backstageIdentity: {
      token: `e30.${payload}.sig`,
      identity: { type: 'user', userEntityRef, ownershipEntityRefs: [] },
    },
  };
}

describe('SignInPage', () => {
  beforeEach(() => {
    window.sessionStorage.clear();
    (window as any).fetch ??= () => {};
  });

  afterEach(() => jest.restoreAllMocks());

  it('lists everybody with what there is to see as them', () => {
    renderPage({ people });
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      expect.stringContaining('Anna Schmidt'),
      expect.stringContaining('Sam Walker'),
    ]);
    expect(
      screen.getByRole('button', { name: 'Sam Walker' }),
    ).toHaveAccessibleDescription('Contractor Half of the company');
  });

  it('signs in whoever is chosen, with the keyboard alone', async () => {
    const fetch = answerOfBackend(sessionOf('user:default/sam'));
    const { onSignInSuccess } = renderPage({ people });
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [url, init] = fetch.mock.calls[0];
    expect(String(url)).toMatch(/\/auth\/demo\/refresh$/);
    expect(new Headers(init?.headers).get('x-demo-user')).toBe(
      'user:default/sam',
    );
    const identity = onSignInSuccess.mock.calls[0][0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/sam',
    });
  });

  it('asks nobody twice until they sign out', async () => {
    answerOfBackend(sessionOf('user:default/anna'));
    const first = renderPage({ people });
    await userEvent.click(screen.getByRole('button', { name: 'Anna Schmidt' }));
    await waitFor(() => expect(first.onSignInSuccess).toHaveBeenCalled());
    first.unmount();

    const reloaded = renderPage({ people });
    await waitFor(() => expect(reloaded.onSignInSuccess).toHaveBeenCalled());
    await reloaded.onSignInSuccess.mock.calls[0][0].signOut();
    reloaded.unmount();

    renderPage({ people });
    expect(screen.getAllByRole('button')).toHaveLength(2);
  });

  it('says why it failed and leads back to the list', async () => {
    answerOfBackend(
      { error: { name: 'NotFoundError', message: 'try again in a moment' } },
      404,
    );
    renderPage({ people });
    await userEvent.click(screen.getByRole('button', { name: 'Anna Schmidt' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Choose somebody' }),
    );
    expect(
      screen.getByRole('button', { name: 'Anna Schmidt' }),
    ).toBeInTheDocument();
  });

  it('lets nobody in where the demo is not configured', () => {
    renderPage();
    expect(
      screen.getByRole('heading', { name: "Signing in isn't set up yet" }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
