/**
 * Lower-case letters that Unicode does not decompose, by the plain letters they are read as, which people type who
 * lack them on their keyboard. From the Latin blocks of Unicode (Latin-1, Extended-A to E, Additional, IPA and
 * phonetic extensions). `Đ` of Vietnamese, `Ð` of Icelandic and `Ɖ` of Ewe look the same and are the same here.
 */
const READ_AS: Readonly<Record<string, string>> = {
  a: 'ɐɑɒᴀᶏᶐᶛꬰⱥꭤꞻꞽ',
  aa: 'ꜳ',
  ae: 'æᴁᴂꞛꬱ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƀɓƃƅʙᴃᴯᵬᶀꞗꞵ',
  c: 'ƈȼɕʗᴄꞓꞔꜿↄ',
  d: 'đðɖɗƌȡᴅᴆᵭᶁᶑꝺꟈẟƍꝱ',
  db: 'ȸ',
  dz: 'ʣʤʥꭦ',
  e: 'ǝəɘɚɛɜɝɞɇʚᴇᴈᴲᶒᶓᶔᶕⱸⱻꬲꬳꬴꭡꭠ',
  et: 'ꝫ',
  f: 'ƒᵮᶂꜰꞙꝼꬵꟻⅎɸⱷ',
  fng: 'ʩ',
  g: 'ǥɠɡɢʛɣᵷᵹᶃꞡꝿꬶꟑȝ',
  h: 'ħɦɥɧʜʮʯⱨⱶꜧꞕꟶ',
  hv: 'ƕ',
  i: 'ıɨɩɪᴉᵎᵻᵼᶖꟷꟾ',
  is: 'ꝭ',
  j: 'ȷɉɟʄʝᴊ',
  k: 'ƙʞᴋᶄⱪꝁꝃꝅꞣ',
  l: 'łŀƚȴɫɬɭʟᴌᶅⱡꝉꞎꝇꬷꬸꬹꞁƛꟛꝲ',
  ll: 'ỻ',
  ls: 'ʪ',
  lz: 'ʫɮ',
  m: 'ɱɯɰᴍᴟᵯᶆꬺꝳꟺꟽꟿ',
  n: 'ŋƞɲɳȵɴᴎᴻᵰᶇꞑꞥꬻꬼꝴ',
  o: 'øɔɵɤɷʘᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꬽꬾꬿꭃꭄꞷꟁ',
  oe: 'œɶᴔꞝꭀꭁꭂꭢ',
  oi: 'ƣ',
  oo: 'ꝏ',
  ou: 'ȣᴕᴽ',
  p: 'ƥᴘᵱᵽᶈꝑꝓꝕꟼ',
  q: 'ɋʠꝗꝙꞯĸ',
  qp: 'ȹ',
  r: 'ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭇꭈꭉꭊꭋꭌꭨ',
  rum: 'ꝝꝵꝶ',
  s: 'ƨȿʂʃʅʆƪᵴᶊᶋᶘꜱꞅꞩꟊꟍꟗꟙ꟏ẜẝꭍ',
  ss: 'ß',
  t: 'ŧƫƭȶʈʇᴛᵵⱦꞇꝷ',
  tc: 'ʨ',
  th: 'þᵺꝥꝧꟓ',
  ts: 'ʦʧꭧ',
  tz: 'ꜩ',
  u: 'ʉʊᴜᴝᴞᵾᵿᶙꞹꞿꭎꭏꭒꝸ',
  ue: 'ᵫꞟ',
  ui: 'ꭐꭑ',
  uo: 'ꭣ',
  v: 'ʋʌᴠᶌⱱⱴꝟꝩỽ',
  vy: 'ꝡ',
  w: 'ƿʍʬᴡⱳꟃꟕ',
  x: 'ᶍꭓꭔꭕꭖꭗꭘꭙ',
  y: 'ƴɏʎʏỿꭚ',
  z: 'ƶȥɀʐʑʒʓƹƺᴢᴣᵶᶎᶚⱬꝣ',
  con: 'ꝯ',
  dent: 'ʭ',
  // The tone letters of old Zhuang and other letters that look like digits.
  2: 'ƻ',
  5: 'ƽ',
  // Greek writes s differently at the end of a word.
  σ: 'ς',
};

/** The plain letters that a letter is read as. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(READ_AS).flatMap(([plain, letters]) => [...letters].map(letter => [letter, plain] as const)),
);

/**
 * Every character typed for an apostrophe, including letters: `H'Hen`, `H’Hen`, `HʼHen` are one name. Glottal stops
 * and clicks of other languages are written with an apostrophe if their letters are unavailable.
 */
export const APOSTROPHES = /[\u02B0-\u02FF'‘’‚‛`′‵ʔʕʖɂʡʢƾꞌꞏǀǁǂǃᴤᴥꜣꜥꜫꜭꜯ]/u;
