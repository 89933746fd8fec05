import Checkbox from '@material-ui/core/Checkbox';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type DependencyEdgeDetail,
  type DependencyEdgeList,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { DependencyMarks } from '../DependencyMarks';
import { Mark } from '../Mark';

const useStyles = makeStyles(theme => ({
  scroll: { overflowX: 'auto' },
  head: { fontWeight: 700, whiteSpace: 'nowrap' },
  marks: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25, 1.5) },
  box: { width: 1, paddingRight: 0 },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

export type DependencyEdgeItem = DependencyEdgeList['items'][number];

export const edgeKey = (edge: Pick<DependencyEdgeDetail, 'from' | 'to'>) =>
  `${edge.from} ${edge.to}`;

/** Dependencies to be called hard or soft, one by one or several at once. */
export const EdgeTable = (props: {
  list: DependencyEdgeList;
  chosen: ReadonlyMap<string, DependencyEdgeItem>;
  onChoose: (items: DependencyEdgeItem[], chosen: boolean) => void;
  onClassify: (item: DependencyEdgeItem) => void;
}) => {
  const { list, chosen, onChoose, onClassify } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const open = list.items.filter(({ edge }) => edge.mayClassify);
  const chosenHere = open.filter(({ edge }) => chosen.has(edgeKey(edge)));
  return (
    <div className={classes.scroll}>
      <Table
        size="small"
        aria-label={t('dependency.overview.section.unclassified')}
      >
        <TableHead>
          <TableRow>
            <TableCell className={classes.box} padding="checkbox">
              <Checkbox
                color="primary"
                size="small"
                disabled={open.length === 0}
                checked={open.length > 0 && chosenHere.length === open.length}
                indeterminate={
                  chosenHere.length > 0 && chosenHere.length < open.length
                }
                onChange={(_, checked) => onChoose(open, checked)}
                inputProps={{
                  'aria-label': t('dependency.overview.unclassified.selectAll'),
                }}
              />
            </TableCell>
            {(['from', 'to', 'strength', 'action'] as const).map(column => (
              <TableCell key={column} className={classes.head}>
                {t(`dependency.overview.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {list.items.map(item => {
            const { from, to, edge } = item;
            const names = { from: from.title, to: to.title };
            return (
              <TableRow key={edgeKey(edge)}>
                <TableCell className={classes.box} padding="checkbox">
                  <Tooltip title={edge.mayClassify ? '' : whyNot(edge)}>
                    <span>
                      <Checkbox
                        color="primary"
                        size="small"
                        disabled={!edge.mayClassify}
                        checked={chosen.has(edgeKey(edge))}
                        onChange={(_, checked) => onChoose([item], checked)}
                        inputProps={{
                          'aria-label': t(
                            'dependency.overview.unclassified.select',
                            names,
                          ),
                        }}
                      />
                    </span>
                  </Tooltip>
                </TableCell>
                <TableCell component="th" scope="row">
                  <Entity node={from} />
                </TableCell>
                <TableCell>
                  <Entity node={to} />
                </TableCell>
                <TableCell>
                  <div className={classes.marks}>
                    {edge.class === 'hard' && t('dependency.overview.hardWord')}
                    <DependencyMarks
                      item={{
                        class: edge.class,
                        resolved: to.resolved,
                        inCycle: false,
                        edge,
                      }}
                    />
                  </div>
                  {edge.locked && (
                    <div>
                      <Mark kind="locked">
                        {t('dependency.overview.unclassified.file')}
                      </Mark>
                    </div>
                  )}
                  {edge.classification.reason && (
                    <div className={classes.quiet}>
                      {edge.classification.reason}
                      {edge.classification.endurableSeconds !== null &&
                        ` (${t('dependency.overview.unclassified.endurable', {
                          time: describeDuration(
                            edge.classification.endurableSeconds,
                          ),
                        })})`}
                    </div>
                  )}
                </TableCell>
                <TableCell>
                  {edge.mayClassify ? (
                    <Button
                      size="small"
                      color="primary"
                      aria-label={t('dependency.row.classifyOf', names)}
                      onClick={() => onClassify(item)}
                    >
                      {t('dependency.row.classify')}
                    </Button>
                  ) : (
                    <span className={classes.quiet}>{whyNot(edge)}</span>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );

  function whyNot(edge: DependencyEdgeDetail): string {
    return edge.locked
      ? t('dependency.overview.unclassified.locked')
      : t('dependency.overview.unclassified.mayNot');
  }
};

function Entity({ node }: { node: DependencyEdgeItem['from'] }) {
  const classes = useStyles();
  return (
    <>
      <div className={classes.name}>
        <EntityName entityRef={node.entityRef} title={node.title} />
      </div>
      <div className={classes.quiet}>
        {[node.kind, node.type, node.tier?.id].filter(Boolean).join(' · ')}
      </div>
    </>
  );
}
