/** Marks words that are a text key, as a bot's are, and not typed by a person. */
export const TEXT_KEY_MARK = '@';
