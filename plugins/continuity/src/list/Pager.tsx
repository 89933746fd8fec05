import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useId } from 'react';
import { useTranslation } from '../translation';
import { useFormats } from '../screen/useFormats';

/** How many entries a page may have, where the reader chooses. */
export const pageSizes = [25, 50, 100];

/** How many a page has where nobody chose. */
export const usualPageSize = 50;

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

/** How a list is turned page by page. */
export interface Paging {
  /** Entries of a whole page. */
  limit: number;
  /** Undefined where the way here is not known (a copied link). */
  pagesBefore: number | undefined;
  onNext: (cursor: string) => void;
  onPrevious: () => void;
  onFirst: () => void;
  /** Where the reader chooses how many entries a page has. */
  onLimit?: (limit: number) => void;
}

/** Turns pages by cursor: the next is known from this one, the previous ones from the way here. */
export const Pager = (props: {
  list: {
    items: readonly unknown[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  };
  paging: Paging;
}) => {
  const { list, paging } = props;
  const { limit, pagesBefore, onNext, onPrevious, onFirst, onLimit } = paging;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const sizeId = useId();
  const { nextCursor } = list.pageInfo;
  const from = (pagesBefore ?? 0) * limit + 1;
  const shown = list.items.length;

  return (
    <div className={classes.root}>
      {onLimit && (
        <span className={classes.size}>
          <Typography variant="body2" id={sizeId}>
            {t('policy.pager.rows')}
          </Typography>
          <Select
            value={limit}
            disableUnderline
            labelId={sizeId}
            SelectDisplayProps={{ id: `${sizeId}-value` }}
            onChange={event => onLimit(Number(event.target.value))}
          >
            {pageSizes.map(size => (
              <MenuItem key={size} value={size}>
                {size}
              </MenuItem>
            ))}
          </Select>
        </span>
      )}
      <Typography variant="body2">
        {pagesBefore === undefined
          ? t('policy.pager.some', {
              shown: number(shown),
              total: number(list.totalItems),
            })
          : t('policy.pager.range', {
              from: number(from),
              to: number(from + shown - 1),
              total: number(list.totalItems),
            })}
      </Typography>
      <span>
        {pagesBefore === undefined ? (
          <Button size="small" onClick={onFirst}>
            {t('policy.pager.first')}
          </Button>
        ) : (
          <IconButton
            size="small"
            aria-label={t('policy.pager.previous')}
            disabled={pagesBefore === 0}
            onClick={onPrevious}
          >
            <ChevronLeftIcon />
          </IconButton>
        )}
        <IconButton
          size="small"
          aria-label={t('policy.pager.next')}
          disabled={!nextCursor}
          onClick={() => nextCursor && onNext(nextCursor)}
        >
          <ChevronRightIcon />
        </IconButton>
      </span>
    </div>
  );
};
