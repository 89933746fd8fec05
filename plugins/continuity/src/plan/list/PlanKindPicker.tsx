import ListSubheader from '@material-ui/core/ListSubheader';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  planKinds,
  planLevelOf,
  type PlanKind,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';

const LEVELS = ['service', 'support', 'coordination'] as const;

/** Chooses the kind of a plan, and says what the kind is for. */
export const PlanKindPicker = (props: {
  id: string;
  kind: PlanKind;
  onChange: (kind: PlanKind) => void;
}) => {
  const { id, kind, onChange } = props;
  const { t } = useTranslation();
  return (
    <TextField
      id={id}
      select
      label={t('plan.new.kind')}
      value={kind}
      onChange={event => onChange(event.target.value as PlanKind)}
      helperText={t(`plan.kindSummary.${kind}`)}
      variant="outlined"
      margin="normal"
      size="small"
      fullWidth
    >
      {LEVELS.flatMap(level => [
        <ListSubheader key={level} disableSticky>
          {t(`plan.level.${level}`)}
        </ListSubheader>,
        ...planKinds
          .filter(each => planLevelOf(each) === level)
          .map(each => (
            <MenuItem key={each} value={each}>
              {t(`plan.kind.${each}`)}
            </MenuItem>
          )),
      ])}
    </TextField>
  );
};
