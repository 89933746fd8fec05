import { useApi } from '@backstage/core-plugin-api';
import {
  canonicalJson,
  planContentsSchema,
  readPlanConflict,
  renamePlanEntities,
  type PlanConflict,
  type PlanContents,
  type PlanDetail,
} from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import {
  forgetPlanCopy,
  keepPlanCopy,
  readPlanCopy,
  type PlanLocalCopy,
} from './planLocalCopy';

/** How long somebody has to pause before what they wrote is saved. */
const PAUSE_MS = 1_500;
const HEARTBEAT_MS = 20_000;

export type PlanSaveState =
  | { state: 'unchanged' }
  | { state: 'unsaved' }
  | { state: 'saving' }
  | { state: 'saved'; at: Date }
  | { state: 'failed'; message: string }
  | { state: 'conflict'; conflict: PlanConflict };

/** What the editor begins with: the open version, else the one in force without the change that asked for that. */
function beginning(plan: PlanDetail): PlanContents {
  if (plan.draft) return plan.draft.contents;
  if (plan.open) return plan.version.contents;
  return {
    ...renamePlanEntities(plan.version.contents, plan.renamed),
    changeReference: '',
  };
}

/** Draft contents that save themselves; two who write at the same time can't overwrite each other. */
export function usePlanDraft(plan: PlanDetail) {
  const api = useApi(continuityApiRef);
  const [contents, setContents] = useState(() => beginning(plan));
  const [owner, setOwnerState] = useState(plan.owner.ref);
  const [save, setSave] = useState<PlanSaveState>({ state: 'unchanged' });
  const [editors, setEditors] = useState(plan.editors);
  const [copy, setCopy] = useState<PlanLocalCopy | undefined>(() => {
    const kept = readPlanCopy(plan.id);
    return kept && canonicalJson(kept.contents) !== canonicalJson(contents)
      ? kept
      : undefined;
  });

  // what the next save sends; state alone would be that of an earlier rendering
  const now = useRef({
    contents,
    owner: undefined as string | undefined,
    base: contents,
    revision: plan.revision,
    dirty: false,
    saving: undefined as Promise<void> | undefined,
    conflict: undefined as PlanConflict | undefined,
    newest: undefined as PlanDetail | undefined,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    gone: false,
  });

  const tell = useCallback((state: PlanSaveState) => {
    if (!now.current.gone) setSave(state);
  }, []);

  const saveAll = useCallback(async () => {
    const it = now.current;
    clearTimeout(it.timer);
    while (it.dirty && !it.conflict) {
      const sent = it.contents;
      const checked = planContentsSchema.safeParse(sent);
      if (!checked.success) {
        const { message } = checked.error.issues[0];
        tell({ state: 'failed', message });
        return;
      }
      it.dirty = false;
      tell({ state: 'saving' });
      try {
        const saved = await api.plans.saveDraft(
          plan.id,
          { contents: sent, ...(it.owner && { owner: it.owner }) },
          { revision: it.revision },
        );
        it.revision = saved.revision;
        it.base = sent;
        it.newest = saved;
        if (!it.dirty) {
          forgetPlanCopy(plan.id);
          tell({ state: 'saved', at: new Date() });
        }
      } catch (e) {
        it.dirty = true;
        it.conflict = readPlanConflict(e);
        if (it.conflict) {
          tell({ state: 'conflict', conflict: it.conflict });
        } else {
          tell({ state: 'failed', message: errorMessage(e) });
          return;
        }
      }
    }
  }, [api, plan.id, tell]);

  /** Saves what is not saved yet; resolves when nothing is under way any more. */
  const flush = useCallback(async () => {
    const it = now.current;
    if (!it.saving) {
      it.saving = saveAll().finally(() => {
        it.saving = undefined;
      });
    }
    await it.saving;
    return { isSaved: !it.dirty, plan: it.newest };
  }, [saveAll]);

  const touched = useCallback(() => {
    const it = now.current;
    it.dirty = true;
    keepPlanCopy(plan.id, {
      contents: it.contents,
      revision: it.revision,
      at: new Date().toISOString(),
    });
    if (it.conflict) return;
    tell({ state: 'unsaved' });
    clearTimeout(it.timer);
    it.timer = setTimeout(flush, PAUSE_MS);
  }, [flush, plan.id, tell]);

  const change = useCallback(
    (patch: (before: PlanContents) => PlanContents) => {
      const next = patch(now.current.contents);
      now.current.contents = next;
      setContents(next);
      touched();
    },
    [touched],
  );
  const setOwner = useCallback(
    (ref: string) => {
      now.current.owner = ref;
      setOwnerState(ref);
      if (ref) touched();
    },
    [touched],
  );

  /** After a conflict: goes on with these contents, on top of what the other saved. */
  const resolve = useCallback(
    (merged: PlanContents) => {
      const it = now.current;
      if (!it.conflict) return;
      it.revision = it.conflict.revision;
      it.base = it.conflict.contents ?? it.base;
      it.conflict = undefined;
      change(() => merged);
      flush();
    },
    [change, flush],
  );

  useEffect(() => {
    const it = now.current;
    it.gone = false;
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      it.gone = true;
      flush();
    };
  }, [flush]);

  useEffect(() => {
    let stopped = false;
    const beat = async () => {
      try {
        const presence = await api.plans.touchDraft(plan.id, true);
        if (!stopped) setEditors(presence.editors);
      } catch {
        // Presence is a courtesy: without it, saving still tells of the other.
      }
    };
    beat();
    const timer = setInterval(beat, HEARTBEAT_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
      api.plans.touchDraft(plan.id, false).catch(() => {});
    };
  }, [api, plan.id]);

  return {
    contents,
    /** What was last known to be saved. */
    base: now.current.base,
    owner,
    save,
    /** Others who have the draft open. */
    editors,
    /** Words of an earlier visit that were never saved. */
    copy,
    takeCopy: useCallback(() => {
      setCopy(kept => {
        if (kept) change(() => kept.contents);
        return undefined;
      });
    }, [change]),
    dropCopy: useCallback(() => {
      forgetPlanCopy(plan.id);
      setCopy(undefined);
    }, [plan.id]),
    change,
    setOwner,
    resolve,
    flush,
  };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;
