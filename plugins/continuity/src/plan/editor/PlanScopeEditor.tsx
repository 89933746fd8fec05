import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import {
  isHiddenEntity,
  type CoveredEntity,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { EntityFinder } from '../../catalog/EntityFinder';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    flexWrap: 'wrap',
  },
  parts: { margin: 0 },
  picker: { marginTop: theme.spacing(1), maxWidth: 420 },
}));

/** Chooses entities of the catalog, a system with or without its parts. */
export const PlanScopeEditor = (props: {
  id: string;
  label: string;
  entries: readonly CoveredEntity[];
  /** Names by ref, where they are known. */
  titles: ReadonlyMap<string, string>;
  onChange: (entries: CoveredEntity[]) => void;
}) => {
  const { id, label, entries, titles, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  // what was just chosen is known by the catalog's name for it
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const titleOf = (ref: string) => titles.get(ref) ?? picked.get(ref);

  return (
    <div>
      <ul className={classes.list} aria-label={label}>
        {entries.map(entry => {
          const { entityRef, parts } = entry;
          const name = isHiddenEntity(entityRef)
            ? t('catalog.hidden')
            : titleOf(entityRef) ?? nameOfRef(entityRef);
          return (
            <li key={entityRef} className={classes.item}>
              <EntityName entityRef={entityRef} title={titleOf(entityRef)} />
              {entityRef.startsWith('system:') && (
                <FormControlLabel
                  className={classes.parts}
                  control={
                    <Checkbox
                      color="primary"
                      size="small"
                      checked={parts}
                      inputProps={{
                        'aria-label': t('plan.scope.partsOf', { name }),
                      }}
                      onChange={(_, on) =>
                        onChange(
                          entries.map(each =>
                            each === entry ? { ...each, parts: on } : each,
                          ),
                        )
                      }
                    />
                  }
                  label={t('plan.scope.withParts')}
                />
              )}
              <IconButton
                size="small"
                aria-label={t('plan.scope.remove', { name })}
                onClick={() => onChange(entries.filter(each => each !== entry))}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className={classes.picker}>
        <EntityFinder
          id={id}
          label={label}
          without={entries.map(({ entityRef }) => entityRef)}
          onPick={({ ref, title }) => {
            setPicked(before => new Map(before).set(ref, title));
            onChange([
              ...entries,
              // a system stands for its parts unless somebody says otherwise
              { entityRef: ref, parts: ref.startsWith('system:') },
            ]);
          }}
        />
      </div>
    </div>
  );
};
