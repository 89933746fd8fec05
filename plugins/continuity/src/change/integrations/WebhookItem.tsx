import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type ChangeIntegrationsAnswer,
} from 'backstage-plugin-continuity-common';
import { changeAddress } from '../../plan/changeAddress';
import { useChangesAddress } from '../../plan/useChangesAddress';
import { Moment } from '../../record/Moment';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { ShapedWord } from '../ShapedWord';
import { ScopeText } from './ScopeText';
import { WebhookMapping } from './WebhookMapping';

export type Webhook = ChangeIntegrationsAnswer['webhooks'][number];

const useStyles = makeStyles(theme => ({
  summary: { cursor: 'pointer', margin: theme.spacing(1, 0) },
}));

/** A change tool: what it said last, whether it hears of outcomes, and how its messages are read. */
export const WebhookItem = (props: { webhook: Webhook }) => {
  const { webhook } = props;
  const { source, tolerance, scope, callback, lastDelivery, failing } = webhook;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  return (
    <>
      <Typography component="h5" className={shared.sub}>
        {source}
      </Typography>
      <dl className={shared.facts}>
        <div>
          <dt>{t('change.integrations.lastDelivery')}</dt>
          <dd>
            {lastDelivery ? (
              <>
                <Moment at={lastDelivery.at} />
                {': '}
                <ChangeName change={lastDelivery.change} />
              </>
            ) : (
              t('change.integrations.noDelivery')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('change.integrations.scope')}</dt>
          <dd>
            <ScopeText scope={scope} />
          </dd>
        </div>
        <div>
          <dt>{t('change.integrations.callback')}</dt>
          <dd>
            {callback ? callback.host : t('change.integrations.noCallback')}
          </dd>
        </div>
      </dl>
      <Failures failing={failing} hasCallback={callback !== null} />
      <details>
        <summary className={classes.summary}>
          {t('change.integrations.mapping')}
        </summary>
        <WebhookMapping webhook={webhook} />
        <Typography className={shared.small}>
          {t('change.integrations.tolerance', {
            time: describeDuration(tolerance),
          })}
        </Typography>
      </details>
    </>
  );
};

function ChangeName(props: {
  change: NonNullable<Webhook['lastDelivery']>['change'];
}) {
  const { change } = props;
  const { t } = useTranslation();
  const changes = useChangesAddress();
  if (!change) return <>{t('change.integrations.hiddenChange')}</>;
  const { id, externalId, title } = change;
  const name = externalId ? `${externalId} · ${title}` : title;
  return changes ? (
    <Link to={changeAddress(changes, id)}>{name}</Link>
  ) : (
    <>{name}</>
  );
}

function Failures(props: {
  failing: Webhook['failing'];
  hasCallback: boolean;
}) {
  const { total, latest } = props.failing;
  const shared = usePageStyles();
  const { t } = useTranslation();
  if (total === 0) {
    return props.hasCallback ? (
      <ShapedWord status="met" word={t('change.integrations.arrives')} />
    ) : null;
  }
  return (
    <>
      <ShapedWord
        status="exposed"
        word={t('change.integrations.failing', { count: total })}
      />
      <ul className={shared.list}>
        {latest.map(({ at, message, waiting, change }) => (
          <li key={`${at} ${change?.id}`}>
            <ChangeName change={change} />
            {': '}
            {t('change.integrations.failure', {
              message,
              what: t(
                waiting
                  ? 'change.integrations.retried'
                  : 'change.integrations.givenUp',
              ),
            })}
            {', '}
            <Moment at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}
