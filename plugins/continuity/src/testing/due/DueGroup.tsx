import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState } from 'react';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { DueList, type DueListProps } from './DueList';

const useStyles = makeStyles(theme => ({
  root: { borderTop: `1px solid ${theme.palette.divider}` },
  head: { display: 'flex', alignItems: 'center' },
  title: {
    flex: 1,
    justifyContent: 'flex-start',
    textAlign: 'left',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.75, 0),
    font: 'inherit',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  name: { fontWeight: 700, overflowWrap: 'anywhere', flex: 1 },
  open: { transform: 'rotate(180deg)' },
  quiet: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

/** Due items of one group, asked for only once somebody opens it. */
export const DueGroup = (
  props: DueListProps & {
    title: string;
    count: number;
    late: number;
    startsOpen: boolean;
  },
) => {
  const { title, count, late, startsOpen, ...list } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <ButtonBase
          className={classes.title}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          onClick={() => setOpen(!open)}
        >
          <span id={`${id}-title`} className={classes.name}>
            {title}
          </span>{' '}
          <Typography
            variant="body2"
            component="span"
            className={classes.quiet}
          >
            {late > 0
              ? t('testing.due.countLate', {
                  count: number(count),
                  late: number(late),
                })
              : number(count)}
          </Typography>
          <ExpandMoreIcon
            fontSize="small"
            className={open ? classes.open : undefined}
          />
        </ButtonBase>
      </div>
      <div id={`${id}-list`}>
        {open && <DueList {...list} label={title} count={count} />}
      </div>
    </section>
  );
};
