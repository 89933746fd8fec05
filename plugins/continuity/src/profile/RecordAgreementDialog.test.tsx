import { screen, waitFor } from '@testing-library/react';
import {
  aContinuity,
  aProfile,
  aValue,
  NOW,
} from '../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { RecordAgreementDialog } from './RecordAgreementDialog';

stopTheClock(NOW);

const newer = aContinuity({ revision: 4 });

async function openForm(continuity = aContinuity()) {
  const recordAgreement = jest.fn().mockResolvedValue(newer);
  const onRecorded = jest.fn();
  const user = renderAtEntity(
    <RecordAgreementDialog
      continuity={continuity}
      onRecorded={onRecorded}
      onClose={() => {}}
    />,
    { recordAgreement, getPolicy: async () => aPolicyResponse },
  );
  await screen.findByRole('textbox', { name: 'Agreed with' });
  return { user, recordAgreement, onRecorded };
}
const input = (name: string) => screen.getByRole('textbox', { name });
const record = () => screen.getByRole('button', { name: 'Record' });

describe('RecordAgreementDialog', () => {
  it('starts with the values that hold, and records what was agreed', async () => {
    const { user, recordAgreement, onRecorded } = await openForm();
    expect(input('RTO')).toHaveValue('4 h');
    await user.clear(input('Agreed with'));
    await user.type(input('Agreed with'), 'The board');
    await user.type(input('Agreed on (document)'), 'SLA-7');
    await user.clear(input('MTPD'));
    await user.click(record());
    await waitFor(() => expect(onRecorded).toHaveBeenCalledWith(newer));
    expect(recordAgreement).toHaveBeenCalledWith('component:default/checkout', {
      values: { tier: 'tier-2', rto: '4 h', rpo: '0' },
      with: 'The board',
      reference: 'SLA-7',
      agreedOn: '2026-06-10',
    });
  });

  it('keeps "holds no data" as it is', async () => {
    await openForm(aContinuity({ profile: aProfile({ rpo: aValue('none') }) }));
    expect(input('RPO')).toHaveValue('none');
  });

  it('says at each field what is wrong, and sends nothing', async () => {
    const { user, recordAgreement } = await openForm();
    await user.clear(input('RTO'));
    await user.type(input('RTO'), '4-6 h');
    const day = screen.getByLabelText('Day of the agreement');
    await user.clear(day);
    await user.type(day, '2026-06-11');
    await user.click(record());
    expect(input('Agreed on (document)')).toHaveAccessibleDescription(
      'This is needed.',
    );
    expect(input('RTO')).toHaveAccessibleDescription(/is a range/);
    expect(day).toHaveAccessibleDescription(/has not come yet/);
    expect(recordAgreement).not.toHaveBeenCalled();
  });

  it('needs at least one value', async () => {
    const { user } = await openForm(aContinuity({ profile: aProfile() }));
    await user.type(input('Agreed on (document)'), 'SLA-7');
    await user.click(record());
    expect(screen.getByRole('alert')).toHaveTextContent(
      /At least one of tier, rto, rpo and mtpd/,
    );
  });
});
