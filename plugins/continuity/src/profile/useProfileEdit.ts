import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  profileFields,
  readFieldIssues,
  readProfileConflict,
  type ContinuityPolicy,
  type EntityContinuity,
  type FieldIssue,
  type ProfileConflict,
  type ProfileField,
  type ProfilePatch,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { conflictingFields } from './conflictingFields';
import type { ConflictChoice } from './ConflictPanel';
import {
  draftOf,
  readDraft,
  type FieldDraft,
  type ProfileDraft,
} from './profileDraft';

/** State of the edit form: the draft, what is wrong with it, and what somebody else saved meanwhile. */
export function useProfileEdit(options: {
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  focus?: ProfileField;
  onSaved: (continuity: EntityContinuity) => void;
}) {
  const { policy, focus, onSaved } = options;
  const api = useApi(continuityApiRef);
  const [base, setBase] = useState(options.continuity);
  const [draft, setDraft] = useState(() =>
    openedAt(draftOf(base.profile), focus),
  );
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FieldIssue[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [conflict, setConflict] = useState<ProfileConflict>();
  const [choices, setChoices] = useState<
    Partial<Record<ProfileField, ConflictChoice>>
  >({});

  const { entityRef } = base;
  const read = readDraft({ draft, profile: base.profile, policy, entityRef });
  const issues = [...(tried && !read.ok ? read.issues : []), ...refused];
  const fields =
    conflict && read.ok
      ? conflictingFields({
          base: base.profile,
          current: conflict.current.profile,
          patch: read.patch,
        })
      : undefined;

  const send = async (patch: ProfilePatch, revision: number) => {
    setSaving(true);
    setFailure(undefined);
    setRefused([]);
    try {
      const values = {
        values: patch,
        ...(reason.trim() && { reason: reason.trim() }),
      };
      onSaved(await api.updateProfile(entityRef, values, { revision }));
    } catch (error) {
      setSaving(false);
      const newer = readProfileConflict(error);
      const wrong = readFieldIssues(error);
      if (newer) {
        setConflict(newer);
        setChoices({});
      } else if (wrong.length > 0) {
        setConflict(undefined);
        setRefused(wrong);
      } else {
        setFailure(error);
      }
    }
  };

  return {
    base,
    draft,
    reason,
    setReason,
    saving,
    failure,
    conflict,
    fields,
    choices,
    changed: read.changed,
    dirty: read.changed.length > 0 || reason.trim() !== '',
    issues,
    issueOf: (field: ProfileField) =>
      issues.find(issue => issue.field.split('.')[0] === field)?.message,
    /** Refusals that belong to no field of the form. */
    otherIssues: issues.filter(
      issue => !profileFields.some(f => f === issue.field.split('.')[0]),
    ),
    choose: (field: ProfileField, choice: ConflictChoice) =>
      setChoices({ ...choices, [field]: choice }),
    change: (field: ProfileField, next: FieldDraft) => {
      setDraft({ ...draft, [field]: next });
      setRefused(refused.filter(i => i.field.split('.')[0] !== field));
    },
    save: async () => {
      setTried(true);
      if (read.ok) await send(read.patch, base.revision);
    },
    /** Saves once more, on top of what somebody else saved, with the choices that were made. */
    saveResolved: async () => {
      if (!conflict || !fields || !read.ok) return;
      const { current } = conflict;
      const kept = [
        ...fields.mine,
        ...fields.contested
          .filter(row => choices[row.field] === 'mine')
          .map(row => row.field),
      ];
      const theirs = draftOf(current.profile);
      const merged = { ...theirs };
      for (const field of kept) merged[field] = draft[field];
      const again = readDraft({
        draft: merged,
        profile: current.profile,
        policy,
        entityRef,
      });
      setBase(current);
      setDraft(merged);
      setConflict(undefined);
      if (!again.ok) return;
      if (again.changed.length === 0) onSaved(current);
      else await send(again.patch, current.revision);
    },
  };
}

/** Whoever comes to set one field finds it ready to be set. */
function openedAt(draft: ProfileDraft, focus?: ProfileField): ProfileDraft {
  if (!focus || draft[focus].mode !== 'inherit') return draft;
  return { ...draft, [focus]: { ...draft[focus], mode: 'set' } };
}
