import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { Explained } from '../../record/Explained';
import { Moment } from '../../record/Moment';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { ChangeReviewText } from '../ChangeReviewText';
import { ChangeStateMark } from '../ChangeStateMark';
import { ChangeWindow } from '../ChangeWindow';
import { VerdictMark } from '../VerdictMark';
import { CallbackState } from './CallbackState';

export type ChangeAction = ChangeDetail['allowedActions'][number];

/** The way on first; what takes back or changes comes after it. */
const ORDER = [
  'approve',
  'implement',
  'review',
  'assess',
  'update',
  'withdraw',
] as const satisfies readonly ChangeAction[];

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  title: { fontSize: '1.5rem', fontWeight: 700, overflowWrap: 'anywhere' },
}));

/** What change this is, where it stands, and what can be done with it. */
export const ChangeHeader = (props: {
  change: ChangeDetail;
  changes: string;
  zone: string;
  busy: boolean;
  onAction: (action: ChangeAction) => void;
  onHistory: () => void;
}) => {
  const { change, changes, zone, busy, onAction, onHistory } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const { type, model, major, source, externalId, url, review } = change;
  const actions = ORDER.filter(
    each =>
      change.allowedActions.includes(each) &&
      // the page says why where the question can't be asked again
      (each !== 'assess' || change.question?.again === 'possible'),
  );
  const next = actions.find(
    each => each === 'approve' || each === 'implement' || each === 'review',
  );
  const asked = useQuestionText(change.question);
  const known = source === 'portal' || source === 'ci' ? source : undefined;
  const facts: Array<[string, ReactNode]> = [
    [
      t('change.page.fact.type'),
      <span key="type">
        <Explained as="caption" explanation={t(`change.typeMeaning.${type}`)}>
          {t(`change.type.${type}`)}
        </Explained>
        {major && ` · ${t('change.page.major')}`}
        {model && ` · ${t('change.page.model', { model })}`}
      </span>,
    ],
    [
      t('change.page.fact.window'),
      <ChangeWindow
        key="window"
        plannedStart={change.plannedStart}
        plannedEnd={change.plannedEnd}
        zone={zone}
      />,
    ],
    [
      t('change.page.fact.requestedBy'),
      change.requestedBy.startsWith('user:') ? (
        <EntityName
          key="by"
          entityRef={change.requestedBy}
          title={partyName(change.requestedBy)}
        />
      ) : (
        change.requestedBy
      ),
    ],
    [
      t('change.page.fact.recorded'),
      <Moment key="recorded" at={change.createdAt} />,
    ],
    ...(change.implementedAt
      ? ([
          [
            t('change.page.fact.implemented'),
            <Moment key="implemented" at={change.implementedAt} />,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
    [
      t('change.page.fact.source'),
      <span key="source">
        {known ? t(`change.page.source.${known}`) : source}
        {externalId && ` · ${externalId}`}
        {url && (
          <>
            {' · '}
            <Link to={url}>{t('change.page.open')}</Link>
          </>
        )}
      </span>,
    ],
    ...(review
      ? ([
          [
            t('change.page.fact.review'),
            <ChangeReviewText key="review" review={review} />,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
    ...(asked
      ? ([[t('change.page.fact.question'), asked]] as Array<
          [string, ReactNode]
        >)
      : []),
    ...(change.callback
      ? ([
          [
            t('change.page.fact.callback'),
            <CallbackState key="callback" callback={change.callback} />,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
  ];
  return (
    <EntityInfoCard>
      <Link to={`${changes}?view=list`}>{t('change.page.back')}</Link>
      <div className={classes.head}>
        <div>
          <Typography component="h2" className={classes.title}>
            {change.title}
          </Typography>
          <div className={shared.row}>
            <ChangeStateMark state={change.state} />
            <VerdictMark verdict={change.verdict} />
          </div>
        </div>
        <div className={shared.row}>
          {actions.map(action => (
            <Button
              key={action}
              size="small"
              variant={action === next ? 'contained' : 'outlined'}
              color={action === next ? 'primary' : 'default'}
              disabled={busy}
              onClick={() => onAction(action)}
            >
              {t(`change.action.${action}`)}
            </Button>
          ))}
          <Button size="small" variant="outlined" onClick={onHistory}>
            {t('change.action.history')}
          </Button>
        </div>
      </div>
      <dl className={shared.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </EntityInfoCard>
  );
};

/** How many entities, files and documents it was assessed with; empty where nobody knows. */
function useQuestionText(question: ChangeDetail['question']): string {
  const { t } = useTranslation();
  return (['entities', 'files', 'documents'] as const)
    .flatMap(part => {
      const count = question?.[part];
      return count ? t(`change.page.question.${part}`, { count }) : [];
    })
    .join(', ');
}
