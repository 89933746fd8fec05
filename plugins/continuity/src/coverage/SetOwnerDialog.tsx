import Typography from '@material-ui/core/Typography';
import { useId, useState } from 'react';
import { useFormats } from '../screen/useFormats';
import { PartyPicker } from '../profile/PartyPicker';
import { useTranslation } from '../translation';
import { BulkProfileDialog, type BulkDialogProps } from './BulkProfileDialog';

/** Sets who is answerable for recovering the chosen services. */
export const SetOwnerDialog = (props: BulkDialogProps) => {
  const { t } = useTranslation();
  const { number } = useFormats();
  const id = useId();
  const [owner, setOwner] = useState({ ref: '', title: '' });
  const count = props.chosen.size;
  return (
    <BulkProfileDialog
      {...props}
      title={t('coverage.bulk.ownerTitle', { count, shown: number(count) })}
      submitLabel={t('coverage.bulk.submitOwner')}
      values={owner.ref ? { recoveryOwner: owner.ref } : undefined}
    >
      {({ showMissing }) => (
        <>
          <Typography variant="body2" gutterBottom>
            {t('coverage.bulk.ownerText')}
          </Typography>
          <PartyPicker
            id={`${id}-owner`}
            label={t('profile.field.recoveryOwner')}
            value={owner.ref}
            title={owner.title}
            error={
              showMissing && !owner.ref
                ? t('coverage.bulk.ownerMissing')
                : undefined
            }
            onChange={(ref, title) => setOwner({ ref, title })}
          />
        </>
      )}
    </BulkProfileDialog>
  );
};
