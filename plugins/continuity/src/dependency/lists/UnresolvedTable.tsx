import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { UnresolvedList } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { Mark } from '../Mark';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    gap: theme.spacing(0.5, 3),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  ref: { overflowWrap: 'anywhere', fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  intro: { marginBottom: theme.spacing(1.5) },
}));

/** What dependencies name and the catalog does not have, with who names it. */
export const UnresolvedTable = (props: { list: UnresolvedList }) => {
  const { items } = props.list;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <>
      <Typography variant="body2" className={classes.intro}>
        {t('dependency.overview.unresolved.whatToDo')}
      </Typography>
      <ul
        className={classes.list}
        aria-label={t('dependency.overview.section.unresolved')}
      >
        {items.map(item => {
          const more = item.namedByTotal - item.namedBy.length;
          return (
            <li key={item.ref} className={classes.item}>
              <div className={classes.ref}>
                <Mark kind="unresolved">{item.ref}</Mark>
              </div>
              <div>
                <span className={classes.quiet}>
                  {t('dependency.overview.column.namedBy')}{' '}
                </span>
                {item.namedBy.map(({ entityRef, title }, index) => (
                  <span key={entityRef}>
                    {index > 0 && ', '}
                    <EntityName entityRef={entityRef} title={title} />
                  </span>
                ))}
                {more > 0 &&
                  ` ${t('dependency.overview.unresolved.andMore', {
                    count: more,
                    shown: number(more),
                  })}`}
                {item.redacted > 0 && (
                  <div className={classes.quiet}>
                    {t('dependency.redacted', { count: item.redacted })}
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
};
