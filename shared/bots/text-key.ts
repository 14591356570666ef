/** Marks words that are a text key, as a bot's are, and not typed by a person. */
export const TEXT_KEY_MARK = '@';

/** Whether words are a sentence of the game's own, which only its texts can tell. */
export const isTextKey = (words: string): boolean => /^@bot\.[a-z.-]+\.\d+$/.test(words);
