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
  prompt: {
    purpose:
      'What does this plan bring back, for whom, and what is it not for?',
    scope:
      'Which entities does it cover? Name a system with its parts where the plan holds for all of them.',
    strategy:
      'How does service come back: by switching to a standby, restoring, rebuilding, or working by hand? What does it need?',
    invocationCriteria:
      'What must have happened for the plan to be invoked? Give a threshold and a time.',
    invokers: 'Who may invoke it, and who when they can’t be reached?',
    contacts:
      'Which roles does the plan need, who fills them, who stands in? Phones and private mails are kept apart.',
    minimumService:
      'What must work while the plan is invoked, how well, and from when?',
    recoveryRequirements:
      'What must be there before recovery can begin: backups, keys, network, hardware, decisions?',
    steps:
      'What is done, in which order, by whom, how long does it take? How does one see that a step worked?',
    lossOfService: 'What do users and staff do until service is back?',
    returnToNormal:
      'How does the emergency end? Who decides that it is over, and what is looked at afterwards?',
    basis:
      'On which business impact analysis and risk assessment does the plan rest, and of which day are they?',
  },
} as const;
