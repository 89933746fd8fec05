import { makeStyles } from '@material-ui/core/styles';
import { EntityName, nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 0.75),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
  },
  step: {
    display: 'inline-flex',
    gap: theme.spacing(0.75),
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  arrow: { color: theme.palette.text.secondary },
}));

/** A path as breadcrumbs, from what depends to what is depended on: `checkout → payments → ledger-db`. */
export const DependencyPath = (props: {
  path: readonly string[];
  titles?: Record<string, string>;
  /** What the path is called by screen readers. */
  label?: string;
}) => {
  const { path, titles = {}, label } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ol
      className={classes.root}
      aria-label={label ?? t('dependency.pathLabel')}
    >
      {path.map((ref, index) => (
        <li key={`${index}:${ref}`} className={classes.step}>
          {index > 0 && (
            <span className={classes.arrow} aria-hidden>
              →
            </span>
          )}
          <EntityName entityRef={ref} title={titles[ref] ?? nameOfRef(ref)} />
        </li>
      ))}
    </ol>
  );
};
