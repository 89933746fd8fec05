import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { useId, useState } from 'react';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';

/** A deputy says for whom they decide. */
export const PlanDeputyChoice = (props: {
  value: string | undefined;
  onChange: (ref: string | undefined) => void;
}) => {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const [deputy, setDeputy] = useState(value !== undefined);
  const [title, setTitle] = useState<string>();
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={deputy}
            onChange={(_, on) => {
              setDeputy(on);
              if (!on) onChange(undefined);
            }}
          />
        }
        label={t('plan.deputy.asDeputy')}
      />
      {deputy && (
        <PartyPicker
          id={`${id}-for`}
          label={t('plan.deputy.forWhom')}
          value={value ?? ''}
          title={title}
          onChange={(ref, name) => {
            setTitle(name);
            onChange(ref || undefined);
          }}
        />
      )}
    </div>
  );
};
