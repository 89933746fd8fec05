import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { LossFilter } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { FilterPicker } from '../coverage/FilterPicker';
import { readMarks, writeMarks } from '../dependency/loss/whatIfAddress';
import { useTranslation } from '../translation';
import { useFacets, type LossFacet } from './useFacets';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(1),
  },
  help: { color: theme.palette.text.secondary },
  text: { width: 356 },
}));

const PICKED = [
  'kind',
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
] as const satisfies readonly LossFacet[];

const words = (text: string) =>
  text
    .split(',')
    .map(word => word.trim())
    .filter(Boolean);

/** Takes out what is empty; nothing at all is no filter. */
function tidied(filter: LossFilter): LossFilter | undefined {
  const entries = Object.entries(filter).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return entries.length
    ? (Object.fromEntries(entries) as LossFilter)
    : undefined;
}

function FacetPicker(props: {
  field: LossFacet;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { field, chosen, onChange } = props;
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { value = [], loading, error } = useFacets(field, opened);
  return (
    <FilterPicker
      label={t(`dependency.loss.${field}`)}
      options={value}
      chosen={chosen}
      nameOf={each =>
        field === 'owner' || field === 'system' || field === 'domain'
          ? nameOfRef(each, field === 'owner' ? 'group' : field)
          : each
      }
      onChange={onChange}
      onOpen={() => setOpened(true)}
      loading={loading}
      failed={Boolean(error)}
    />
  );
}

/** Which entities are lost, by what they have in common: a region's label, an owner, a system. */
export const LossFilterFields = (props: {
  filter: LossFilter | undefined;
  onChange: (filter: LossFilter | undefined) => void;
}) => {
  const { filter = {}, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [texts, setTexts] = useState({
    labels: writeMarks(filter.labels),
    annotations: writeMarks(filter.annotations),
    tags: (filter.tags ?? []).join(', '),
  });
  const change = (patch: Partial<LossFilter>) =>
    onChange(tidied({ ...filter, ...patch }));
  const write = (key: keyof typeof texts, text: string) => {
    setTexts(last => ({ ...last, [key]: text }));
    const parts = words(text);
    change({
      [key]: key === 'tags' ? parts : readMarks(parts),
    });
  };

  return (
    <div>
      <Typography variant="body2" className={classes.help}>
        {t('dependency.loss.orFilterHelp')}
      </Typography>
      <div className={classes.root}>
        {PICKED.map(field => (
          <FacetPicker
            key={field}
            field={field}
            chosen={filter[field] ?? []}
            onChange={values => change({ [field]: values })}
          />
        ))}
        {(['labels', 'annotations', 'tags'] as const).map(key => (
          <TextField
            key={key}
            id={`continuity-loss-${key}`}
            className={classes.text}
            size="small"
            variant="outlined"
            label={t(`dependency.loss.${key}`)}
            helperText={
              key === 'tags'
                ? t('dependency.loss.tagsHelp')
                : t('dependency.loss.labelsHelp')
            }
            value={texts[key]}
            onChange={event => write(key, event.target.value)}
          />
        ))}
      </div>
    </div>
  );
};
