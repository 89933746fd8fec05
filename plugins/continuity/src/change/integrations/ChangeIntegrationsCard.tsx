import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type { ChangeIntegrationsAnswer } from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { NamesProvider } from '../../catalog/Names';
import { isRefusal } from '../../screen/LoadError';
import { Explained } from '../../record/Explained';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { ScopeText } from './ScopeText';
import { WebhookItem } from './WebhookItem';

/** Which machines and change tools ask about changes, and how that goes; nothing for those who may not know. */
export const ChangeIntegrationsCard = () => {
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const shared = usePageStyles();
  const { value, error } = useAsync(() => api.changes.getIntegrations(), [api]);
  if (error && isRefusal(error)) return null;
  return (
    <EntityInfoCard title={t('change.integrations.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('change.integrations.intro', {
          key: <code key="key">continuity.changes</code>,
        })}
      </Typography>
      {!value && !error && <LinearProgress />}
      {error && (
        <Alert severity="error">
          {t('change.integrations.failed', { message: error.message })}
        </Alert>
      )}
      {value && (
        <NamesProvider names={value.names}>
          <div className={shared.root}>
            <Machines machines={value.machines} />
            <Webhooks webhooks={value.webhooks} />
          </div>
        </NamesProvider>
      )}
    </EntityInfoCard>
  );
};

function Machines({ machines }: Pick<ChangeIntegrationsAnswer, 'machines'>) {
  const shared = usePageStyles();
  const { t } = useTranslation();
  return (
    <section>
      <Typography component="h4" className={shared.sub}>
        {t('change.integrations.machines')}
      </Typography>
      {machines.length === 0 ? (
        <Typography variant="body2">
          {t('change.integrations.machinesNone')}
        </Typography>
      ) : (
        <TableContainer>
          <Table
            size="small"
            className={shared.table}
            aria-label={t('change.integrations.machines')}
          >
            <TableHead>
              <TableRow>
                <TableCell>{t('change.integrations.subject')}</TableCell>
                <TableCell>
                  <Explained
                    explanation={t('change.integrations.scopeMeaning')}
                  >
                    {t('change.integrations.scope')}
                  </Explained>
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {machines.map(({ subject, scope }, index) => (
                <TableRow key={`${subject} ${index}`}>
                  <TableCell component="th" scope="row">
                    <code>{subject}</code>
                  </TableCell>
                  <TableCell>
                    <ScopeText scope={scope} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </section>
  );
}

function Webhooks({ webhooks }: Pick<ChangeIntegrationsAnswer, 'webhooks'>) {
  const shared = usePageStyles();
  const { t } = useTranslation();
  return (
    <section>
      <Typography component="h4" className={shared.sub}>
        {t('change.integrations.webhooks')}
      </Typography>
      {webhooks.length === 0 ? (
        <Typography variant="body2">
          {t('change.integrations.webhooksNone')}
        </Typography>
      ) : (
        <ul
          className={shared.plainList}
          aria-label={t('change.integrations.webhooks')}
        >
          {webhooks.map(webhook => (
            <li key={webhook.source} className={shared.divided}>
              <WebhookItem webhook={webhook} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
