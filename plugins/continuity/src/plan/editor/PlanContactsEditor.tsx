import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanContact,
  PlanContents,
} from 'backstage-plugin-continuity-common';
import { PartyPicker } from '../../profile/PartyPicker';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { freePlanId } from './freePlanId';
import { contactName } from '../planContactName';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 4fr) minmax(0, 3fr) 34px',
    gap: theme.spacing(1),
    alignItems: 'start',
    marginBottom: theme.spacing(1.5),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr) 34px',
      '& > :not(:last-child)': { gridColumn: 1 },
      '& > :last-child': { gridColumn: 2, gridRow: 1 },
    },
  },
  external: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(1),
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Roles and who fills them: people of the catalog, and people outside it; phones are kept elsewhere. */
export const PlanContactsEditor = (props: {
  contents: PlanContents;
  onChange: (patch: (before: PlanContents) => PlanContents) => void;
}) => {
  const { contents, onChange } = props;
  const { contacts } = contents;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const set = (patch: (before: PlanContact[]) => PlanContact[]) =>
    onChange(before => ({ ...before, contacts: patch(before.contacts) }));
  const replace = (next: PlanContact) =>
    set(before => before.map(each => (each.id === next.id ? next : each)));
  const add = (party: PlanContact['party']) =>
    set(before => [
      ...before,
      {
        id: freePlanId(
          'contact',
          before.map(({ id }) => id),
        ),
        role: '',
        party,
        alternateOf: null,
      },
    ]);
  /** Who is gone stands in for nobody, does no step and invokes nothing. */
  const remove = (id: string) =>
    onChange(before => ({
      ...before,
      contacts: before.contacts
        .filter(each => each.id !== id)
        .map(each =>
          each.alternateOf === id ? { ...each, alternateOf: null } : each,
        ),
      steps: before.steps.map(step => ({
        ...step,
        who: step.who.filter(each => each !== id),
      })),
      invocation: {
        ...before.invocation,
        invokers: before.invocation.invokers.filter(each => each !== id),
      },
    }));

  return (
    <>
      <ul className={classes.list}>
        {contacts.map((contact, at) => {
          const { id, role, party, alternateOf } = contact;
          const name = contactName(t, contact, partyName) || String(at + 1);
          return (
            <li key={id} className={classes.item}>
              <TextField
                id={`plan-contact-${id}-role`}
                label={t('plan.contacts.roleOf', { number: at + 1 })}
                placeholder={t('plan.contacts.roleExample')}
                value={role}
                onChange={event =>
                  replace({ ...contact, role: event.target.value })
                }
                variant="outlined"
                size="small"
                inputProps={{ maxLength: 200 }}
              />
              {party.kind === 'internal' ? (
                <PartyPicker
                  id={`plan-contact-${id}-party`}
                  label={t('plan.contacts.whoOf', { number: at + 1 })}
                  value={party.ref}
                  title={partyName(party.ref)}
                  onChange={ref => {
                    if (ref) replace({ ...contact, party: { ...party, ref } });
                  }}
                />
              ) : (
                <div className={classes.external}>
                  <TextField
                    id={`plan-contact-${id}-name`}
                    label={t('plan.contacts.nameOf', { number: at + 1 })}
                    value={party.name}
                    onChange={event =>
                      replace({
                        ...contact,
                        party: { ...party, name: event.target.value },
                      })
                    }
                    variant="outlined"
                    size="small"
                    inputProps={{ maxLength: 200 }}
                  />
                  <TextField
                    id={`plan-contact-${id}-organisation`}
                    label={t('plan.contacts.organisation')}
                    value={party.organisation}
                    onChange={event =>
                      replace({
                        ...contact,
                        party: { ...party, organisation: event.target.value },
                      })
                    }
                    variant="outlined"
                    size="small"
                    inputProps={{ maxLength: 200 }}
                  />
                </div>
              )}
              <TextField
                id={`plan-contact-${id}-for`}
                select
                label={t('plan.contacts.standsInFor')}
                value={alternateOf ?? ''}
                onChange={event =>
                  replace({
                    ...contact,
                    alternateOf: event.target.value || null,
                  })
                }
                variant="outlined"
                size="small"
              >
                <MenuItem value="">{t('plan.contacts.nobody')}</MenuItem>
                {contacts
                  .filter(each => each.id !== id)
                  .map(each => (
                    <MenuItem key={each.id} value={each.id}>
                      {contactName(t, each, partyName) || each.id}
                    </MenuItem>
                  ))}
              </TextField>
              <IconButton
                size="small"
                aria-label={t('plan.contacts.remove', { name })}
                onClick={() => remove(id)}
              >
                <DeleteOutlineIcon fontSize="small" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className={classes.buttons}>
        <AddInternal
          // a new one is empty again
          key={contacts.length}
          onAdd={ref => add({ kind: 'internal', ref })}
        />
        <Button
          size="small"
          variant="outlined"
          color="primary"
          onClick={() => add({ kind: 'external', name: '', organisation: '' })}
        >
          {t('plan.contacts.addExternal')}
        </Button>
      </div>
    </>
  );
};

/** A contact of the catalog is somebody from the first moment: a ref can't be empty. */
function AddInternal({ onAdd }: { onAdd: (ref: string) => void }) {
  const { t } = useTranslation();
  return (
    <div style={{ width: 280 }}>
      <PartyPicker
        id="plan-contact-add"
        label={t('plan.contacts.addInternal')}
        value=""
        onChange={ref => {
          if (ref) onAdd(ref);
        }}
      />
    </div>
  );
}
