import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  LARGEST_IMPORT,
  refused,
  type ContinuityApi,
  type ImportAnswer,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { continuityApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { CoverageRoutes } from '../CoverageRoutes';
import { readTextFile } from './readTextFile';

const csv = 'entity_ref,rto\ncomponent:default/checkout,2h\n';

function aRow(row: Partial<ImportRow> = {}): ImportRow {
  return {
    line: 2,
    entityRef: 'component:default/checkout',
    title: '',
    outcome: 'change',
    changes: [{ field: 'rto', before: 'PT4H', after: 'PT2H' }],
    errors: [],
    notes: [],
    id: null,
    ...row,
  };
}

function anAnswer(
  rows: ImportRow[],
  answer: Partial<ImportAnswer> = {},
): ImportAnswer {
  const count = (outcome: string) =>
    rows.filter(row => row.outcome === outcome).length;
  return {
    kind: 'profiles',
    fileName: 'mine.csv',
    imported: false,
    problems: [],
    ignoredColumns: [],
    rows,
    totals: {
      create: count('create'),
      change: count('change'),
      same: count('same'),
      refused: count('refused'),
    },
    fingerprint: 'f'.repeat(64),
    names: { 'component:default/checkout': 'Checkout' },
    ...answer,
  };
}

const refusedRow = aRow({
  line: 3,
  entityRef: 'component:default/<b>bold</b>',
  outcome: 'refused',
  changes: [],
  errors: [{ column: 'entity_ref', ...refused('entity-unknown') }],
});

async function open(
  imports: Partial<ContinuityApi['imports']>,
  query = '',
): Promise<void> {
  renderInTestApp(<CoverageRoutes />, {
    initialRouteEntries: [`/import${query}`],
    mountedRoutes: {
      '/continuity': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [[continuityApiRef, { imports } as unknown as ContinuityApi]],
  });
  await screen.findByRole('heading', { name: 'Import what you have' });
}

async function choose(text = csv): Promise<void> {
  const file = new File([text], 'mine.csv', { type: 'text/csv' });
  await userEvent.upload(screen.getByLabelText('Choose a file'), file);
}

describe('ImportPage', () => {
  it('shows what would become of each row, and imports nothing while one is refused', async () => {
    const dryRun = jest.fn(async () => anAnswer([aRow(), refusedRow]));
    await open({ dryRun });
    await choose();
    expect(
      await screen.findByText('2 rows: 1 change, 1 refused'),
    ).toBeInTheDocument();
    expect(dryRun).toHaveBeenCalledWith('profiles', {
      fileName: 'mine.csv',
      csv,
    });
    const table = screen.getByRole('table', { name: 'What would change' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(
      within(table).getByText('component:default/<b>bold</b>'),
    ).toBeInTheDocument();
    expect(
      within(table).getByText(
        'entity_ref: There is no such entity that you may see.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Import all' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'All rows' }));
    expect(screen.getByText('rto: 4 h → 2 h')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
  });

  it('imports all rows once it was confirmed, and links to what was made', async () => {
    const plan = aRow({
      outcome: 'create',
      title: 'Shop',
      changes: [],
      notes: [{ code: 'awaits-review', detail: '' }],
    });
    const seen = anAnswer([plan], { kind: 'plans' });
    const run = jest.fn(async () => ({
      ...seen,
      imported: true,
      rows: [{ ...plan, id: 'p1' }],
    }));
    await open({ dryRun: async () => seen, run }, '?kind=plans');
    await choose();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import all' }),
    );
    expect(run).not.toHaveBeenCalled();
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Import all',
      }),
    );
    expect(await screen.findByText('1 row imported.')).toBeInTheDocument();
    expect(run).toHaveBeenCalledWith('plans', {
      fileName: 'mine.csv',
      csv,
      fingerprint: seen.fingerprint,
    });
    expect(await screen.findByRole('link', { name: 'Shop' })).toHaveAttribute(
      'href',
      '/continuity/plans/p1',
    );
  });

  it('looks again where something has changed since', async () => {
    const dryRun = jest
      .fn()
      .mockResolvedValueOnce(anAnswer([aRow()]))
      .mockResolvedValueOnce(
        anAnswer([aRow({ outcome: 'same', changes: [] })], {
          fingerprint: 'e'.repeat(64),
        }),
      );
    const run = jest.fn().mockRejectedValue(
      aResponseError(409, {
        error: { name: 'ConflictError', message: 'It has changed.' },
      }),
    );
    await open({ dryRun, run });
    await choose();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Import all' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Import all',
      }),
    );
    expect(
      await screen.findByText(/something has changed since you looked/),
    ).toBeInTheDocument();
    expect(screen.getByText('1 row: 1 stay')).toBeInTheDocument();
    expect(screen.getByText('There is nothing to change.')).toBeInTheDocument();
  });

  it('takes pasted rows, and says what is wrong with them as a whole', async () => {
    await open({
      dryRun: async () =>
        anAnswer([], {
          problems: [
            refused('column-missing', { column: 'entity_ref', about: 'Any.' }),
          ],
        }),
    });
    const check = screen.getByRole('button', { name: 'See what would change' });
    expect(check).toBeDisabled();
    await userEvent.click(screen.getByLabelText(/^Rows, with the names/));
    await userEvent.paste('rto\n4h');
    await userEvent.click(check);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no column entity_ref.',
    );
  });

  it('does not send what is too large, and says so', async () => {
    const dryRun = jest.fn();
    await open({ dryRun });
    await choose('x'.repeat(LARGEST_IMPORT + 1));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This file has more than 10 MB. Import it in parts.',
    );
    expect(dryRun).not.toHaveBeenCalled();
  });

  it('shows that it is at work until the answer is there', async () => {
    let answer: (value: ImportAnswer) => void = () => {};
    const dryRun = () =>
      new Promise<ImportAnswer>(resolve => {
        answer = resolve;
      });
    await open({ dryRun });
    await choose();
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Looking at the rows…' }),
    ).toBeDisabled();
    answer(anAnswer([aRow()]));
    expect(await screen.findByText('1 row: 1 change')).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    await open(
      {
        dryRun: jest
          .fn()
          .mockRejectedValue(
            aResponseError(403, { error: { name: 'NotAllowedError' } }),
          ),
      },
      '?kind=exemptions',
    );
    await choose();
    expect(
      await screen.findByText(/continuity\.exemption\.create/),
    ).toBeInTheDocument();
  });

  it('shows the columns of what was chosen', async () => {
    await open({});
    await userEvent.click(screen.getByText('Columns'));
    expect(
      screen.getByRole('row', { name: /^entity_ref yes/ }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('Sort of record'));
    await userEvent.click(screen.getByRole('option', { name: 'Exemptions' }));
    await waitFor(() =>
      expect(
        screen.getByRole('row', { name: /^requirement yes/ }),
      ).toBeInTheDocument(),
    );
  });
});

describe('readTextFile', () => {
  it.each<[string, number[], string, boolean]>([
    ['UTF-8', [0x47, 0xc3, 0xb6], 'Gö', false],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x47], 'G', false],
    ['UTF-16', [0xff, 0xfe, 0x47, 0x00, 0xf6, 0x00], 'Gö', false],
    [
      'UTF-16 from the other end',
      [0xfe, 0xff, 0x00, 0x47, 0x00, 0xf6],
      'Gö',
      false,
    ],
    [
      'UTF-16 without its mark',
      [0x47, 0x00, 0xf6, 0x00, 0x3b, 0x00],
      'Gö;',
      false,
    ],
    [
      'UTF-16 from the other end without its mark',
      [0x00, 0x47, 0x00, 0x3b],
      'G;',
      false,
    ],
    ['Windows-1252', [0x47, 0xf6, 0xdf], 'Göß', true],
    ['an empty file', [], '', false],
  ])('reads %s', async (_, bytes, text, isGuessed) => {
    expect(
      await readTextFile(new File([new Uint8Array(bytes)], 'a.csv')),
    ).toEqual({
      text,
      isGuessed,
    });
  });
});
