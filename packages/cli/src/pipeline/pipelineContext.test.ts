import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipelineContext } from './pipelineContext';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'continuity-event-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = (environment: Record<string, string>) =>
  pipelineContext(environment).bases.map(({ name }) => name);

describe('What a pipeline says', () => {
  it('on GitHub is the pull request of its event', () => {
    const event = path.join(folder, 'event.json');
    const asked = {
      number: 12,
      title: 'Move the shop',
      html_url: 'https://github.com/acme/shop/pull/12',
    };
    writeFileSync(event, JSON.stringify({ pull_request: asked }));
    expect(
      pipelineContext({
        GITHUB_ACTIONS: 'true',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_BASE_REF: 'main',
        GITHUB_EVENT_PATH: event,
      }),
    ).toEqual({
      bases: [
        { name: 'origin/main', called: 'origin/main' },
        { name: 'main', called: 'main' },
      ],
      repository: 'https://github.com/acme/shop',
      change: { id: 'acme/shop#12', title: asked.title, url: asked.html_url },
      request: '12',
    });
  });

  it.each([['no file'], ['{']])(
    'on GitHub can be an event that is %s',
    text => {
      const event = path.join(folder, 'broken.json');
      if (text === '{') writeFileSync(event, text);
      expect(
        pipelineContext({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event }),
      ).toMatchObject({ bases: [], request: undefined });
    },
  );

  it('on GitLab is the merge request, with the target’s commit before the base of the source', () => {
    const context = pipelineContext({
      GITLAB_CI: 'true',
      CI_PROJECT_URL: 'https://gitlab.com/fork/shop',
      CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.com/acme/shop',
      CI_MERGE_REQUEST_PROJECT_PATH: 'acme/shop',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'aaa',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: 'bbb',
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_TITLE: 'Move the shop',
    });
    expect(context.bases.map(({ name }) => name)).toEqual([
      'aaa',
      'bbb',
      'origin/main',
      'main',
    ]);
    expect(context.bases[0].called).toBe('main');
    expect(context).toMatchObject({
      repository: 'https://gitlab.com/acme/shop',
      request: '5',
      change: {
        id: 'acme/shop!5',
        url: 'https://gitlab.com/acme/shop/-/merge_requests/5',
      },
    });
  });

  it.each([
    [{ BITBUCKET_PR_DESTINATION_BRANCH: 'develop' }, 'origin/develop'],
    [{ SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' }, 'origin/main'],
    [{ CHANGE_TARGET: 'release/1' }, 'origin/release/1'],
  ])('elsewhere is the branch of %j', (environment, first) => {
    expect(names(environment)[0]).toBe(first);
  });

  it('is nothing outside a pipeline', () => {
    expect(pipelineContext({})).toEqual({ bases: [], change: {} });
  });
});
