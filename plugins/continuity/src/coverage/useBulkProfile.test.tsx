import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import type {
  BulkProfileRequest,
  ContinuityApi,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { continuityApiRef } from '../api';
import { useBulkProfile } from './useBulkProfile';

const refs = Array.from({ length: 120 }, (_, i) => `component:default/s${i}`);

const allChanged = async ({ entityRefs }: BulkProfileRequest) => ({
  items: entityRefs.map(entityRef => ({
    entityRef,
    result: 'changed' as const,
  })),
});

function renderBulk(updateProfiles: jest.Mock) {
  const api = { updateProfiles } as unknown as ContinuityApi;
  return renderHook(() => useBulkProfile(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[continuityApiRef, api]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

const request = { entityRefs: refs, values: { tier: 'tier-1' }, reason: 'Audit' };
const countOf = (run: ReturnType<typeof useBulkProfile>['run'], result: string) =>
  run?.outcomes.filter(outcome => outcome.result === result).length;

describe('useBulkProfile', () => {
  it('asks in steps, each service once', async () => {
    const updateProfiles = jest.fn(allChanged);
    const { result } = renderBulk(updateProfiles);
    await act(() => result.current.start(request));
    const asked = updateProfiles.mock.calls.map(([each]) => each.entityRefs);
    expect(asked.map(step => step.length)).toEqual([50, 50, 20]);
    expect(asked.flat()).toEqual(refs);
    expect(result.current.run).toMatchObject({ state: 'finished', total: 120 });
    expect(countOf(result.current.run, 'changed')).toBe(120);
  });

  it('stops at a step that fails and names what was not done, with the reason', async () => {
    const updateProfiles = jest
      .fn(allChanged)
      .mockImplementationOnce(allChanged)
      .mockRejectedValueOnce(new Error('The network is down'));
    const { result } = renderBulk(updateProfiles);
    await act(() => result.current.start(request));
    expect(updateProfiles).toHaveBeenCalledTimes(2);
    expect(countOf(result.current.run, 'changed')).toBe(50);
    expect(countOf(result.current.run, 'failed')).toBe(70);
    expect(result.current.run?.outcomes[119]).toEqual({
      entityRef: refs[119],
      result: 'failed',
      message: 'The network is down',
    });
  });

  it('never takes a service that was not answered for done', async () => {
    const updateProfiles = jest.fn().mockResolvedValue({ items: [] });
    const { result } = renderBulk(updateProfiles);
    await act(() =>
      result.current.start({ ...request, entityRefs: refs.slice(0, 2) }),
    );
    expect(countOf(result.current.run, 'failed')).toBe(2);
  });

  it('ends after the step that runs when somebody stops it', async () => {
    const updateProfiles = jest.fn();
    const { result } = renderBulk(updateProfiles);
    updateProfiles.mockImplementation(async each => {
      result.current.stop();
      return allChanged(each);
    });
    await act(() => result.current.start(request));
    expect(updateProfiles).toHaveBeenCalledTimes(1);
    expect(countOf(result.current.run, 'changed')).toBe(50);
    expect(countOf(result.current.run, 'failed')).toBe(70);
  });
});
