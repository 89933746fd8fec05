import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { PartyPicker } from '../../profile/PartyPicker';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1),
    padding: 0,
  },
}));

/** Who takes part: users and groups of the catalog. */
export const ParticipantsField = (props: {
  id: string;
  participants: readonly string[];
  names: Readonly<Record<string, string>>;
  error?: string;
  onChange: (participants: string[], names: Record<string, string>) => void;
}) => {
  const { id, participants, names, error, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  // after each choice the field is a new, empty one
  const [round, setRound] = useState(0);
  return (
    <div>
      {participants.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('testing.form.participants')}
        >
          {participants.map(ref => (
            <li key={ref}>
              <Chip
                size="small"
                label={names[ref] ?? partyName(ref)}
                onDelete={() =>
                  onChange(
                    participants.filter(each => each !== ref),
                    {},
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <PartyPicker
        key={round}
        id={`${id}-participants`}
        label={t('testing.form.addParticipant')}
        value=""
        error={error}
        onChange={(ref, title) => {
          if (!ref) return;
          setRound(before => before + 1);
          onChange([...new Set([...participants, ref])], { [ref]: title });
        }}
      />
    </div>
  );
};
