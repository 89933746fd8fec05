/**
 * What is refused, by code, in English; `{{name}}` stands for a param. A UI in another language says it by code and params, so that
 * nothing has to know these words.
 *
 * @public
 */
export const refusalTexts = {
  // of an entity, or of what somebody sets for it
  'entity-unknown': 'There is no such entity that you may see.',
  'entity-not-allowed': 'You may not change this entity.',
  'entity-changed':
    'Somebody else was changing it at the same moment. Try it again.',
  'kind-without-continuity':
    'A {{kind}} holds nothing of continuity; name what has to be recovered.',
  'locked-by-catalog':
    'The {{fieldName}} comes from the catalog ({{key}}) and can’t be changed here; change it in {{place}}.',
  'party-unknown':
    '{{ref}} does not exist in the catalog. Name a user or group that does.',
  'ref-unknown': '{{ref}} does not exist in the catalog. Name what does.',

  // of a file as a whole
  'file-empty': 'There is nothing in this file.',
  'file-no-csv':
    'This is no CSV: the quotation marks in line {{line}} do not fit. Put texts that hold quotation marks or the separator into quotation marks, and write a quotation mark in them twice.',
  'file-quote-open':
    'This is no CSV: the quotation mark that opens in line {{line}} is never closed. Write a quotation mark within a text twice.',
  'file-no-rows': 'Under the names of the columns there is no row.',
  'file-too-many-rows':
    'These are {{rows}} rows. Import at most {{most}} at a time.',
  'column-missing': 'There is no column {{column}}. {{about}}',
  'column-unknown':
    'There is no column "{{column}}". Columns are {{accepted}}.',
  'column-twice': 'The column {{column}} is there twice.',

  // of a row or a cell
  'row-too-long':
    'This row has {{cells}} cells, and there are {{columns}} columns. Put texts that hold the separator into quotation marks.',
  'row-twice': 'Line {{line}} is about the same. Keep one of them.',
  'cell-no-text': 'There is a character in it that is no text.',
  'value-needed': 'This is needed. {{about}}',
  'value-refused': '{{reason}}',
  'value-not-a-ref':
    '"{{text}}" is no entity ref. Write one such as "component:default/checkout".',
  'value-not-yes-or-no': 'Write "yes" or "no".',
  'value-not-a-day': '"{{text}}" is no day. Write one such as "2026-01-31".',
  'value-not-an-address':
    'Write an address such as "https://docs.example.com/plans/checkout".',
  'value-not-one-of': 'Write one of {{accepted}}.',
  'value-too-long': 'Write at most {{most}} characters.',

  // of records that are imported
  'plan-content-unknown':
    'A plan has no "{{text}}". Write "all", or some of {{accepted}}.',
  'plan-known-otherwise':
    'There is a plan of this title and document already, and it says something else. Change it on its page, which makes its next version, and take the row out.',
  'test-day-or-times':
    'Write either the day, or started_at and ended_at; not both.',
  'test-rows-disagree':
    'An earlier row of the same test says something else. Write the same, or give the test another title.',
  'test-whole-refused':
    'Another row of the same test is refused; a test is imported as a whole.',
  'test-known-without-entity':
    'This test is there already, without this entity. Correct it on its page, and take the row out.',
  'test-known-otherwise':
    'This test is there already, with the outcome "{{outcome}}". Correct it on its page, and take the row out.',
  'test-run-not-allowed':
    'You may not record results of this test: it needs the permission continuity.test.run, which usually the facilitator and the owners of what is tested have.',
  'test-facilitator-no-user':
    'Name a user: one person has to answer for how the test is held.',
  'test-of-party':
    '{{ref}} is no entity that can be tested. Users and groups take part in tests.',
  'test-not-held-yet':
    'It has not happened yet. Write a time in the past, or plan the test.',
  'exemption-asked-already':
    'Somebody has asked for this exemption already, and nobody has decided yet. Withdraw that one first to ask for another end.',
  'exemption-not-renewable':
    'The policy lets no exemption be renewed, and there was one for this already. Meet what is required, or have the policy changed.',
  'exemption-renewed-too-often':
    'This would be renewal {{renewal}}, and the policy allows {{renewals}}. Meet what is required, or have the policy changed.',

  // of a rule that has no code of its own yet
  other: '{{reason}}',
} as const;

/** @public */
export type RefusalCode = keyof typeof refusalTexts;
