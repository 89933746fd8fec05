import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PublishIcon from '@material-ui/icons/Publish';
import { rootRouteRef } from '../routes';
import { useTranslation } from '../translation';
import { AsOfPicker } from './AsOfPicker';
import { writeCoverageSearch, type CoverageSearch } from './coverageSearch';
import { ExportMenu } from './ExportMenu';
import { ViewsMenu } from './ViewsMenu';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  // one of a row of buttons, not a link in a text
  import: { color: theme.palette.text.primary },
}));

/** What can be done with the whole page: another moment, a view of one's own, a file, and questions. */
export const CoverageActions = (props: {
  search: CoverageSearch;
  timeZone?: string;
  onAsOf: (day: string | undefined) => void;
  onOpenView: (search: string) => void;
  /** Left out where the reader may not, or is at it already. */
  onAsk?: () => void;
  onSetOwner?: () => void;
  mayImport?: boolean;
  onSetTiers?: () => void;
}) => {
  const { search, timeZone, onAsOf, onOpenView } = props;
  const { onAsk, onSetOwner, onSetTiers, mayImport } = props;
  const pages = useRouteRef(rootRouteRef)();
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <AsOfPicker asOf={search.asOf} timeZone={timeZone} onChange={onAsOf} />
      <ViewsMenu
        search={writeCoverageSearch({
          ...search,
          cursor: undefined,
        }).toString()}
        onOpen={onOpenView}
      />
      <ExportMenu search={search} />
      {mayImport && (
        <Button
          component={Link}
          className={classes.import}
          startIcon={<PublishIcon />}
          to={`${pages}/coverage/import`}
        >
          {t('import.open')}
        </Button>
      )}
      {onAsk && (
        <Button variant="outlined" color="primary" onClick={onAsk}>
          {t('coverage.ask.button')}
        </Button>
      )}
      {onSetOwner && (
        <Button variant="outlined" color="primary" onClick={onSetOwner}>
          {t('coverage.setOwner')}
        </Button>
      )}
      {onSetTiers && (
        <Button variant="contained" color="primary" onClick={onSetTiers}>
          {t('coverage.setTiers')}
        </Button>
      )}
    </div>
  );
};
