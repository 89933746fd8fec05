import { useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../translation';
import { PartyPicker } from './PartyPicker';
import { partyName } from './valueText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  error: { color: theme.palette.error.main },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
}));

/** Who steps in, in order; the order is changed with buttons, so that it needs no pointer. */
export const AlternatesEditor = (props: {
  id: string;
  value: string[];
  /** Names of those who are known, by ref. */
  titles: Record<string, string | null | undefined>;
  error?: string;
  onChange: (refs: string[]) => void;
}) => {
  const { id, value, error, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [found, setFound] = useState<Record<string, string>>({});
  const [said, setSaid] = useState('');
  const nameOf = (ref: string) =>
    found[ref] ?? props.titles[ref] ?? partyName(ref);

  const move = (from: number, to: number) => {
    const next = [...value];
    const [ref] = next.splice(from, 1);
    next.splice(to, 0, ref);
    onChange(next);
    setSaid(
      t('profile.edit.moved', { name: nameOf(ref), position: String(to + 1) }),
    );
  };

  return (
    <div>
      {value.length === 0 && (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('profile.edit.noAlternates')}
        </Typography>
      )}
      <ol className={classes.list}>
        {value.map((ref, index) => (
          <li key={ref} className={classes.item}>
            <span className={classes.name}>
              {index + 1}. {nameOf(ref)}
            </span>
            <IconButton
              size="small"
              aria-label={t('profile.edit.moveUp', { name: nameOf(ref) })}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <ArrowUpwardIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('profile.edit.moveDown', { name: nameOf(ref) })}
              disabled={index === value.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <ArrowDownwardIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('profile.edit.remove', { name: nameOf(ref) })}
              onClick={() => onChange(value.filter(other => other !== ref))}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </li>
        ))}
      </ol>
      <PartyPicker
        // A fresh picker after each choice, so that it is empty again.
        key={value.length}
        id={id}
        label={t('profile.edit.addAlternate')}
        value=""
        error={error}
        onChange={(ref, title) => {
          if (!ref || value.includes(ref)) return;
          setFound({ ...found, [ref]: title });
          onChange([...value, ref]);
        }}
      />
      <span className={classes.hidden} role="status">
        {said}
      </span>
    </div>
  );
};
