import { Link, LinkButton, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  continuityReadPermission,
  type FindingDetail,
} from 'backstage-plugin-continuity-common';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { MarkdownText } from '../../screen/MarkdownText';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { NamesProvider } from '../../catalog/Names';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { TestSection } from '../page/TestSections';
import { useMe } from '../../screen/useMe';
import { usePageStyles } from '../../screen/usePageStyles';
import { FindingEntities, FindingOwner, FindingSource } from './FindingFacts';
import { FindingFormDialog } from './FindingFormDialog';
import { FindingHistory } from './FindingHistory';
import {
  FindingDue,
  FindingSeverityMark,
  FindingStateMark,
} from './FindingMarks';
import { FindingMoveDialog } from './FindingMoveDialog';
import { allowedMoves, type FindingMove } from './findingMoves';
import { useFindingsAddress } from './useFindingsAddress';

/** One finding: what is wrong and why, who deals with it, and what was done about it. */
export const FindingPage = () => {
  const { findingId = '' } = useParams();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const findings = useFindingsAddress();
  const [changed, setChanged] = useState<FindingDetail>();
  const loaded = useAsyncRetry(
    () => api.tests.findings.get(findingId),
    [api, findingId],
  );
  const finding = changed?.id === findingId ? changed : loaded.value;

  if (!finding && loaded.error) {
    return (loaded.error as { statusCode?: number }).statusCode === 404 ? (
      <Notice
        title={t('finding.unknown.title')}
        text={t('finding.unknown.text')}
        action={
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={findings}
          >
            {t('finding.back')}
          </LinkButton>
        }
      />
    ) : (
      <LoadError
        error={loaded.error}
        title={t('finding.loadFailed')}
        refused={{
          title: t('testing.noAccess.title'),
          text: t('testing.noAccess.text', {
            permission: continuityReadPermission.name,
          }),
        }}
        onRetry={loaded.retry}
      />
    );
  }
  if (!finding) return <Progress />;
  return (
    <NamesProvider names={finding.names}>
      <FindingView
        finding={finding}
        findings={findings}
        onChanged={setChanged}
      />
    </NamesProvider>
  );
};

function FindingView(props: {
  finding: FindingDetail;
  findings: string;
  onChanged: (finding: FindingDetail) => void;
}) {
  const { finding, findings, onChanged } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const me = useMe();
  const [open, setOpen] = useState<FindingMove | 'edit'>();
  const close = () => setOpen(undefined);
  const done = (newer: FindingDetail) => {
    close();
    onChanged(newer);
  };
  const moves = allowedMoves(finding);
  // the way on; to give up or to begin again is never what is suggested
  const next = moves.find(move => move !== 'accept' && move !== 'reopen');
  const why = whyNot();
  const isDone = finding.state === 'verified' || finding.state === 'accepted';
  const facts: Array<[string, ReactNode]> = [
    [t('finding.field.owner'), <FindingOwner key="owner" finding={finding} />],
    [
      t('finding.field.due'),
      isDone ? (
        <FindingDue
          key="due"
          finding={{ dueOn: finding.dueOn, overdue: false }}
        />
      ) : (
        <FindingDue key="due" finding={finding} />
      ),
    ],
    [
      t('finding.field.entities'),
      <FindingEntities key="entities" finding={finding} most={20} />,
    ],
    [
      t('finding.field.source'),
      <FindingSource key="source" finding={finding} findings={findings} />,
    ],
    ...(finding.ticket
      ? ([
          [
            t('finding.field.ticket'),
            <Link key="ticket" to={finding.ticket.url}>
              {finding.ticket.title || finding.ticket.url}
            </Link>,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
  ];

  return (
    <div className={classes.root}>
      <EntityInfoCard>
        <Link to={findings}>{t('finding.back')}</Link>
        <div
          className={classes.row}
          style={{ justifyContent: 'space-between' }}
        >
          <div>
            <Typography
              component="h2"
              style={{
                fontSize: '1.5rem',
                fontWeight: 700,
                overflowWrap: 'anywhere',
              }}
            >
              {finding.title}
            </Typography>
            <div className={classes.row}>
              <FindingSeverityMark severity={finding.severity} />
              <FindingStateMark state={finding.state} />
            </div>
          </div>
          <div className={classes.row}>
            {moves.map(move => (
              <Button
                key={move}
                variant={move === next ? 'contained' : 'outlined'}
                color={move === next ? 'primary' : 'default'}
                onClick={() => setOpen(move)}
              >
                {t(`finding.action.${move}`)}
              </Button>
            ))}
            {finding.allowedActions.includes('finding.update') && (
              <Button variant="outlined" onClick={() => setOpen('edit')}>
                {t('finding.action.edit')}
              </Button>
            )}
          </div>
        </div>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </EntityInfoCard>
      {why && <Alert severity="info">{why}</Alert>}
      <div className={classes.columns}>
        <EntityInfoCard>
          <TestSection title={t('finding.field.description')}>
            {finding.description ? (
              <MarkdownText text={finding.description} />
            ) : (
              <Typography className={classes.quiet}>
                {t('finding.noDescription')}
              </Typography>
            )}
          </TestSection>
          <TestSection title={t('finding.field.cause')}>
            {finding.cause ? (
              <MarkdownText text={finding.cause} />
            ) : (
              <Typography className={classes.quiet}>
                {t('finding.noCause')}
              </Typography>
            )}
          </TestSection>
          {finding.resolution && (
            <TestSection title={t('finding.section.resolution')}>
              <Typography>{finding.resolution.what}</Typography>
              <By by={finding.resolution.by} at={finding.resolution.at} />
            </TestSection>
          )}
          {finding.verification && (
            <TestSection title={t('finding.section.verification')}>
              <Typography>
                <strong>
                  {t(
                    `finding.move.answer.${
                      finding.verification.worked ? 'yes' : 'no'
                    }`,
                  )}
                </strong>{' '}
                {finding.verification.note}
              </Typography>
              <By by={finding.verification.by} at={finding.verification.at} />
            </TestSection>
          )}
          {finding.acceptance && (
            <TestSection title={t('finding.section.acceptance')}>
              <Typography>{finding.acceptance.reason}</Typography>
              <By by={finding.acceptance.approver} at={finding.acceptance.at} />
              {finding.acceptance.requestedBy && (
                <Typography variant="body2" className={classes.quiet}>
                  {t('finding.requestedBy', {
                    who: partyName(finding.acceptance.requestedBy),
                  })}
                </Typography>
              )}
            </TestSection>
          )}
        </EntityInfoCard>
        <FindingHistory finding={finding} />
      </div>
      {open === 'edit' && (
        <FindingFormDialog finding={finding} onDone={done} onClose={close} />
      )}
      {open !== undefined && open !== 'edit' && (
        <FindingMoveDialog
          finding={finding}
          move={open}
          onDone={done}
          onClose={close}
        />
      )}
    </div>
  );

  /** Nobody verifies their own work, nor accepts what they answer for. */
  function whyNot(): string | undefined {
    if (finding.state === 'resolved' && !moves.includes('verify')) {
      return finding.resolution?.by === me
        ? t('finding.why.ownResolution')
        : t('finding.why.mayNotVerify');
    }
    if (
      (finding.state === 'open' || finding.state === 'in-progress') &&
      !moves.includes('accept')
    ) {
      return t('finding.why.mayNotAccept');
    }
    return undefined;
  }
}

function By(props: { by: string; at: string }) {
  const classes = usePageStyles();
  const partyName = usePartyName();
  return (
    <Typography variant="body2" className={classes.quiet}>
      {partyName(props.by)}, <Moment at={props.at} />
    </Typography>
  );
}
