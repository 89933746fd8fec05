import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  testTimeKeys,
  type TestDetail,
  type TestResult,
  type TestTimeKey,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { Explained } from '../../record/Explained';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { stampPress } from './stampPress';
import { TargetVerdict } from './TargetVerdict';
import { TimeDialog } from './TimeDialog';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedClock } from '../../screen/zonedTime';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  cell: {
    fontVariantNumeric: 'tabular-nums',
    textTransform: 'none',
    whiteSpace: 'nowrap',
    minWidth: 0,
    padding: theme.spacing(0.25, 0.75),
  },
  // a narrow screen scrolls it rather than breaking a time in two
  table: {
    '& td, & th': {
      padding: theme.spacing(0.5, 1),
      overflowWrap: 'normal',
      wordBreak: 'normal',
    },
  },
  box: { width: 1 },
}));

/** The buttons that stamp "now"; the last consistent data is never now. */
const PRESSED = [
  'disruptionStart',
  'declared',
  'dependenciesBack',
  'minimumService',
  'fullService',
] as const satisfies readonly TestTimeKey[];

/** The times of each service under test, stamped by one press for one or for many. */
export const RunTimes = (props: {
  test: TestDetail;
  live: LiveRun;
  zone: string;
  mayRun: boolean;
  /** The test is over: times are typed and not stamped. */
  typed?: boolean;
}) => {
  const { test, live, zone, mayRun, typed } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const { results } = live.view;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typing, setTyping] = useState<{
    time: TestTimeKey;
    results: TestResult[];
  }>();
  const chosen = results.filter(({ entityRef }) => !left.has(entityRef));
  const without = (time: TestTimeKey) =>
    chosen.filter(({ times }) => times[time] === null);
  const choose = (refs: string[], on: boolean) =>
    setLeft(before => {
      const next = new Set(before);
      refs.forEach(ref => (on ? next.delete(ref) : next.add(ref)));
      return next;
    });
  const stamp = (time: TestTimeKey) =>
    live.press(
      stampPress(without(time), time, new Date(live.serverNow()).toISOString()),
    );
  const many = results.length > 1;
  // nothing counts from the declaration: it is never what is missing
  const nextTime = PRESSED.find(
    time => time !== 'declared' && without(time).length > 0,
  );

  return (
    <EntityInfoCard title={t('testRun.times.title')}>
      {mayRun && (
        <>
          <div
            className={classes.bar}
            role="group"
            aria-label={t('testRun.times.stamp')}
          >
            <Typography variant="body2">
              {t('testRun.times.stampFor', {
                count: chosen.length,
                all: results.length,
              })}
            </Typography>
            {(typed ? [] : PRESSED).map(time => (
              <Button
                key={time}
                color="primary"
                variant={time === nextTime ? 'contained' : 'outlined'}
                disabled={without(time).length === 0}
                onClick={() => stamp(time)}
              >
                {t(`testRun.times.now.${time}`)}
              </Button>
            ))}
            {(typed ? testTimeKeys : (['lastConsistentData'] as const)).map(
              time => (
                <Button
                  key={time}
                  variant={typed ? 'outlined' : 'text'}
                  disabled={chosen.length === 0}
                  onClick={() => setTyping({ time, results: chosen })}
                >
                  {t('testRun.times.type', { time: t(`testRun.time.${time}`) })}
                </Button>
              ),
            )}
          </div>
          <Typography variant="body2" className={styles.quiet}>
            {t(typed ? 'testRun.times.typedHint' : 'testRun.times.hint', {
              zone,
            })}
          </Typography>
        </>
      )}
      <TableContainer>
        <Table
          size="small"
          className={classes.table}
          aria-label={t('testRun.times.title')}
        >
          <TableHead>
            <TableRow>
              {mayRun && many && (
                <TableCell className={classes.box} padding="checkbox">
                  <Checkbox
                    color="primary"
                    size="small"
                    checked={chosen.length === results.length}
                    indeterminate={
                      chosen.length > 0 && chosen.length < results.length
                    }
                    onChange={(_, on) =>
                      choose(
                        results.map(({ entityRef }) => entityRef),
                        on,
                      )
                    }
                    inputProps={{ 'aria-label': t('testRun.times.chooseAll') }}
                  />
                </TableCell>
              )}
              <TableCell>{t('testRun.scope.service')}</TableCell>
              {testTimeKeys.map(time => (
                <TableCell key={time}>
                  <Explained explanation={t(`testRun.timeMeaning.${time}`)}>
                    {t(`testRun.time.${time}`)}
                  </Explained>
                </TableCell>
              ))}
              <TableCell>
                <Explained explanation={t('testRun.rta.meaning')}>
                  RTA
                </Explained>
              </TableCell>
              <TableCell>
                <Explained explanation={t('testRun.rpa.meaning')}>
                  RPA
                </Explained>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {results.map(result => (
              <ResultTimes
                key={result.entityRef}
                result={result}
                zone={zone}
                pending={live.view.pending.has(result.entityRef)}
                mayRun={mayRun}
                chosen={
                  mayRun && many ? !left.has(result.entityRef) : undefined
                }
                onChoose={on => choose([result.entityRef], on)}
                onType={time => setTyping({ time, results: [result] })}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {test.entities.redacted > 0 && (
        <Typography variant="body2" className={styles.quiet}>
          {t('testRun.scope.redacted', { count: test.entities.redacted })}
        </Typography>
      )}
      {typing && (
        <TimeDialog
          time={typing.time}
          results={typing.results}
          zone={zone}
          now={() => new Date(live.serverNow()).toISOString()}
          onTyped={at =>
            live.press(stampPress(typing.results, typing.time, at))
          }
          onClose={() => setTyping(undefined)}
        />
      )}
    </EntityInfoCard>
  );
};

function ResultTimes(props: {
  result: TestResult;
  zone: string;
  pending: boolean;
  mayRun: boolean;
  /** Undefined where there is nothing to choose. */
  chosen: boolean | undefined;
  onChoose: (on: boolean) => void;
  onType: (time: TestTimeKey) => void;
}) {
  const { result, zone, pending, mayRun, chosen, onChoose, onType } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const name = result.title ?? nameOfRef(result.entityRef, 'component');
  const { rtaSeconds, rpaSeconds, rto, rpo } = result.measure;
  return (
    <TableRow hover>
      {chosen !== undefined && (
        <TableCell className={classes.box} padding="checkbox">
          <Checkbox
            color="primary"
            size="small"
            checked={chosen}
            onChange={(_, on) => onChoose(on)}
            inputProps={{ 'aria-label': t('testRun.times.choose', { name }) }}
          />
        </TableCell>
      )}
      <TableCell>
        <EntityName entityRef={result.entityRef} title={result.title} />
        {pending && (
          <div className={styles.small}>{t('testRun.save.notSentMark')}</div>
        )}
      </TableCell>
      {testTimeKeys.map(time => {
        const at = result.times[time];
        const text = at ? zonedClock(at, { zone, locale }) : '–';
        return (
          <TableCell key={time}>
            {mayRun ? (
              <Button
                size="small"
                className={classes.cell}
                aria-label={t('testRun.times.typeName', {
                  time: t(`testRun.time.${time}`),
                  name,
                  at: at ? text : t('testRun.time.none'),
                })}
                onClick={() => onType(time)}
              >
                {text}
              </Button>
            ) : (
              <span className={classes.cell}>{text}</span>
            )}
          </TableCell>
        );
      })}
      <TableCell>
        <TargetVerdict seconds={rtaSeconds} against={rto} />
      </TableCell>
      <TableCell>
        <TargetVerdict seconds={rpaSeconds} against={rpo} />
      </TableCell>
    </TableRow>
  );
}
