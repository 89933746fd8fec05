/*
 * What a person reads where the screens list has an English text: `sayIn('de')` gives a function that finds all of the plugin's texts that
 * a pattern matches, and gives one that matches their translations, too.
 */
require('@backstage/cli/config/nodeTransform.cjs');
const {
  continuityMessages,
} = require('../plugins/continuity/src/translation/messages');
const {
  flatMessages,
} = require('../plugins/continuity/src/translation/flatMessages');

const asSource = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The text as a pattern, with anything in the place of what is filled in. */
const withBlanks = text =>
  text
    .split(/\{\{[^}]*\}\}/)
    .map(asSource)
    .join('.*');

module.exports = function sayIn(language) {
  if (language === 'en') return pattern => pattern;
  const english = flatMessages(continuityMessages);
  const translated =
    require(`../plugins/continuity/src/translation/${language}`).default;
  /** `whole`: the text stands alone, as that of a button; else it may be part of a longer one. */
  return (pattern, { whole = true } = {}) => {
    const asked =
      pattern instanceof RegExp
        ? pattern
        : new RegExp(`^${asSource(pattern)}$`, 'i');
    const others = Object.entries(english)
      .filter(([, text]) => asked.test(text))
      .map(([key]) => withBlanks(translated[key]))
      .map(source => (whole ? `^${source}$` : source));
    return new RegExp([asked.source, ...others].join('|'), 'i');
  };
};
