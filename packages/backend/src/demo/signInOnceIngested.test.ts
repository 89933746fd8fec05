import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthResolverContext } from '@backstage/plugin-auth-node';
import { signInOnceIngested } from './signInOnceIngested';

const person = { ref: 'user:default/anna', name: 'Anna' };

function contextThat(signInWithCatalogUser: jest.Mock): AuthResolverContext {
  return { signInWithCatalogUser } as Partial<AuthResolverContext> as any;
}

function signIn(context: AuthResolverContext, patience: number) {
  const resolve = signInOnceIngested({
    logger: mockServices.logger.mock(),
    patience,
    pause: 1,
  });
  return resolve({ result: person, profile: {} }, context);
}

describe('signInOnceIngested', () => {
  it('asks again while the user is not in the catalog yet', async () => {
    const ask = jest
      .fn()
      .mockRejectedValueOnce(new NotFoundError('User not found'))
      .mockRejectedValueOnce(
        Object.assign(new Error('starting'), {
          name: 'ServiceUnavailableError',
        }),
      )
      .mockResolvedValue({ token: 't' });
    await expect(signIn(contextThat(ask), 10_000)).resolves.toEqual({
      token: 't',
    });
    expect(ask).toHaveBeenCalledTimes(3);
    expect(ask).toHaveBeenCalledWith({ entityRef: 'user:default/anna' });
  });

  it('gives up after a while and says that the catalog may still be reading', async () => {
    const ask = jest.fn().mockRejectedValue(new NotFoundError('no'));
    await expect(signIn(contextThat(ask), 5)).rejects.toThrow(
      /user:default\/anna isn't in the catalog. .* try again in a moment/,
    );
    expect(ask.mock.calls.length).toBeGreaterThan(1);
  });

  it('passes on any other failure at once', async () => {
    const ask = jest.fn().mockRejectedValue(new Error('no key to sign with'));
    await expect(signIn(contextThat(ask), 10_000)).rejects.toThrow(
      'no key to sign with',
    );
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
