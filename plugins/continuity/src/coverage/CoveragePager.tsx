import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import type { CoverageList } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { useFormats } from '../policy/useFormats';
import { useTranslation } from '../translation';
import { pageSizes } from './coverageSearch';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    paddingTop: theme.spacing(1),
  },
  size: { display: 'inline-flex', alignItems: 'center', gap: 8 },
}));

/** Turns pages by cursor: the next is known from this one, the previous ones from the way here. */
export const CoveragePager = (props: {
  list: CoverageList;
  limit: number;
  /** Undefined where the way here is not known (a copied link). */
  pagesBefore: number | undefined;
  onNext: (cursor: string) => void;
  onPrevious: () => void;
  onFirst: () => void;
  onLimit: (limit: number) => void;
}) => {
  const { list, limit, pagesBefore, onNext, onPrevious, onFirst } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const sizeId = useId();
  const { nextCursor } = list.pageInfo;
  const from = (pagesBefore ?? 0) * limit + 1;
  const shown = list.items.length;

  return (
    <div className={classes.root}>
      <span className={classes.size}>
        <Typography variant="body2" id={sizeId}>
          {t('coverage.pager.rows')}
        </Typography>
        <Select
          value={limit}
          disableUnderline
          labelId={sizeId}
          SelectDisplayProps={{ id: `${sizeId}-value` }}
          onChange={event => props.onLimit(Number(event.target.value))}
        >
          {pageSizes.map(size => (
            <MenuItem key={size} value={size}>
              {size}
            </MenuItem>
          ))}
        </Select>
      </span>
      <Typography variant="body2">
        {pagesBefore === undefined
          ? t('coverage.pager.some', {
              shown: number(shown),
              total: number(list.totalItems),
            })
          : t('coverage.pager.range', {
              from: number(from),
              to: number(from + shown - 1),
              total: number(list.totalItems),
            })}
      </Typography>
      <span>
        {pagesBefore === undefined ? (
          <Button size="small" onClick={onFirst}>
            {t('coverage.pager.first')}
          </Button>
        ) : (
          <IconButton
            size="small"
            aria-label={t('coverage.pager.previous')}
            disabled={pagesBefore === 0}
            onClick={onPrevious}
          >
            <ChevronLeftIcon />
          </IconButton>
        )}
        <IconButton
          size="small"
          aria-label={t('coverage.pager.next')}
          disabled={!nextCursor}
          onClick={() => nextCursor && onNext(nextCursor)}
        >
          <ChevronRightIcon />
        </IconButton>
      </span>
    </div>
  );
};
