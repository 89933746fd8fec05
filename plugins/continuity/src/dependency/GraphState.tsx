import { makeStyles } from '@material-ui/core/styles';
import type { EntityDependencies } from 'backstage-plugin-continuity-common';
import { Moment } from '../record/Moment';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    marginTop: theme.spacing(1.5),
  },
}));

/** Which state of the catalog an answer rests on, and how old that is. */
export const GraphState = (props: {
  data: Pick<EntityDependencies, 'graph' | 'dataAge'>;
}) => {
  const { graph, dataAge } = props.data;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      {t('dependency.state.graphPlain', { revision: String(graph.revision) })}
      {graph.changedAt && (
        <>
          {' '}
          (<Moment at={graph.changedAt} />)
        </>
      )}
      {dataAge.catalogReadAt && (
        <>
          {' · '}
          {t('dependency.state.read')} <Moment at={dataAge.catalogReadAt} />
        </>
      )}
      {dataAge.problem && (
        <div role="alert">
          {t('dependency.state.problem', { problem: dataAge.problem })}
        </div>
      )}
    </div>
  );
};
