// Cuts what is searched for into the words of the index, which jieba has cut: 退出码 is there as 退出 and 码. Sphinx's own
// function cuts at blanks and marks alone, and finds nothing of several Chinese words. Of what begins at a character the
// longest word of the index counts; a character that begins none is left aside.
var splitQuery = (query) => query
  .split(/[^\p{Letter}\p{Number}_\p{Emoji_Presentation}]+/gu)
  .flatMap((piece) => piece.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [])
  .flatMap((piece) => /\p{Script=Han}/u.test(piece) ? wordsOfIndex(piece) : [piece]);

function wordsOfIndex(piece) {
  const { terms, titleterms } = Search._index;
  const isKnown = (word) => Object.hasOwn(terms, word) || Object.hasOwn(titleterms, word);
  const found = [];
  for (let start = 0; start < piece.length; ) {
    let end = piece.length;
    while (end > start && !isKnown(piece.slice(start, end))) end--;
    if (end > start) found.push(piece.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return found.length ? found : [piece];
}
