import { useId } from 'react';
import useAsync from 'react-use/esm/useAsync';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Bia,
  EntityContinuity,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { nameOfRef } from '../../catalog/EntityName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { AnalysisFacts } from './AnalysisFacts';
import { mtpdText, rpoText } from './analysisWords';
import { BiaCurve } from '../bia/BiaCurve';
import { RiskList } from '../risk/RiskList';

const useStyles = makeStyles(theme => ({
  entry: {
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& summary': { cursor: 'pointer' },
  },
}));

/** All analyses that an entity ever had of its own, newest first; each can be opened and read as it was. */
export const AnalysisHistoryDialog = (props: {
  sort: 'bia' | 'risk';
  entityRef: string;
  title: string;
  profile: EntityContinuity['profile'];
  onClose: () => void;
}) => {
  const { sort, entityRef, title, profile, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const loaded = useAsync(
    async (): Promise<Array<Bia | RiskAssessment>> =>
      sort === 'bia'
        ? (await api.analyses.getBia(entityRef)).history
        : (await api.analyses.getRiskAssessment(entityRef)).history,
    [api, sort, entityRef],
  );
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {loaded.loading && <Progress />}
        {loaded.error && (
          <Alert severity="error" role="alert">
            {errorMessage(loaded.error)}
          </Alert>
        )}
        {loaded.value?.map(analysis => (
          <Entry key={analysis.id} analysis={analysis} profile={profile} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('analysis.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

function Entry(props: {
  analysis: Bia | RiskAssessment;
  profile: EntityContinuity['profile'];
}) {
  const { analysis, profile } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const isBia = 'result' in analysis;
  return (
    <details className={classes.entry}>
      <summary>
        <strong>{t(`analysis.state.${analysis.state}`)}</strong>
        {' · '}
        {nameOfRef(analysis.recordedBy, 'user')}
        {' · '}
        <Moment at={analysis.recordedAt} />
        {isBia &&
          ` · MTPD ${mtpdText(t, analysis.result)}, RPO ${rpoText(
            t,
            analysis.result.rpo,
          )}`}
      </summary>
      {isBia ? (
        <BiaCurve bia={analysis} profile={profile} />
      ) : (
        <RiskList content={analysis.content} />
      )}
      <AnalysisFacts analysis={analysis} dueOn={null} dueAt={null} />
    </details>
  );
}
