/** A PDF of one page that says which paper it plays, in plain letters. */
export function sheet(title: string): Buffer {
  const plain = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, letter => (letter === 'đ' ? 'd' : 'D'))
    .replaceAll(/[^\x20-\x7e]|[()\\]/g, ' ');
  const text = `BT /F 16 Tf 60 770 Td (${plain}) Tj 0 -28 Td (MO PHONG - KHONG CO GIA TRI) Tj ET`;
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const starts: number[] = [];
  let file = '%PDF-1.5\n';
  for (const [index, body] of bodies.entries()) {
    starts.push(file.length);
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const entries = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `xref\n0 6\n0000000000 65535 f \n${entries}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + tail, 'latin1');
}
