/** Texts of the page on which a plan is written. */
export const planEditorMessages = {
  editor: {
    title: '{{title}}, version {{version}}',
    done: 'Done editing',
    alsoHere: '{{who}} has this draft open, too. Last seen',
    stuck:
      'Your last words are not saved. They stay in this browser and are offered when you come back.',
    leaveAnyway: 'Leave',
    copy: 'This browser has words that were never saved, from',
    takeCopy: 'Take them over',
    dropCopy: 'Throw them away',
    changeHint: 'An RFC number or a link, if a change asked for this version.',
    notApplicable: 'Not applicable',
    notApplicableWhy: 'Why it does not apply',
    notApplicableNeeded: 'Say why, then it counts.',
    invokersFirst: 'Add roles and contacts first, then choose among them.',
    preview: 'Preview',
    previewOf: 'Preview: {{label}}',
    writeOn: 'Write on',
    writeOf: 'Write on: {{label}}',
  },
  saving: {
    unchanged: 'Saved by itself while you write',
    unsaved: 'Not saved yet…',
    saving: 'Saving…',
    saved: 'Saved {{time}}',
    failed: 'Couldn’t save: {{message}}',
    conflict: 'Couldn’t save: somebody changed this meanwhile.',
  },
  conflict: {
    title: 'Couldn’t save: {{who}} changed this draft',
    takenOver: 'Changed by them and taken over: {{parts}}.',
    clashes: 'Changed by both of you:',
    mine: 'Yours',
    theirs: '{{who}}',
    keepMine: 'Keep mine',
    takeTheirs: 'Take {{who}}’s',
    goOn: 'Go on with this and save',
    closed:
      'Couldn’t save: {{who}} submitted, approved or threw away this draft meanwhile. Your words are still here.',
    saveMine: 'Save my words as a file',
  },
  complete: 'Nothing is missing. It can be submitted.',
  incomplete_one: 'Before it can be submitted: {{count}} item',
  incomplete_other: 'Before it can be submitted: {{count}} items',
  missing: {
    changeReference:
      'name the change that asks for this version: an RFC number, a link, or a few words such as “yearly review”.',
    purpose: 'say what the plan is for.',
    scope: 'name what the plan brings back.',
    strategy: 'choose how service is kept up or brought back.',
    invocationCriteria: 'say when the plan is invoked.',
    invokers: 'choose who may invoke it.',
    contacts: 'name who does what.',
    minimumService: 'say what must work, and how well.',
    recoveryRequirements:
      'say what must be there before service can come back.',
    steps: 'write down what is done, in order.',
    lossOfService: 'say what users and staff do meanwhile.',
    returnToNormal: 'say how the emergency ends, and who decides that it has.',
    basis:
      'name the business impact analysis or the risk assessment, with its day.',
    orNotApplicable: 'Or mark it as not applicable and say why.',
  },
  wrong: {
    stepIds: 'Several steps have the same id: {{name}}.',
    cycle: 'These steps wait for each other: {{name}}.',
    unknownStep: 'The step {{name}} waits for a step that does not exist.',
    unknownWho:
      'The step {{name}} is done by somebody who is not among the contacts.',
    untitled: 'The step {{name}} needs a title.',
    nobody: 'Nobody is named who does the step {{name}}.',
    contactIds: 'Several contacts have the same id: {{name}}.',
    selfAlternate: '{{name}} can’t stand in for itself.',
    unknownAlternate:
      '{{name}} stands in for somebody who is not among the contacts.',
    unknownInvoker:
      '{{name}} may invoke the plan, and is not among the contacts.',
    scopeTwice: '{{name}} is in the scope twice.',
  },
} as const;
