import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  importKinds,
  importTemplate,
  type ImportKind,
} from 'backstage-plugin-continuity-common';
import { saveFile } from '../../screen/saveFile';
import { useTranslation } from '../../translation';
import { ColumnsTable } from './ColumnsTable';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1),
  },
  kind: { minWidth: 280 },
  columns: {
    marginTop: theme.spacing(1),
    overflowX: 'auto',
    '& > summary': { cursor: 'pointer', padding: theme.spacing(1, 0) },
  },
}));

/** What is imported: its columns, and a template of them. */
export const KindCard = (props: {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
}) => {
  const { kind, onKind } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const save = () =>
    saveFile(
      `continuity-${kind}.csv`,
      // with the mark by which spreadsheets tell UTF-8
      new Blob([`\uFEFF${importTemplate(kind)}`], {
        type: 'text/csv;charset=utf-8',
      }),
    );
  return (
    <EntityInfoCard title={t('import.kindLabel')}>
      <div className={classes.head}>
        <TextField
          id="import-kind"
          select
          className={classes.kind}
          label={t('import.kindField')}
          value={kind}
          onChange={event => onKind(event.target.value as ImportKind)}
        >
          {importKinds.map(each => (
            <MenuItem key={each} value={each}>
              {t(`import.kind.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button startIcon={<GetAppIcon />} onClick={save}>
          {t('import.template')}
        </Button>
      </div>
      <Typography variant="body2">{t(`import.about.${kind}`)}</Typography>
      <details className={classes.columns}>
        <summary>
          <Typography variant="subtitle2" component="span">
            {t('import.columns')}
          </Typography>
        </summary>
        <ColumnsTable kind={kind} />
      </details>
    </EntityInfoCard>
  );
};
