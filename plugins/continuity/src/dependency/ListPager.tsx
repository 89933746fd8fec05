import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useFormats } from '../policy/useFormats';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    paddingTop: theme.spacing(1),
  },
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
}

/** Turns pages by cursor: the next is known from this one, the previous ones from the way here. */
export const ListPager = (props: {
  list: {
    items: readonly unknown[];
    totalItems: number;
    pageInfo: { nextCursor?: string };
  };
  paging: Paging;
}) => {
  const { list, paging } = props;
  const { limit, pagesBefore, onNext, onPrevious, onFirst } = paging;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const { nextCursor } = list.pageInfo;
  const from = (pagesBefore ?? 0) * limit + 1;
  const shown = list.items.length;
  if (pagesBefore === 0 && !nextCursor) return null;
  return (
    <div className={classes.root}>
      <Typography variant="body2">
        {pagesBefore === undefined
          ? t('dependency.overview.pager.some', {
              shown: number(shown),
              total: number(list.totalItems),
            })
          : t('dependency.overview.pager.range', {
              from: number(from),
              to: number(from + shown - 1),
              total: number(list.totalItems),
            })}
      </Typography>
      <span>
        {pagesBefore === undefined ? (
          <Button size="small" onClick={onFirst}>
            {t('dependency.overview.pager.first')}
          </Button>
        ) : (
          <IconButton
            size="small"
            aria-label={t('dependency.overview.pager.previous')}
            disabled={pagesBefore === 0}
            onClick={onPrevious}
          >
            <ChevronLeftIcon />
          </IconButton>
        )}
        <IconButton
          size="small"
          aria-label={t('dependency.overview.pager.next')}
          disabled={!nextCursor}
          onClick={() => nextCursor && onNext(nextCursor)}
        >
          <ChevronRightIcon />
        </IconButton>
      </span>
    </div>
  );
};
